#ifndef ACTANT_GRAPH_STORE_INTERNAL_TEMPORARY_FILE_H_
#define ACTANT_GRAPH_STORE_INTERNAL_TEMPORARY_FILE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace actant::internal {

/// A file for what does not fit into memory: written once from front to back, then read anywhere, also from several
/// threads. Its name is removed as soon as it is made, so that nothing stays behind whatever happens.
class TemporaryFile {
 public:
  /// \throws IoError when `folder` cannot be written, as all functions do when it is full or gone.
  explicit TemporaryFile(std::string folder);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  /// Where the next byte will stand.
  uint64_t size() const { return written_ + buffer_.size(); }
  void append(std::string_view bytes) {
    buffer_.append(bytes);
    if (buffer_.size() >= kWriteBytes) flush();
  }
  /// What was appended can be read from now on.
  void flush();
  /// Reads `size` bytes, all of which were written.
  void read(uint64_t offset, char* out, size_t size) const;

 private:
  static constexpr size_t kWriteBytes = size_t{1} << 20;
  [[noreturn]] void fail(const char* doing) const;

  const std::string folder_;
  int file_;
  uint64_t written_ = 0;
  std::string buffer_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_TEMPORARY_FILE_H_
