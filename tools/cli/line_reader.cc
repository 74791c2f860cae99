#include "tools/cli/line_reader.h"

#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace actant {

struct LineReader::Stream {
  gzFile file = nullptr;
  std::array<char, 256 * 1024> buffer{};
  size_t begin = 0;
  size_t end = 0;
};

LineReader::LineReader(const std::string& path)
    : stream_(std::make_unique<Stream>()), name_(path == "-" ? "standard input" : path) {
  struct stat status{};
  if (path == "-") {
    stream_->file = gzdopen(dup(STDIN_FILENO), "rb");
  } else if (stat(path.c_str(), &status) != 0) {
    throw LineReaderError(path + ": " + std::strerror(errno));
  } else if (S_ISDIR(status.st_mode)) {
    throw LineReaderError(path + ": is a directory, expected a file of extraction records");
  } else {
    stream_->file = gzopen(path.c_str(), "rb");
  }
  if (stream_->file == nullptr) throw LineReaderError(name_ + ": " + std::strerror(errno));
  gzbuffer(stream_->file, 128 * 1024);
}

LineReader::~LineReader() {
  if (stream_->file != nullptr) gzclose(stream_->file);
}

bool LineReader::next(std::string& line) {
  line.clear();
  Stream& stream = *stream_;
  while (true) {
    if (stream.begin == stream.end) {
      const int got = gzread(stream.file, stream.buffer.data(), static_cast<unsigned>(stream.buffer.size()));
      int error = Z_OK;
      const char* reason = gzerror(stream.file, &error);
      if (got < 0 || (got == 0 && error != Z_OK)) {
        throw LineReaderError(name_ + ": " + (error == Z_ERRNO ? std::strerror(errno) : reason));
      }
      if (got == 0) break;
      stream.begin = 0;
      stream.end = static_cast<size_t>(got);
    }
    const char* from = stream.buffer.data() + stream.begin;
    const auto* newline = static_cast<const char*>(std::memchr(from, '\n', stream.end - stream.begin));
    const size_t size = newline != nullptr ? static_cast<size_t>(newline - from) : stream.end - stream.begin;
    line.append(from, size);
    stream.begin += size + (newline != nullptr ? 1 : 0);
    if (newline != nullptr) {
      ++line_;
      if (!line.empty() && line.back() == '\r') line.pop_back();
      if (line_ == 1 && line.starts_with("\xef\xbb\xbf")) line.erase(0, 3);
      return true;
    }
  }
  if (line.empty()) return false;
  ++line_;
  return true;
}

}  // namespace actant
