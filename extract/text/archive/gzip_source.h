#ifndef ACTANT_EXTRACT_TEXT_ARCHIVE_GZIP_SOURCE_H_
#define ACTANT_EXTRACT_TEXT_ARCHIVE_GZIP_SOURCE_H_

#include <deque>
#include <memory>
#include <utility>

#include "extract/text/archive/input_stream.h"

namespace actant {

/// Unpacks gzip: all members, one behind the other (RFC 1952), as WARC files have one for each record. What follows the
/// last member and is none is passed over. A damaged member costs that member: recover() goes on with the next one.
class GzipSource : public ByteSource {
 public:
  /// `packed` is borrowed.
  explicit GzipSource(InputStream& packed);
  ~GzipSource() override;
  size_t read(char* out, size_t size) override;
  bool recover() override;
  std::optional<uint64_t> member_start(uint64_t offset) override;

 private:
  bool begin_member();
  [[noreturn]] void fail(const std::string& reason);

  struct Inflate;
  InputStream& packed_;
  std::unique_ptr<Inflate> inflate_;
  bool inside_ = false;
  std::string error_;                                  // told by the next read(), behind what could be unpacked
  uint64_t in_ = 0, out_ = 0;                          // bytes taken and given
  std::deque<std::pair<uint64_t, uint64_t>> members_;  // where each begins: in this stream, in the packed one
};

/// Unpacks a zlib (`deflate`), raw deflate or gzip block held in memory, as HTTP bodies are packed; stops at `limit`
/// bytes.
/// \return false when the data are damaged or longer; `out` then holds what could be read.
bool inflate_block(std::string_view packed, size_t limit, std::string& out);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_ARCHIVE_GZIP_SOURCE_H_
