#include "graph/store/internal/temporary_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "graph/model/error.h"

namespace actant::internal {

TemporaryFile::TemporaryFile(std::string folder) : folder_(std::move(folder)) {
  std::string path = folder_ + "/actant-XXXXXX";
  file_ = ::mkostemp(path.data(), O_CLOEXEC);
  if (file_ < 0) fail("make");
  ::unlink(path.c_str());
}

TemporaryFile::~TemporaryFile() { ::close(file_); }

void TemporaryFile::flush() {
  for (size_t done = 0; done < buffer_.size();) {
    const ssize_t count = ::write(file_, buffer_.data() + done, buffer_.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) fail("write");
    done += static_cast<size_t>(count);
  }
  written_ += buffer_.size();
  buffer_.clear();
}

void TemporaryFile::read(uint64_t offset, char* out, size_t size) const {
  for (size_t done = 0; done < size;) {
    const ssize_t count = ::pread(file_, out + done, size - done, static_cast<off_t>(offset + done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("read");
    if (count == 0) throw IoError("a temporary file in " + folder_ + " ended early");
    done += static_cast<size_t>(count);
  }
}

void TemporaryFile::fail(const char* doing) const {
  throw IoError(std::string("cannot ") + doing + " a temporary file in " + folder_ + ": " + std::strerror(errno) +
                "; make room there");
}

}  // namespace actant::internal
