#ifndef ACTANT_EXTRACT_TEXT_ARCHIVE_INPUT_STREAM_H_
#define ACTANT_EXTRACT_TEXT_ARCHIVE_INPUT_STREAM_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "extract/text/archive/byte_source.h"

namespace actant {

/// Buffered reading of a ByteSource, 256 KiB at a time. Every function may throw IoError as the source does; what came
/// before a damage is handed out first.
class InputStream {
 public:
  /// `offset`: that of the first byte of the source, where it does not stand at its beginning.
  explicit InputStream(std::unique_ptr<ByteSource> source, uint64_t offset = 0)
      : source_(std::move(source)), buffer_(std::make_unique_for_overwrite<char[]>(kBuffer)), base_(offset) {}
  InputStream(const InputStream&) = delete;
  InputStream& operator=(const InputStream&) = delete;

  /// What is buffered, at least one byte before the end of the input; empty at the end. Valid until the next call.
  std::string_view ahead();
  /// The next `size` bytes (up to 256 KiB) without taking them, fewer at the end. Valid until the next call.
  std::string_view ahead(size_t size);
  /// Takes `size` bytes of what ahead() gave.
  void consume(size_t size) { next_ += size; }
  /// The next byte without taking it, -1 at the end.
  int peek() { return next_ < end_ || fill() ? static_cast<unsigned char>(buffer_[next_]) : -1; }
  /// The next byte, -1 at the end.
  int get() { return next_ < end_ || fill() ? static_cast<unsigned char>(buffer_[next_++]) : -1; }
  /// Appends the next line without its line feed; false at the end. A line longer than `limit` bytes is cut there and
  /// `too_long` is set; the rest of it is skipped.
  bool read_line(std::string& line, size_t limit, bool& too_long);
  /// Appends everything left up to `limit` bytes; false when there is more.
  bool read_all(std::string& bytes, size_t limit);
  /// Appends `size` bytes; fewer at the end, which is how many it returns.
  uint64_t read(std::string& bytes, uint64_t size);
  /// Passes over `size` bytes; fewer at the end, which is how many it returns.
  uint64_t skip(uint64_t size);

  /// Bytes taken so far.
  uint64_t offset() const { return base_ + next_; }
  /// Where the file below can be opened to read on from `offset` bytes: see ByteSource::member_start.
  std::optional<uint64_t> member_start(uint64_t offset) { return source_->member_start(offset); }
  /// From here on, keeps what is taken, so that kept() can give it again: for the bytes of a record as they stand in
  /// the file. Each record lets go of those before it by keep_from(), which does nothing where keep() was not called.
  /// What comes to more than `most` bytes is not kept.
  void keep(uint64_t most);
  void keep_from(uint64_t offset);
  /// The bytes from `begin` to `end`; nullopt where they are not, or no longer, kept.
  std::optional<std::string> kept(uint64_t begin, uint64_t end) const;
  /// After an IoError: drops what is buffered and goes on behind the damage; false where that is impossible.
  bool recover();
  /// Whether ahead() met a damage that is told when what came before it is used up.
  bool damaged_ahead() const { return !error_.empty(); }
  ByteSource& source() { return *source_; }

 private:
  static constexpr size_t kBuffer = 256 * 1024;
  bool fill();         // the buffer is used up
  bool fill_behind();  // appends to what is buffered
  size_t read_source(char* out, size_t size);
  void save(size_t end);  // of the buffer, what is before `end` and is to be kept

  std::unique_ptr<ByteSource> source_;
  std::unique_ptr<char[]> buffer_;  // kBuffer bytes
  size_t next_ = 0, end_ = 0;
  uint64_t base_;  // bytes before the buffer
  uint64_t most_kept_ = 0;
  uint64_t kept_from_ = 0;  // offset of the first byte to keep
  std::string kept_;        // the bytes from there on that have left the buffer
  std::string error_;       // of the source, told when what came before is used up
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_ARCHIVE_INPUT_STREAM_H_
