#include "extract/nn/word_pieces.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "graph/model/error.h"

namespace actant {
namespace {

constexpr char32_t kReplacement = 0xfffd;

// Code point at `position` (< size), which moves behind it; a broken byte gives U+FFFD.
char32_t next_code_point(std::string_view text, size_t& position) {
  utf8proc_int32_t code_point = -1;
  const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + position,
                                     static_cast<utf8proc_ssize_t>(text.size() - position), &code_point);
  position += used > 0 ? static_cast<size_t>(used) : 1;
  return used > 0 ? static_cast<char32_t>(code_point) : kReplacement;
}

void append(char32_t c, std::string& to) {
  std::array<utf8proc_uint8_t, 4> bytes;
  const auto count = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes.data());
  to.append(reinterpret_cast<const char*>(bytes.data()), static_cast<size_t>(count));
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' ||
         utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_ZS;
}

// What BERT drops: categories Cc, Cf, Cn, Co and Cs, but for blanks.
bool is_control(char32_t c) {
  if (c == 0 || c == kReplacement) return true;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CS: return true;
    default: return false;
  }
}

bool is_ideograph(char32_t c) {
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x20000 && c <= 0x2a6df) ||
         (c >= 0x2a700 && c <= 0x2b81f) || (c >= 0x2b820 && c <= 0x2ceaf) || (c >= 0xf900 && c <= 0xfaff) ||
         (c >= 0x2f800 && c <= 0x2fa1f);
}

// ASCII but for letters, digits and blanks, and the categories P*.
bool is_punctuation(char32_t c) {
  if (c < 0x80) {
    return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
  }
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO: return true;
    default: return false;
  }
}

bool is_ascii_word(std::string_view form) {
  for (const char c : form) {
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) return false;
  }
  return true;
}

// The form without accents and capitals, its parts between blanks.
void normalize(std::string_view form, std::string& plain) {
  plain.clear();
  if (is_ascii_word(form)) {
    for (const char c : form) plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return;
  }
  for (size_t position = 0; position < form.size();) {
    const char32_t c = next_code_point(form, position);
    if (is_space(c)) {
      plain += ' ';
      continue;
    }
    if (is_control(c)) continue;
    // Canonical decomposition leaves accents as marks of their own. 32 is more than any code point has.
    std::array<utf8proc_int32_t, 32> parts;
    int last_class = 0;
    const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(), parts.size(),
                                               UTF8PROC_DECOMPOSE, &last_class);
    for (utf8proc_ssize_t i = 0; i < count && i < static_cast<utf8proc_ssize_t>(parts.size()); ++i) {
      if (utf8proc_category(parts[static_cast<size_t>(i)]) == UTF8PROC_CATEGORY_MN) continue;
      const auto lower = static_cast<char32_t>(utf8proc_tolower(parts[static_cast<size_t>(i)]));
      const bool alone = is_punctuation(lower) || is_ideograph(lower);
      if (alone) plain += ' ';
      append(lower, plain);
      if (alone) plain += ' ';
    }
  }
}

}  // namespace

WordPieces::WordPieces(std::vector<std::string_view> pieces) {
  const auto id_of = [&](std::string_view name) {
    for (uint32_t id = 0; id < pieces.size(); ++id) {
      if (pieces[id] == name) return id;
    }
    throw CorruptData("word pieces: no " + std::string(name) + " among them");
  };
  unknown_ = id_of("[UNK]");
  first_ = id_of("[CLS]");
  last_ = id_of("[SEP]");
  vocabulary_ = Vocabulary(std::move(pieces));
}

void WordPieces::cut(std::string_view form, std::vector<uint32_t>& ids, Scratch& scratch) const {
  const size_t begin = ids.size(), limit = begin + kMaxPieces;
  normalize(form, scratch.plain);
  const std::string_view plain = scratch.plain;
  for (size_t position = 0; position < plain.size() && ids.size() < limit;) {
    const size_t end = std::min(plain.find(' ', position), plain.size());
    if (end > position) cut_part(plain.substr(position, end - position), limit, ids, scratch.piece);
    position = end + 1;
  }
  if (ids.size() == begin) ids.push_back(unknown_);
}

void WordPieces::cut_part(std::string_view part, size_t limit, std::vector<uint32_t>& ids, std::string& piece) const {
  const size_t begin = ids.size();
  size_t code_points = 0;
  for (const char c : part) code_points += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  bool known = code_points <= kMaxPart;
  for (size_t from = 0; known && from < part.size();) {
    piece.assign(from == 0 ? "" : "##");
    const size_t prefix = piece.size();
    piece.append(part.substr(from));
    uint32_t id = 0;
    // Id 0 is `[PAD]`, which no text becomes; so 0 means that there is none.
    while (piece.size() > prefix && (id = vocabulary_.find(piece)) == 0) {
      do piece.pop_back();
      while (piece.size() > prefix && (static_cast<unsigned char>(part[from + piece.size() - prefix]) & 0xc0) == 0x80);
    }
    known = id != 0;
    if (known) ids.push_back(id);
    from += piece.size() - prefix;
  }
  if (!known) {
    ids.resize(begin);
    ids.push_back(unknown_);
  }
  if (ids.size() > limit) ids.resize(limit);
}

}  // namespace actant
