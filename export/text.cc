#include "export/text.h"

#include <utf8proc.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace actant {
namespace {

bool is_plain_ascii(std::string_view text) {
  for (const unsigned char c : text) {
    if (c >= 0x80 || (c < 0x20 && c != '\t' && c != '\n')) return false;
  }
  return true;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

// The bytes of the white space at `i`, which Unicode has many of (property White_Space); 0 when there is none.
size_t space_at(std::string_view text, size_t i) {
  if (is_space(text[i])) return 1;
  const std::string_view rest = text.substr(i);
  if (rest.starts_with("\xc2\x85") || rest.starts_with("\xc2\xa0")) return 2;
  if (rest.size() < 3 || rest[0] < '\xe1' || rest[0] > '\xe3') return 0;
  const std::string_view point = rest.substr(0, 3);
  if (point == "\xe1\x9a\x80" || point == "\xe2\x81\x9f" || point == "\xe3\x80\x80") return 3;
  if (!point.starts_with("\xe2\x80")) return 0;
  const auto last = static_cast<unsigned char>(point[2]);
  return last <= 0x8a || last == 0xa8 || last == 0xa9 || last == 0xaf ? 3 : 0;  // U+2000-200A, 2028, 2029, 202F
}

bool is_allowed(int32_t point) {
  if (point < 0x20) return point == '\t' || point == '\n';
  return point != 0x7f && point != 0xfffe && point != 0xffff && (point < 0xd800 || point > 0xdfff) && point <= 0x10ffff;
}

// Drops what is not allowed, replaces what is not UTF-8; a carriage return counts as a newline.
std::string valid_points(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (size_t i = 0; i < text.size();) {
    utf8proc_int32_t point = 0;
    const auto length = utf8proc_iterate(bytes + i, static_cast<utf8proc_ssize_t>(text.size() - i), &point);
    if (length <= 0) {
      result += "\xef\xbf\xbd";
      ++i;
      continue;
    }
    if (point == '\r') {
      if (i + 1 >= text.size() || text[i + 1] != '\n') result += '\n';
    } else if (is_allowed(point)) {
      result.append(text.substr(i, static_cast<size_t>(length)));
    }
    i += static_cast<size_t>(length);
  }
  return result;
}

// For each byte whether XML may need another form of it.
constexpr std::array<bool, 256> special_bytes(std::string_view bytes) {
  std::array<bool, 256> result{};
  for (const char c : bytes) result[static_cast<unsigned char>(c)] = true;
  return result;
}
constexpr auto kSpecialInText = special_bytes("&<>");
constexpr auto kSpecialInAttribute = special_bytes("&<>\"\t\n\r\f\v");

std::string_view escaped(std::string_view text, size_t i, bool attribute) {
  switch (text[i]) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '"': return "&quot;";
    case '>': return attribute || (i >= 2 && text[i - 1] == ']' && text[i - 2] == ']') ? "&gt;" : ">";
    default: return " ";  // a parser would normalize white space to a blank in any case
  }
}

// What needs no escape is copied in one piece.
void append_xml(std::string& out, std::string_view text, bool attribute) {
  const auto& special = attribute ? kSpecialInAttribute : kSpecialInText;
  size_t done = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (!special[static_cast<unsigned char>(text[i])]) continue;
    out.append(text, done, i - done);
    out += escaped(text, i, attribute);
    done = i + 1;
  }
  out.append(text, done);
}

// True where two characters that need an escape have nothing but white space between them.
bool needs_cdata(std::string_view text) {
  constexpr auto kNone = std::string_view::npos;
  if (text.find('&') == kNone && text.find('<') == kNone && text.find("]]>") == kNone) return false;
  bool after_escape = false;
  bool blank_between = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (kSpecialInText[static_cast<unsigned char>(c)] && escaped(text, i, false) != ">") {
      if (after_escape && blank_between) return true;
      after_escape = true;
      blank_between = false;
    } else if (is_space(c)) {
      blank_between = after_escape;
    } else {
      after_escape = false;
    }
  }
  return false;
}

// `]]>`, which would end a section, is parted between two.
void append_cdata(std::string& out, std::string_view text) {
  constexpr std::string_view kBegin = "<![CDATA[", kEnd = "]]>";
  out += kBegin;
  for (size_t end = text.find(kEnd); end != std::string_view::npos; end = text.find(kEnd)) {
    out += text.substr(0, end + 2);
    out += kEnd;
    out += kBegin;
    text.remove_prefix(end + 2);
  }
  out += text;
  out += kEnd;
}

constexpr uint64_t kEvery = 0x0101010101010101, kHighBits = kEvery * 0x80;

// The high bits of those of eight bytes below 0x80 that are zero.
uint64_t zero_bytes(uint64_t eight) { return (kHighBits - (eight & ~kHighBits)) & kHighBits; }

