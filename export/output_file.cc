#include "export/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "graph/model/error.h"

namespace actant {
namespace {

[[noreturn]] void fail(const std::string& what, const std::string& path) {
  throw IoError(what + " " + (path == "-" ? std::string("standard output") : path) + ": " + std::strerror(errno));
}

}  // namespace

OutputFile::OutputFile(std::string path) : path_(std::move(path)) {
  if (path_ == "-") {
    descriptor_ = STDOUT_FILENO;
    return;
  }
  temporary_ = path_ + ".part." + std::to_string(::getpid());
  descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor_ < 0) fail("cannot write", path_);
}

OutputFile::~OutputFile() {
  if (temporary_.empty() || descriptor_ < 0) return;
  ::close(descriptor_);
  ::unlink(temporary_.c_str());
}

void OutputFile::write(std::string_view bytes) {
  bytes_ += bytes.size();
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      fail("cannot write", path_);
    }
    bytes.remove_prefix(static_cast<size_t>(written));
  }
}

void OutputFile::close() {
  if (temporary_.empty()) return;
  const int descriptor = descriptor_;
  const bool synced = ::fsync(descriptor) == 0 || errno == EINVAL;  // pipes and some file systems cannot sync
  descriptor_ = -1;
  if (::close(descriptor) != 0 || !synced || std::rename(temporary_.c_str(), path_.c_str()) != 0) {
    const int cause = errno;
    ::unlink(temporary_.c_str());
    errno = cause;
    fail("cannot finish", path_);
  }
  temporary_.clear();
}

OutputSet::OutputSet(std::string path, std::span<const std::string_view> names) : path_(std::move(path)) {
  if (names.empty()) {
    files_.push_back(std::make_unique<OutputFile>(path_));
    return;
  }
  namespace fs = std::filesystem;
  while (path_.size() > 1 && path_.back() == '/') path_.pop_back();
  std::error_code error;
  std::string folder = path_;
  if (!fs::is_directory(path_, error)) {
    folder = temporary_ = path_ + ".part." + std::to_string(::getpid());
    if (!fs::create_directory(temporary_, error)) {
      errno = error ? error.value() : EEXIST;
      temporary_.clear();
      fail("cannot make the folder", path_);
    }
  }
  for (const std::string_view name : names) {
    files_.push_back(std::make_unique<OutputFile>(folder + "/" + std::string(name)));
  }
}

OutputSet::~OutputSet() {
  files_.clear();
  std::error_code error;
  if (!temporary_.empty()) std::filesystem::remove_all(temporary_, error);
}

void OutputSet::close() {
  for (const auto& file : files_) file->close();
  if (temporary_.empty()) return;
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) fail("cannot finish", path_);
  temporary_.clear();
}

uint64_t OutputSet::bytes() const {
  uint64_t sum = 0;
  for (const auto& file : files_) sum += file->bytes();
  return sum;
}

}  // namespace actant
