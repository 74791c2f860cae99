#include "export/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
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

// `part-0001.jsonld` to `part-0002.jsonld`; empty when the stem does not end in a number.
std::string next_name(std::string_view name) {
  const size_t dot = std::min(name.rfind('.'), name.size());
  size_t begin = dot;
  while (begin > 0 && name[begin - 1] >= '0' && name[begin - 1] <= '9') --begin;
  if (begin == dot) return {};
  std::string number = std::to_string(std::stoull(std::string(name.substr(begin, dot - begin))) + 1);
  if (number.size() < dot - begin) number.insert(0, dot - begin - number.size(), '0');
  return std::string(name.substr(0, begin)) + number + std::string(name.substr(dot));
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
  if (temporary_.empty()) return;
  if (descriptor_ >= 0) ::close(descriptor_);
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

void OutputFile::finish() {
  if (temporary_.empty() || descriptor_ < 0) return;
  const bool synced = ::fsync(descriptor_) == 0 || errno == EINVAL;  // pipes and some file systems cannot sync
  const int cause = errno;
  const bool closed = ::close(descriptor_) == 0;
  descriptor_ = -1;
  if (synced && closed) return;
  if (!synced) errno = cause;
  fail("cannot finish", path_);
}

void OutputFile::close() {
  if (temporary_.empty()) return;
  finish();
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) fail("cannot finish", path_);
  temporary_.clear();
}

OutputSet::OutputSet(std::string path, std::span<const std::string_view> names) : path_(std::move(path)) {
  if (names.empty()) {
    files_.push_back({{}, std::make_unique<OutputFile>(path_)});
    return;
  }
  namespace fs = std::filesystem;
  while (path_.size() > 1 && path_.back() == '/') path_.pop_back();
  std::error_code error;
  folder_ = path_;
  if (!fs::is_directory(path_, error)) {
    folder_ = temporary_ = path_ + ".part." + std::to_string(::getpid());
    if (!fs::create_directory(temporary_, error)) {
      errno = error ? error.value() : EEXIST;
      temporary_.clear();
      fail("cannot make the folder", path_);
    }
  }
  for (const std::string_view name : names) {
    files_.push_back({std::string(name), std::make_unique<OutputFile>(folder_ + "/" + std::string(name))});
  }
}

OutputSet::~OutputSet() {
  files_.clear();
  finished_.clear();
  std::error_code error;
  if (!temporary_.empty()) std::filesystem::remove_all(temporary_, error);
}

void OutputSet::next(size_t index) {
  Named& current = files_[index];
  current.file->finish();
  finished_.push_back(std::move(current.file));
  current.name = next_name(current.name);
  current.file = std::make_unique<OutputFile>(folder_ + "/" + current.name);
}

void OutputSet::close() {
  for (const Named& named : files_) named.file->finish();
  for (const auto& file : finished_) file->close();
  for (const Named& named : files_) named.file->close();
  for (const Named& named : files_) {
    std::string stale = next_name(named.name);
    while (!stale.empty() && ::unlink((folder_ + "/" + stale).c_str()) == 0) stale = next_name(stale);
  }
  if (temporary_.empty()) return;
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) fail("cannot finish", path_);
  temporary_.clear();
}

uint64_t OutputSet::bytes() const {
  uint64_t sum = 0;
  for (const auto& file : finished_) sum += file->bytes();
  for (const Named& named : files_) sum += named.file->bytes();
  return sum;
}

}  // namespace actant
