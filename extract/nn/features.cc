#include "extract/nn/features.h"

#include <utf8proc.h>

#include <algorithm>

namespace actant {
namespace {

constexpr char32_t kReplacement = 0xfffd;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

/// Code point at `position` (< size), which moves behind it; a broken byte gives U+FFFD.
char32_t next_code_point(std::string_view text, size_t& position) {
  const unsigned char first = static_cast<unsigned char>(text[position]);
  if (first < 0x80) {
    ++position;
    return first;
  }
  utf8proc_int32_t code_point = -1;
  const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + position,
                                     static_cast<utf8proc_ssize_t>(text.size() - position), &code_point);
  position += used > 0 ? static_cast<size_t>(used) : 1;
  return used > 0 ? static_cast<char32_t>(code_point) : kReplacement;
}

char32_t plain(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x2032: return '\'';
    case 0x201c:
    case 0x201d:
    case 0x2033: return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212: return '-';
    default: return c;
  }
}

enum class Letter { kNone, kUpper, kLower, kOther };

Letter letter_kind(char32_t c) {
  if (c < 0x80) {
    if (c >= 'a' && c <= 'z') return Letter::kLower;
    return c >= 'A' && c <= 'Z' ? Letter::kUpper : Letter::kNone;
  }
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT: return Letter::kUpper;
    case UTF8PROC_CATEGORY_LL: return Letter::kLower;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: return Letter::kOther;
    default: return Letter::kNone;
  }
}

/// Bytes of the code point that starts with `first`.
size_t sequence_length(char first) {
  const unsigned char byte = static_cast<unsigned char>(first);
  return byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

}  // namespace

void normalize_form(std::string_view form, std::string& out) {
  out.clear();
  if (is_ascii(form)) {
    out.resize(form.size());
    for (size_t i = 0; i < form.size(); ++i) {
      const char c = form[i];
      out[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c >= '0' && c <= '9' ? '0' : c;
    }
    return;
  }
  for (size_t position = 0; position < form.size();) {
    const char32_t c = next_code_point(form, position);
    const char32_t mapped = is_digit(c) ? U'0' : plain(c);
    utf8proc_uint8_t bytes[4];
    const auto lower = mapped == c ? utf8proc_tolower(static_cast<utf8proc_int32_t>(c)) : static_cast<int32_t>(mapped);
    const auto count = utf8proc_encode_char(lower, bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<size_t>(count));
  }
}

uint8_t word_shape(std::string_view form) {
  size_t letters = 0, upper = 0, digits = 0, code_points = 0;
  bool first_upper = false;
  for (size_t position = 0; position < form.size(); ++code_points) {
    const char32_t c = next_code_point(form, position);
    const Letter kind = letter_kind(c);
    digits += is_digit(c);
    upper += kind == Letter::kUpper;
    if (kind != Letter::kNone && letters++ == 0) first_upper = kind == Letter::kUpper;
  }
  if (letters == 0) return digits == 0 ? 0 : digits == code_points ? 1 : 2;
  if (digits > 0) return 3;
  if (upper == 0) return 4;
  if (upper == letters && form.find('.', 1) != std::string_view::npos) return 9;
  if (letters == 1) return 5;
  if (first_upper && upper == 1) return 6;
  if (upper == letters) return letters <= 4 ? 7 : 8;
  return first_upper ? 10 : 11;
}

bool has_lower_case(std::string_view form) {
  for (size_t position = 0; position < form.size();) {
    if (letter_kind(next_code_point(form, position)) == Letter::kLower) return true;
  }
  return false;
}

size_t ngram_rows(std::string_view norm, uint32_t buckets, uint32_t* rows) {
  // `<` and `>` are hashed as if they stood around the bytes of `norm`; starts and ends move by code points.
  const size_t size = norm.size() + 2;
  const auto byte_at = [&](size_t i) { return i == 0 ? '<' : i + 1 == size ? '>' : norm[i - 1]; };
  size_t count = 0;
  for (size_t start = 0; start < size; start += sequence_length(byte_at(start))) {
    uint64_t hash = 14695981039346656037ull;
    size_t end = start;
    for (int length = 1; length <= 5 && end < size; ++length) {
      const size_t next = std::min(size, end + sequence_length(byte_at(end)));
      for (; end < next; ++end) hash = (hash ^ static_cast<unsigned char>(byte_at(end))) * 1099511628211ull;
      if (length < 3 || (start == 0 && end == size)) continue;
      if (count == kMaxNgrams) return count;
      rows[count++] = static_cast<uint32_t>(hash % buckets);
    }
  }
  return count;
}

}  // namespace actant
