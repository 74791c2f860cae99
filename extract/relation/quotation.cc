#include "extract/relation/quotation.h"

#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

enum class Mark : uint8_t { kNone, kOpen, kClose, kEither };

Mark mark_of(const Document& document, uint32_t token) {
  const std::string_view form = document.tokens[token].form;
  if (form.empty()) return Mark::kNone;
  if (is_one_of(form, {"\xE2\x80\x9C", "``", "\xC2\xAB", "\xE2\x80\x9E", "\xE2\x80\x98"})) return Mark::kOpen;
  if (is_one_of(form, {"\xE2\x80\x9D", "\xC2\xBB"})) return Mark::kClose;
  if (is_one_of(form, {"\"", "''"})) return Mark::kEither;
  return Mark::kNone;
}

// ’ closes what ‘ opened, but is an apostrophe elsewhere: it closes where no letter follows it directly.
bool closes_single(const Document& document, uint32_t token) {
  const Token& word = document.tokens[token];
  return is_one_of(word.form, {"\xE2\x80\x99", "'"}) && word.upos == Upos::kPunct;
}

bool space_before(const Document& document, uint32_t token) {
  return token == 0 || document.tokens[token - 1].space_after != 0;
}

bool starts_line(const Document& document, uint32_t token) {
  return token == 0 || document.tokens[token - 1].space_after >= 2;
}

// Whether a mark that may be either opens: blank before and none behind, as against none before.
bool looks_opening(const Document& document, uint32_t token) {
  if (document.tokens[token].space_after != 0) return false;
  if (space_before(document, token)) return true;
  const std::string_view before = document.tokens[token - 1].form;
  return is_one_of(before, {"(", "[", "-", "\xE2\x80\x94", "\xE2\x80\x93", "--", ":"});
}

}  // namespace

void find_quotations(const Document& document, std::vector<Quotation>& out) {
  out.clear();
  const auto count = static_cast<uint32_t>(document.tokens.size());
  uint32_t open = kNone;  // the opening mark
  uint32_t carried = kNone;
  bool single = false;
  const auto close = [&](uint32_t last, bool closed) {
    if (last > open + 1) {
      out.push_back({open + 1, last, closed, carried});
      carried = kNone;
    }
    open = kNone;
  };
  for (uint32_t token = 0; token < count; ++token) {
    if (token > 0 && open != kNone && document.tokens[token - 1].space_after >= 2) {
      const Mark next = mark_of(document, token);
      const bool carries_on = (next == Mark::kOpen || next == Mark::kEither) && document.tokens[token].space_after == 0;
      if (carries_on || document.tokens[token - 1].space_after == 3) {
        const size_t before = out.size();
        close(token, false);
        if (carries_on && out.size() > before) carried = static_cast<uint32_t>(out.size() - 1);
      }
    }
    const Mark mark = mark_of(document, token);
    if (open != kNone && single && closes_single(document, token)) {
      close(token, true);
      continue;
    }
    if (mark == Mark::kNone) continue;
    const bool is_single = document.tokens[token].form == "\xE2\x80\x98";
    if (open == kNone) {
      if (mark == Mark::kOpen ||
          (mark == Mark::kEither && (looks_opening(document, token) || starts_line(document, token)))) {
        open = token;
        single = is_single;
      }
      continue;
    }
    if (is_single) continue;  // nested
    if (mark == Mark::kClose || mark == Mark::kEither) {
      if (single) continue;
      close(token, true);
    } else {  // a second opening mark: the first was never closed
      open = token;
      single = false;
    }
  }
  if (open != kNone) close(count, false);
}

}  // namespace actant
