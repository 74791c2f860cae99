#include "extract/text/archive/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "graph/model/error.h"

namespace actant {

FileSource::FileSource(const std::string& path) : path_(path) {
  descriptor_ = path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) throw IoError("cannot read " + path + ": " + std::strerror(errno));
  struct stat status{};
  if (path != "-" && ::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode)) {
    size_ = static_cast<uint64_t>(status.st_size);
  }
}

FileSource::~FileSource() { ::close(descriptor_); }

size_t FileSource::read(char* out, size_t size) {
  for (;;) {
    const ssize_t count = ::read(descriptor_, out, size);
    if (count >= 0) {
      bytes_read_ += static_cast<uint64_t>(count);
      return static_cast<size_t>(count);
    }
    if (errno != EINTR) throw IoError("cannot read " + path_ + ": " + std::strerror(errno));
  }
}

bool FileSource::seek(uint64_t offset) {
  return size_ && ::lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) >= 0;
}

void ExpansionGuard::check(uint64_t packed, uint64_t unpacked) {
  if (unpacked <= kFree || unpacked / kMostTimes <= packed) return;
  throw IoError("it unpacks to more than " + std::to_string(kMostTimes) +
                " times its size, which is no archive of text; the rest is not read");
}

}  // namespace actant
