#include "export/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

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

}  // namespace actant
