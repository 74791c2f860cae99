#ifndef ACTANT_EXTRACT_TEXT_ARCHIVE_CHARSET_H_
#define ACTANT_EXTRACT_TEXT_ARCHIVE_CHARSET_H_

#include <memory>
#include <string>
#include <string_view>

#include "extract/text/archive/input_stream.h"

namespace actant {

/// Whether `label` names a character set that decode() knows.
bool is_known_charset(std::string_view label);

/// Whether `label` means UTF-8 (or its subset ASCII is meant: then Windows-1252 is, as on the web).
bool is_utf8_label(std::string_view label);

/// `bytes` as UTF-8. Labels are read as browsers do (WHATWG Encoding): `latin1` and `ascii` are Windows-1252, `gb2312`
/// is GB 18030, case does not matter. What is invalid becomes U+FFFD; an unknown label counts as Windows-1252.
std::string decode(std::string_view bytes, std::string_view label);

/// Repairs text that calls itself UTF-8: every maximal run of invalid bytes becomes one U+FFFD.
std::string replace_invalid_utf8(std::string_view bytes);

/// Leaves valid UTF-8 as it is, decodes anything else from `label`. \return empty, or without a label what is wrong
/// with it (describe_invalid_utf8()).
std::string make_utf8(std::string& bytes, std::string_view label, std::string_view of_what);

/// The Unicode form that a byte order mark at the start announces (`UTF-8`, `UTF-16LE`, ...) and its size; empty label
/// when there is none.
struct ByteOrderMark {
  std::string_view label;
  size_t size = 0;
};
ByteOrderMark find_byte_order_mark(std::string_view bytes);

/// UTF-16 or UTF-32 of Latin text without a byte order mark, told by where its zero bytes stand: the label, else empty.
std::string_view guess_wide_charset(std::string_view bytes);

/// Bytes of unknown origin as UTF-8, removing a byte order mark. The character set is, in this order: that of the mark,
/// the first of `labels` that is known, UTF-8 where the bytes are valid, else Windows-1252.
std::string decode_with_hints(std::string&& bytes, std::initializer_list<std::string_view> labels);

/// A stream in another character set as UTF-8, through iconv; what is invalid becomes U+FFFD.
class DecodingSource : public ByteSource {
 public:
  /// `encoded` is borrowed. `label` as decode().
  DecodingSource(InputStream& encoded, std::string_view label);
  ~DecodingSource() override;
  size_t read(char* out, size_t size) override;
  bool recover() override { return encoded_.recover(); }

 private:
  InputStream& encoded_;
  void* converter_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_ARCHIVE_CHARSET_H_
