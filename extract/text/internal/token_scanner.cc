#include "extract/text/internal/token_scanner.h"

#include <utf8proc.h>

#include <algorithm>

#include "extract/nn/features.h"
#include "extract/text/internal/word_rules.h"

namespace actant::internal {

void TokenScanner::run() {
  document_.tokens.clear();
  document_.tokens.reserve(text_.size() / 5 + 8);
  size_t at = skip_gap(0);
  while (at < text_.size()) {
    if (at >= chunk_end_) look_at_chunk(at);
    switch (kind(at)) {
      case CharClass::kLetter: at = scan_word(at); break;
      case CharClass::kDigit: at = is_ascii_digit(text_[at]) ? scan_number(at) : scan_word(at); break;
      case CharClass::kApostrophe: at = scan_apostrophe(at); break;
      case CharClass::kSymbol: {
        const size_t end = find_emoji(at);
        add(at, end);
        at = end;
        break;
      }
      default: at = scan_punctuation(at);
    }
    at = skip_gap(at);
  }
  if (!document_.tokens.empty()) document_.tokens.back().space_after = 3;
}

// Skips what belongs to no token and writes down what follows the last one.
size_t TokenScanner::skip_gap(size_t at) {
  uint32_t lines = 0;
  bool blank = false;
  for (;;) {
    const ClassifiedChar c = classify(text_, at);
    if (c.size == 0) break;
    if (c.kind == CharClass::kNewline) {
      if (!(text_[at] == '\r' && byte(at + 1) == '\n')) ++lines;  // CR LF is one
    } else if (c.kind == CharClass::kBlank || c.kind == CharClass::kControl) {
      blank = true;
    } else if (c.kind != CharClass::kInvisible && c.kind != CharClass::kZeroSpace) {
      break;
    }
    at += c.size;
  }
  if (!document_.tokens.empty()) {
    document_.tokens.back().space_after = lines > 1 ? 3 : lines == 1 ? 2 : blank ? 1 : 0;
  }
  if (lines > 1) open_quote_ = static_cast<size_t>(-1);
  return at;
}

void TokenScanner::look_at_chunk(size_t at) {
  chunk_has_at_ = chunk_has_url_ = chunk_has_dot_ = false;
  size_t end = at;
  for (; end < text_.size() && static_cast<uint8_t>(text_[end]) > ' '; ++end) {
    const char c = text_[end];
    if (c == '@') chunk_has_at_ = true;
    if (c == ':') chunk_has_url_ = true;
    if (c == '.' && end > at && is_ascii_alnum(text_[end - 1]) && is_ascii_alnum(byte(end + 1))) {
      chunk_has_dot_ = chunk_has_url_ = true;
    }
  }
  chunk_end_ = std::max(end, at + 1);
}

void TokenScanner::add(size_t begin, size_t end, bool inside) {
  Token token;
  token.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  token.form = slice(begin, end);
  token.multiword_inside = inside;
  const bool plain = std::all_of(token.form.begin(), token.form.end(), [](char c) {
    return static_cast<uint8_t>(c) < 128 && !is_ascii_upper(c) && !is_ascii_digit(c);
  });
  if (plain) {
    token.norm = token.form;
  } else {
    normalize_form(token.form, norm_);
    token.norm = norm_ == token.form ? token.form : document_.arena.store(norm_);
  }
  document_.tokens.push_back(token);
}

size_t TokenScanner::add_word(size_t begin, size_t end) {
  const auto parts = find_fused_word(slice(begin, end));
  size_t from = begin;
  for (const uint8_t part : parts) {
    if (part == 0) break;
    add(from, begin + part, from != begin);
    from = begin + part;
  }
  add(from, end, from != begin);
  return end;
}

bool TokenScanner::adjacent(size_t at) const {
  return !document_.tokens.empty() && document_.tokens.back().span.end == at;
}

size_t TokenScanner::same_run(size_t at) const {
  size_t end = at + 1;
  while (end < text_.size() && text_[end] == text_[at]) ++end;
  return end;
}

size_t TokenScanner::skip_blanks(size_t at) const {
  while (at < text_.size()) {
    const ClassifiedChar c = classify(text_, at);
    if (c.kind != CharClass::kBlank && c.kind != CharClass::kInvisible) break;
    at += c.size;
  }
  return at;
}

bool TokenScanner::upper_at(size_t at) const {
  if (at >= text_.size()) return false;
  const auto lead = static_cast<uint8_t>(text_[at]);
  if (lead < 128) return is_ascii_upper(text_[at]);
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(decode_utf8(text_, at).value));
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

}  // namespace actant::internal
