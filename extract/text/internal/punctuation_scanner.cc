#include <algorithm>

#include "extract/text/internal/token_scanner.h"
#include "extract/text/internal/word_rules.h"

namespace actant::internal {
namespace {

bool is_one_of(char c, std::string_view set) { return c != '\0' && set.find(c) != std::string_view::npos; }

// Words that are written with an apostrophe at their beginning.
bool is_clipped(std::string_view letters) {
  const auto same = [&](std::string_view word) {
    return letters.size() == word.size() &&
           std::equal(word.begin(), word.end(), letters.begin(), [](char a, char b) { return a == ascii_lower(b); });
  };
  return same("em") || same("cause") || same("cuz") || same("til") || same("bout") || same("n") || same("round");
}

bool is_clitic(std::string_view letters) {
  for (const std::string_view clitic : {"s", "m", "re", "ve", "ll", "d"}) {
    if (letters.size() == clitic.size() &&
        std::equal(clitic.begin(), clitic.end(), letters.begin(), [](char a, char b) { return a == ascii_lower(b); })) {
      return true;
    }
  }
  return false;
}

}  // namespace

// An apostrophe that no word took: a quote, a year (`'98`), a clipped word (`'em`) or a clitic behind a bracket or
// blank.
size_t TokenScanner::scan_apostrophe(size_t at) {
  const size_t next = at + classify(text_, at).size;
  const size_t end = word_run(next);
  const std::string_view word = slice(next, end);
  const bool year = word.size() >= 2 && word.size() <= 3 && is_ascii_digit(word[0]) && is_ascii_digit(word[1]) &&
                    (word.size() == 2 || word[2] == 's') && !adjacent(at);
  const bool quote = kind(end) == CharClass::kApostrophe;  // `'n'` and `'s'` are quoted letters
  if (year || (!adjacent(at) && !quote && is_clipped(word)) || (!quote && is_clitic(word))) {
    add(at, end, false);
    return end;
  }
  const bool doubled = slice(at, next) == slice(next, std::min(text_.size(), next + (next - at)));
  const size_t behind = doubled ? next + (next - at) : next;
  add(at, behind);
  open_quote_ = !doubled && word_at(next) ? at : static_cast<size_t>(-1);
  return behind;
}

// Full stops, exclamation and question marks: `...`, `?!` and `!!!` are one token each.
size_t TokenScanner::scan_stops(size_t at) {
  size_t end = at, dots = 0;
  while (byte(end) == '.') ++end;
  dots = end - at;
  const size_t marks = end;
  while (is_one_of(byte(end), "!?")) ++end;
  if (dots > 1 || (dots == 1 && end - marks != 1)) end = marks;
  if (dots == 0 && byte(end) == '.' && byte(end + 1) != '.' && end - at > 2) ++end;  // `!!!.`
  add(at, end);
  return end;
}

size_t TokenScanner::scan_punctuation(size_t at) {
  const char c = text_[at];
  const char next = byte(at + 1);
  size_t end = at;
  if (is_one_of(c, ":;=(<>^8-") && (end = find_emoticon(at)) != at) {
    add(at, end);
    return end;
  }
  const bool first = !adjacent(at);
  if (is_one_of(c, ".!?")) {
    if (c == '.' && is_ascii_digit(next) && first) return scan_number(at);
    return scan_stops(at);
  }
  if (c == '&') {
    end = find_entity(at);
  } else if ((c == '#' || c == '@') && first && is_ascii_letter(next)) {
    end = word_run(at + 1);
  } else if (c == '+' && first && is_ascii_digit(next)) {
    return scan_number(at);
  } else if (is_one_of(c, "+-=*~#<>|^\\/$")) {
    end = same_run(at);
    if ((c == '-' || c == '=') && byte(end) == '>') ++end;  // arrows
  } else if (static_cast<uint8_t>(c) >= 128) {
    const CodePoint point = decode_utf8(text_, at);
    const bool repeats =
        point.value == 0x2013 || point.value == 0x2014 || point.value == 0x2026 || point.value == 0x2018;
    const std::string_view sign = text_.substr(at, point.size);
    end = at + point.size;
    if (point.value == 0x2018 && text_.substr(end, 3) == "\u2019") end += 3;  // ‘’ for a double quote
    while (repeats && text_.substr(end, point.size) == sign) end += point.size;
    if (point.value == 0x2018 && end == at + point.size) open_quote_ = at;  // ‘
  }
  if (end == at) end = at + 1;
  add(at, end);
  return end;
}

}  // namespace actant::internal
