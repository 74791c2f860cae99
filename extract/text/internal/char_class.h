#ifndef ACTANT_EXTRACT_TEXT_INTERNAL_CHAR_CLASS_H_
#define ACTANT_EXTRACT_TEXT_INTERNAL_CHAR_CLASS_H_

#include <array>
#include <cstdint>
#include <string_view>

#include "extract/text/utf8.h"

namespace actant::internal {

/// What a character is to the tokenizer.
enum class CharClass : uint8_t {
  kPunctuation,  ///< a token of its own, or part of a run of the same
  kLetter,       ///< letters of all scripts, marks, `_`
  kDigit,        ///< decimal digits, fractions, superscripts
  kApostrophe,   ///< ' ’ ʼ ′ `
  kBlank,        ///< white space within a line
  kNewline,      ///< ends a line
  kControl,      ///< control characters: they separate like a blank
  kInvisible,    ///< joiners, direction marks, soft hyphen: skipped, but no word ends at one inside it
  kZeroSpace,    ///< zero-width space: parts words, and counts as no blank
  kSymbol,       ///< emoji and other symbols above ASCII
};

struct ClassifiedChar {
  CharClass kind = CharClass::kBlank;
  uint8_t size = 0;  ///< bytes; 0 at the end of the text
};

namespace char_class {

constexpr std::array<CharClass, 128> make_ascii() {
  std::array<CharClass, 128> table{};
  for (int c = 0; c < 128; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    table[c] = letter                                             ? CharClass::kLetter
               : c >= '0' && c <= '9'                             ? CharClass::kDigit
               : c == '\'' || c == '`'                            ? CharClass::kApostrophe
               : c == ' ' || c == '\t'                            ? CharClass::kBlank
               : c == '\n' || c == '\r' || c == '\v' || c == '\f' ? CharClass::kNewline
               : c < ' ' || c == 127                              ? CharClass::kControl
                                                                  : CharClass::kPunctuation;
  }
  return table;
}

inline constexpr std::array<CharClass, 128> kAscii = make_ascii();

}  // namespace char_class

/// Class of a code point of 128 and above.
CharClass classify_wide(char32_t value);

/// The character at `at`; size 0 at the end. `text` must be valid UTF-8.
inline ClassifiedChar classify(std::string_view text, size_t at) {
  if (at >= text.size()) return {};
  const auto lead = static_cast<uint8_t>(text[at]);
  if (lead < 128) return {char_class::kAscii[lead], 1};
  const CodePoint point = decode_utf8(text, at);
  return {classify_wide(point.value), static_cast<uint8_t>(point.size)};
}

inline bool is_word(CharClass kind) { return kind == CharClass::kLetter || kind == CharClass::kDigit; }
inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_ascii_letter(char c) { return is_ascii_upper(c) || is_ascii_lower(c); }
inline bool is_ascii_alnum(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }
inline char ascii_lower(char c) { return is_ascii_upper(c) ? static_cast<char>(c + 32) : c; }

}  // namespace actant::internal

#endif  // ACTANT_EXTRACT_TEXT_INTERNAL_CHAR_CLASS_H_
