#ifndef ACTANT_EXTRACT_TEXT_ARCHIVE_BYTE_SOURCE_H_
#define ACTANT_EXTRACT_TEXT_ARCHIVE_BYTE_SOURCE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace actant {

/// A stream of bytes: a file, or what unpacking another stream gives. Sources are stacked: gzip over a member of a zip
/// over a file.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Writes 1 to `size` bytes to `out`; 0 at the end. \throws IoError for what cannot be read or is damaged.
  virtual size_t read(char* out, size_t size) = 0;
  /// After an IoError: goes on behind the damage where the format allows it; false where nothing can be saved.
  virtual bool recover() { return false; }
  /// Where the compressed member that begins at byte `offset` of this stream begins in the file below; nullopt where
  /// none begins there. Asked for offsets that grow.
  virtual std::optional<uint64_t> member_start(uint64_t /*offset*/) { return std::nullopt; }
  /// Moves to a byte of the stream, for containers whose directory is at their end; false where that is impossible.
  virtual bool seek(uint64_t /*offset*/) { return false; }
  /// Bytes of the whole stream where seek() works.
  virtual std::optional<uint64_t> size() const { return std::nullopt; }
};

/// A file, or standard input for `-`.
class FileSource : public ByteSource {
 public:
  /// \throws IoError when it cannot be opened.
  explicit FileSource(const std::string& path);
  ~FileSource() override;
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  size_t read(char* out, size_t size) override;
  bool seek(uint64_t offset) override;
  std::optional<uint64_t> size() const override { return size_; }
  uint64_t bytes_read() const { return bytes_read_; }  ///< of the file, in all

 private:
  std::string path_;
  int descriptor_;
  uint64_t bytes_read_ = 0;
  std::optional<uint64_t> size_;  // of a regular file
};

/// Ends a stream that unpacks to far more than it takes: a decompression bomb. Text packs 3 to 30 times, a log of equal
/// lines perhaps 200 times, a bomb 1,000 times.
class ExpansionGuard {
 public:
  static constexpr uint64_t kFree = uint64_t{256} << 20;  ///< bytes that are never questioned
  static constexpr uint64_t kMostTimes = 250;             ///< above them, bytes unpacked for a packed one
  /// \throws IoError when `unpacked` bytes are too many for `packed` ones.
  static void check(uint64_t packed, uint64_t unpacked);
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_ARCHIVE_BYTE_SOURCE_H_
