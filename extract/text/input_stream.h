#ifndef ACTANT_EXTRACT_TEXT_INPUT_STREAM_H_
#define ACTANT_EXTRACT_TEXT_INPUT_STREAM_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct gzFile_s;

namespace actant {

/// Bytes of a file or of standard input (`-`), unpacked when they are gzip (all members). Streams with a buffer of 256
/// KiB.
class InputStream {
 public:
  /// \throws IoError when the file cannot be opened.
  explicit InputStream(const std::string& path);
  ~InputStream();
  InputStream(const InputStream&) = delete;
  InputStream& operator=(const InputStream&) = delete;

  /// What is buffered, at least one byte before the end of the input; empty at the end. Valid until the next call.
  std::string_view ahead();
  /// The next byte without taking it, -1 at the end.
  int peek();
  /// The next byte, -1 at the end.
  int get();
  /// Appends the next line without its line feed; false at the end. A line longer than `limit` bytes is cut there and
  /// `too_long` is set; the rest of it is skipped.
  bool read_line(std::string& line, size_t limit, bool& too_long);
  /// Appends everything left up to `limit` bytes; false when there is more.
  bool read_all(std::string& bytes, size_t limit);
  /// Bytes of the file (packed) read so far.
  uint64_t bytes_read() const;

 private:
  bool fill();  // \throws IoError for damaged or cut gzip data

  std::string path_;
  gzFile_s* file_ = nullptr;
  std::vector<char> buffer_;
  size_t next_ = 0, end_ = 0;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_INPUT_STREAM_H_
