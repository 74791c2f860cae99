#include "extract/text/archive/file_walk.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace actant {
namespace {

namespace fs = std::filesystem;

}  // namespace

FileWalk::FileWalk(std::vector<std::string> paths, IsForeign is_foreign, Complain complain)
    : is_foreign_(std::move(is_foreign)), complain_(std::move(complain)) {
  for (auto path = paths.rbegin(); path != paths.rend(); ++path) stack_.push_back({*path, true, false});
}

void FileWalk::enter(const std::string& folder, bool given) {
  std::error_code error;
  std::vector<std::string> names;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::string name = at->path().filename().string();
    std::error_code ignored;
    const bool is_folder = at->is_directory(ignored);
    if (is_foreign_(name) || (is_folder && at->is_symlink(ignored))) continue;
    if (is_folder || at->is_regular_file(ignored)) names.push_back(std::move(name));
  }
  if (error) complain_(folder, "cannot read the folder: " + error.message());
  if (given) {
    found_ = static_cast<bool>(error);  // the complaint above is enough
    stack_.push_back({folder, true, true});
  }
  std::sort(names.rbegin(), names.rend());
  for (const std::string& name : names) stack_.push_back({(fs::path(folder) / name).string(), false, false});
}

bool FileWalk::next(WalkedFile& file) {
  while (!stack_.empty()) {
    const Entry entry = std::move(stack_.back());
    stack_.pop_back();
    if (entry.end) {
      if (!found_) complain_(entry.path, "no articles: the folder holds no file to read");
      continue;
    }
    if (entry.path == "-" && entry.given) {
      file = {"-", 0};
      return true;
    }
    std::error_code error;
    const fs::file_status status = fs::status(entry.path, error);
    if (!fs::exists(status)) {
      complain_(entry.path,
                "cannot read: " +
                    (error && status.type() != fs::file_type::not_found ? error.message() : "no such file or folder"));
      continue;
    }
    if (fs::is_directory(status)) {
      enter(entry.path, entry.given);
      continue;
    }
    if (!entry.given) found_ = true;
    const auto size = fs::is_regular_file(status) ? fs::file_size(entry.path, error) : 0;
    file = {entry.path, error ? 0 : size};
    return true;
  }
  return false;
}

}  // namespace actant
