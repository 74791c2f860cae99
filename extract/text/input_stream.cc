#include "extract/text/input_stream.h"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "graph/model/error.h"

namespace actant {

namespace {
constexpr size_t kBuffer = 256 * 1024;
}

InputStream::InputStream(const std::string& path) : path_(path), buffer_(kBuffer) {
  const int descriptor = path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw IoError("cannot read " + path + ": " + std::strerror(errno));
  file_ = gzdopen(descriptor, "rb");
  if (!file_) {
    ::close(descriptor);
    throw IoError("cannot read " + path + ": out of memory");
  }
  gzbuffer(file_, 128 * 1024);
}

InputStream::~InputStream() {
  if (file_) gzclose_r(file_);
}

bool InputStream::fill() {
  const int count = gzread(file_, buffer_.data(), static_cast<unsigned>(buffer_.size()));
  int code = Z_OK;
  const char* message = gzerror(file_, &code);
  if (count < 0 || code == Z_BUF_ERROR) {
    const std::string reason = code == Z_ERRNO       ? std::strerror(errno)
                               : code == Z_BUF_ERROR ? "the gzip data end too early"
                                                     : std::string("damaged gzip data: ") + message;
    // What came before the damage is handed out first; the error follows at the next call.
    if (count <= 0) throw IoError(reason);
  }
  next_ = 0;
  end_ = count > 0 ? static_cast<size_t>(count) : 0;
  return end_ > 0;
}

std::string_view InputStream::ahead() {
  if (next_ == end_ && !fill()) return {};
  return {buffer_.data() + next_, end_ - next_};
}

int InputStream::peek() {
  if (next_ == end_ && !fill()) return -1;
  return static_cast<unsigned char>(buffer_[next_]);
}

int InputStream::get() {
  const int byte = peek();
  if (byte >= 0) ++next_;
  return byte;
}

bool InputStream::read_line(std::string& line, size_t limit, bool& too_long) {
  too_long = false;
  if (peek() < 0) return false;
  while (next_ < end_ || fill()) {
    const char* begin = buffer_.data() + next_;
    const auto* found = static_cast<const char*>(std::memchr(begin, '\n', end_ - next_));
    const size_t length = found ? static_cast<size_t>(found - begin) : end_ - next_;
    const size_t room = limit - std::min(limit, line.size());
    line.append(begin, std::min(length, room));
    too_long |= length > room;
    next_ += length + (found ? 1 : 0);
    if (found) break;
  }
  return true;
}

bool InputStream::read_all(std::string& bytes, size_t limit) {
  while (next_ < end_ || fill()) {
    const size_t room = limit - std::min(limit, bytes.size());
    const size_t length = std::min(end_ - next_, room);
    bytes.append(buffer_.data() + next_, length);
    next_ += length;
    if (next_ < end_) return false;
  }
  return true;
}

uint64_t InputStream::bytes_read() const {
  const auto offset = gzoffset(file_);
  return offset > 0 ? static_cast<uint64_t>(offset) : 0;
}

}  // namespace actant