// True where none of eight bytes needs an escape in JSON.
bool is_plain_json(const char* bytes) {
  uint64_t eight = 0;
  std::memcpy(&eight, bytes, sizeof eight);
  // The high bit of the lowest byte that is zero, among others.
  const auto none = [](uint64_t value) { return (value - kEvery) & ~value; };
  const uint64_t controls = (eight - kEvery * ' ') & ~eight;
  return ((controls | none(eight ^ kEvery * '"') | none(eight ^ kEvery * '\\')) & kHighBits) == 0;
}

}  // namespace

bool is_clean_name(std::string_view text) {
  if (text.empty()) return true;
  bool after_blank = true;
  size_t at = 0;
  for (; at + sizeof(uint64_t) <= text.size(); at += sizeof(uint64_t)) {
    uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if (((eight | (eight - kEvery * ' ')) & kHighBits) != 0 || zero_bytes(eight ^ kEvery * 0x7f) != 0) return false;
    // The bytes before each, which are the lower ones: all machines that actant is built for are little-endian.
    const uint64_t blanks = zero_bytes(eight ^ kEvery * ' '), before = blanks << 8 | (after_blank ? 0x80 : 0);
    if ((blanks & before) != 0) return false;
    after_blank = (blanks & kHighBits) >> 63 != 0;
  }
  for (; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c >= 0x7f || c < 0x20 || (c == ' ' && after_blank)) return false;
    after_blank = c == ' ';
  }
  return !after_blank;
}

std::string clean_text(std::string_view text) {
  if (is_plain_ascii(text)) return std::string(text);
  const std::string valid = valid_points(text);
  utf8proc_uint8_t* composed = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(valid.data()), static_cast<utf8proc_ssize_t>(valid.size()),
                   &composed, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (length < 0) return valid;
  std::string result(reinterpret_cast<char*>(composed), static_cast<size_t>(length));
  std::free(composed);
  return result;
}

std::string clean_name(std::string_view text) {
  if (is_clean_name(text)) return std::string(text);
  const std::string clean = clean_text(text);
  std::string result;
  result.reserve(clean.size());
  for (size_t i = 0; i < clean.size();) {
    const size_t space = space_at(clean, i);
    if (space == 0) {
      result += clean[i++];
    } else {
      if (!result.empty() && result.back() != ' ') result += ' ';
      i += space;
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

std::string shorten(std::string_view text, size_t limit) {
  std::string clean = clean_name(text);
  if (clean.size() <= limit) return clean;
  size_t points = 0;
  size_t last_blank = 0;
  size_t cut = 0;  // byte after the first limit - 1 code points, which leaves room for the ellipsis
  for (size_t i = 0; i < clean.size(); ++i) {
    if ((static_cast<unsigned char>(clean[i]) & 0xc0) == 0x80) continue;
    if (points + 1 == limit) cut = i;
    if (points == limit) {
      clean.resize(last_blank > cut / 2 ? last_blank : cut);
      return clean + "\xe2\x80\xa6";
    }
    if (clean[i] == ' ' && points + 1 < limit) last_blank = i;
    ++points;
  }
  return clean;
}

void append_xml_text(std::string& out, std::string_view text) {
  if (needs_cdata(text)) return append_cdata(out, text);
  append_xml(out, text, false);
}

void append_xml_attribute(std::string& out, std::string_view text) { append_xml(out, text, true); }

void append_json_string(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  size_t done = 0;  // what needs no escape is copied in one piece
  for (size_t i = 0; i < text.size(); ++i) {
    while (i + sizeof(uint64_t) <= text.size() && is_plain_json(text.data() + i)) i += sizeof(uint64_t);
    if (i == text.size()) break;
    const char c = text[i];
    if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, done, i - done);
    done = i + 1;
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        out += "\\u00";
        out += kHex[(c >> 4) & 15];
        out += kHex[c & 15];
    }
  }
  out.append(text, done);
  out += '"';
}

void append_iri(std::string& out, std::string_view iri) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  for (const char c : iri) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7f || std::string_view("<>\"{}|\\^`").find(c) != std::string_view::npos) {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else {
      out += c;
    }
  }
}

void append_number(std::string& out, double value) {
  constexpr double kUnit = 1e4, kLargest = 1e14;  // up to here units are exact
  if (!std::isfinite(value)) value = 0;
  const double units = std::round(value * kUnit);
  if (std::abs(units) < kLargest) {
    if (std::signbit(units)) out += '-';
    const auto whole = static_cast<uint64_t>(std::abs(units));
    append_number(out, whole / 10000);
    std::array<char, 5> digits = {'.', '0', '0', '0', '0'};
    for (uint64_t i = 4, rest = whole % 10000; i > 0; --i, rest /= 10) digits[i] = static_cast<char>('0' + rest % 10);
    size_t length = digits.size();
    while (length > 2 && digits[length - 1] == '0') --length;
    out.append(digits.data(), length);
    return;
  }
  std::array<char, 400> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed).ptr;
  const std::string_view digits(buffer.data(), static_cast<size_t>(end - buffer.data()));
  out += digits;
  // Typed as double in every format: a bare integer would read as one.
  if (digits.find('.') == std::string_view::npos) out += ".0";
}

void append_number(std::string& out, uint64_t value) {
  std::array<char, 24> buffer;
  out.append(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr);
}

}  // namespace actant
