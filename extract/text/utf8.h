#ifndef ACTANT_EXTRACT_TEXT_UTF8_H_
#define ACTANT_EXTRACT_TEXT_UTF8_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace actant {

/// Offset of the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7: no overlong forms, surrogates
/// or values above U+10FFFF; a sequence that is cut short counts from its first byte); `text.size()` when all of it is.
/// Cost: linear, eight bytes at a time through ASCII.
size_t find_invalid_utf8(std::string_view text);

/// A decoded code point and the bytes it takes.
struct CodePoint {
  char32_t value = 0;
  uint32_t size = 0;  ///< 1 to 4
};

/// The code point that begins at `at` < text.size(). `text` must be valid UTF-8.
inline CodePoint decode_utf8(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return static_cast<uint8_t>(text[at + i]); };
  const uint8_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xe0) return {static_cast<char32_t>((lead & 0x1f) << 6 | (byte(1) & 0x3f)), 2};
  if (lead < 0xf0) {
    return {static_cast<char32_t>((lead & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f)), 3};
  }
  return {
      static_cast<char32_t>((lead & 0x07) << 18 | (byte(1) & 0x3f) << 12 | (byte(2) & 0x3f) << 6 | (byte(3) & 0x3f)),
      4};
}

/// Offset of the code point before `at` (0 < at <= text.size(), a boundary).
inline size_t previous_utf8(std::string_view text, size_t at) {
  do --at;
  while (at > 0 && (static_cast<uint8_t>(text[at]) & 0xc0) == 0x80);
  return at;
}

/// Number of code points. Cost: linear, eight bytes at a time.
size_t count_code_points(std::string_view text);

/// Converts between byte and code point offsets of one text, which must outlive the index and be valid UTF-8.
///
/// Building reads the text once; a conversion counts within one block of 128 bytes. A text of ASCII alone costs
/// nothing.
///
///     CodePointIndex index(text);
///     index.code_points(byte_offset);
class CodePointIndex {
 public:
  CodePointIndex() = default;
  explicit CodePointIndex(std::string_view text) { reset(text); }
  /// Indexes another text, keeping the memory.
  void reset(std::string_view text);

  /// Code points before the byte offset `bytes` <= text.size(); an offset within a sequence counts the whole of it.
  uint32_t code_points(uint32_t bytes) const;
  /// Byte offset of the code point number `code_points`; text.size() when there are not so many.
  uint32_t bytes(uint32_t code_points) const;
  uint32_t size() const { return size_; }  ///< code points of the text

 private:
  static constexpr uint32_t kBlock = 128;
  std::string_view text_;
  std::vector<uint32_t> before_;  // code points before each block; empty when all is ASCII
  uint32_t size_ = 0;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_UTF8_H_
