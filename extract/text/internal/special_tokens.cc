// Tokens with a grammar of their own: addresses, file names, emoticons, HTML entities, emoji.
#include <algorithm>
#include <array>

#include "extract/text/internal/token_scanner.h"
#include "extract/text/internal/word_rules.h"

namespace actant::internal {
namespace {

bool starts_with_any_case(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  for (size_t i = 0; i < lower.size(); ++i) {
    if (ascii_lower(text[i]) != lower[i]) return false;
  }
  return true;
}

bool is_host_char(char c) { return is_ascii_alnum(c) || c == '.' || c == '-' || c == '_'; }

// Longer ones first.
constexpr auto kEmoticons = std::to_array<std::string_view>(
    {":'-(", ":'(", ":-)", ":-(", ":-D", ":-P", ":-p", ":-/", ":-|", ":-o", ":-O", ";-)", ";-(", ":o)", "=-)",
     "^_^",  "-_-", "8-)", ">:(", "(-:", ":)",  ":(",  ":D",  ":P",  ":p",  ":/",  ":|",  ":]",  ":[",  ":o",
     ":O",   ":*",  ";)",  ";(",  ";D",  ";P",  "=)",  "=(",  "=D",  "=P",  "(:",  "(;",  "<3",  ":3",  ":S"});

bool is_zero_width_joiner(char32_t value) { return value == 0x200d; }
bool is_regional(char32_t value) { return value >= 0x1f1e6 && value <= 0x1f1ff; }
bool is_emoji_extension(char32_t value) {
  return value == 0xfe0f || value == 0x20e3 || (value >= 0x1f3fb && value <= 0x1f3ff);
}

}  // namespace

// End of an address from `at`: up to a blank, a quote or an angle bracket, less the punctuation of the sentence around
// it.
size_t TokenScanner::url_end(size_t at) const {
  size_t end = at, open = 0, closed = 0;
  for (; end < text_.size(); ++end) {
    const char c = text_[end];
    if (static_cast<uint8_t>(c) <= ' ' || c == '<' || c == '>' || c == '"') break;
    if (static_cast<uint8_t>(c) >= 128 && !word_at(end) && (static_cast<uint8_t>(c) & 0xc0) != 0x80) break;
    open += c == '(';
    closed += c == ')';
  }
  while (end > at) {
    const char c = text_[end - 1];
    if (c == ')' ? closed <= open : std::string_view(".,;:!?'*]}").find(c) == std::string_view::npos) break;
    closed -= c == ')';
    --end;
  }
  return end;
}

size_t TokenScanner::find_url(size_t at) const {
  if (!chunk_has_url_) return at;
  const std::string_view rest = text_.substr(at, 12);
  for (const std::string_view scheme : {"http://", "https://", "ftp://", "www.", "mailto:", "doi:", "file://"}) {
    if (!starts_with_any_case(rest, scheme)) continue;
    const size_t end = url_end(at);
    return end > at + scheme.size() ? end : at;
  }
  return at;
}

size_t TokenScanner::find_email(size_t at) const {
  if (!chunk_has_at_) return at;
  size_t sign = at;
  const size_t limit = std::min(text_.size(), at + kLookahead);
  while (sign < limit && (is_host_char(text_[sign]) || text_[sign] == '%' || text_[sign] == '+')) ++sign;
  if (sign == at || byte(sign) != '@' || !is_ascii_alnum(byte(sign + 1))) return at;
  size_t end = sign + 1;
  while (end < text_.size() && is_host_char(text_[end])) ++end;
  while (!is_ascii_alnum(text_[end - 1])) --end;
  return end;
}

// `example.org/path`, `report.pdf`, `comp.lang.misc`: labels parted by full stops that are no sentence ends.
size_t TokenScanner::find_host(size_t at) const {
  if (!chunk_has_dot_) return at;
  const size_t limit = std::min(text_.size(), at + kLookahead);
  size_t end = at, label = at, dots = 0;
  bool lower = true;
  for (; end < limit && is_host_char(text_[end]); ++end) {
    if (text_[end] == '.') {
      if (end == label || !is_ascii_alnum(byte(end + 1))) break;  // `..`, or the stop of the sentence
      ++dots;
      label = end + 1;
    }
    lower = lower && !is_ascii_upper(text_[end]);
  }
  if (dots == 0 || end == label) return at;
  size_t last = label;  // the last label without what a hyphen adds: `example.com-based`
  while (last < end && is_ascii_alnum(text_[last])) ++last;
  const std::string_view extension = slice(label, last);
  const bool one_case = std::none_of(extension.begin(), extension.end(), is_ascii_upper) ||
                        std::none_of(extension.begin(), extension.end(), is_ascii_lower);
  if (label - at > 2 && one_case && is_name_extension(extension)) return byte(last) == '/' ? url_end(at) : last;
  const bool letters = std::none_of(text_.begin() + at, text_.begin() + end, is_ascii_digit);
  return dots >= 2 && lower && letters && end - at > 3 * (dots + 1) ? end : at;  // names of news groups, not `e.g.x`
}

size_t TokenScanner::find_emoticon(size_t at) const {
  const std::string_view rest = text_.substr(at, 4);
  for (const std::string_view face : kEmoticons) {
    if (!rest.starts_with(face)) continue;
    const char next = byte(at + face.size());
    const bool open = face.back() == '(' || face.front() == '(';
    if (is_ascii_alnum(next) || next == '/' || (open && next != '\0' && static_cast<uint8_t>(next) > ' ')) continue;
    if (face.front() == '(' && adjacent(at)) continue;
    return at + face.size();
  }
  return at;
}

size_t TokenScanner::find_entity(size_t at) const {
  size_t end = at + 1;
  if (byte(end) == '#') ++end;
  const size_t name = end;
  while (end - name < 9 && is_ascii_alnum(byte(end))) ++end;
  return end - name >= 2 && byte(end) == ';' ? end + 1 : at;
}

// A symbol with what changes its looks: presentation, skin colour, joined symbols, the second half of a flag.
size_t TokenScanner::find_emoji(size_t at) const {
  CodePoint point = decode_utf8(text_, at);
  size_t end = at + point.size;
  bool flag = is_regional(point.value), joined = false;
  while (end < text_.size() && static_cast<uint8_t>(text_[end]) >= 128) {
    point = decode_utf8(text_, end);
    const bool second = flag && is_regional(point.value);
    if (!second && !joined && !is_emoji_extension(point.value) && !is_zero_width_joiner(point.value)) break;
    if (joined && classify_wide(point.value) != CharClass::kSymbol) break;
    joined = is_zero_width_joiner(point.value);
    flag = false;
    end += point.size;
  }
  return end;
}

}  // namespace actant::internal
