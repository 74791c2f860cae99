#include "extract/text/file_walk.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace actant {
namespace {

namespace fs = std::filesystem;

std::string lower_extension(const fs::path& path) {
  std::string extension = path.extension().string();
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return extension;
}

bool is_text_extension(const std::string& extension) {
  for (const char* known : {".txt", ".text", ".json", ".jsonl", ".ndjson"}) {
    if (extension == known) return true;
  }
  return false;
}

bool is_readable_name(const fs::path& path) {
  const std::string extension = lower_extension(path);
  if (extension != ".gz") return extension.empty() || is_text_extension(extension);
  const std::string inner = lower_extension(path.stem());
  return inner.empty() || is_text_extension(inner);
}

}  // namespace

FileWalk::FileWalk(std::vector<std::string> paths, Complain complain) : complain_(std::move(complain)) {
  for (auto path = paths.rbegin(); path != paths.rend(); ++path) stack_.push_back({*path, true, false});
}

void FileWalk::enter(const std::string& folder, bool given) {
  std::error_code error;
  std::vector<std::string> names;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::string name = at->path().filename().string();
    std::error_code ignored;
    const bool is_folder = at->is_directory(ignored);
    if (name.starts_with('.') || (is_folder && at->is_symlink(ignored))) continue;
    if (is_folder || (at->is_regular_file(ignored) && is_readable_name(name))) names.push_back(std::move(name));
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
      if (!found_) complain_(entry.path, "no articles: the folder holds no .txt, .json or .jsonl file (plain or .gz)");
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

std::string file_stem(const std::string& path) {
  fs::path name = fs::path(path).filename();
  if (lower_extension(name) == ".gz") name = name.stem();
  return is_text_extension(lower_extension(name)) ? name.stem().string() : name.string();
}

}  // namespace actant
