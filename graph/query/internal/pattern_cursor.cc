#include "graph/query/internal/pattern_cursor.h"

#include <algorithm>
#include <charconv>

#include "graph/model/error.h"
#include "graph/query/internal/pattern_words.h"

namespace actant::internal {
namespace {

using Kind = PatternToken::Kind;

std::string shown(const PatternToken& at) {
  return at.kind == Kind::kVariable ? quoted("?" + at.text) : quoted(at.text);
}

template <typename Number>
bool read_number(const PatternToken& token, Number& value) {
  const char* end = token.text.data() + token.text.size();
  const auto [last, error] = std::from_chars(token.text.data(), end, value);
  return token.kind == Kind::kWord && error == std::errc() && last == end;
}

}  // namespace

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

PatternCursor::PatternCursor(std::string_view text) : tokens_(pattern_tokens(text)) {}

void PatternCursor::fail(const PatternToken& at, const std::string& what) { throw ParseError(what, {}, 1, at.column); }

void PatternCursor::fail_here(const std::string& expected) const {
  const PatternToken& at = token();
  if (at.kind == Kind::kEnd) fail(at, "the pattern ends where " + expected + " is expected");
  fail(at, "expected " + expected + ", found " + shown(at));
}

const PatternToken& PatternCursor::token(size_t ahead) const {
  return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

PatternToken PatternCursor::take() { return tokens_[at_ + 1 < tokens_.size() ? at_++ : at_]; }

bool PatternCursor::take_symbol(std::string_view symbol) {
  if (!token().is(symbol)) return false;
  take();
  return true;
}

bool PatternCursor::take_word(std::string_view word) {
  if (!token().is_word(word)) return false;
  take();
  return true;
}

void PatternCursor::need_symbol(std::string_view symbol) {
  if (!take_symbol(symbol)) fail_here(quoted(symbol));
}

bool PatternCursor::at_clause() const {
  if (token().kind != Kind::kWord) return false;
  if (token().text == "order") return token(1).is_word("by");
  return is_clause_word(token().text);
}

std::string PatternCursor::date() {
  if (token().kind != Kind::kWord || !is_pattern_date(token().text)) {
    fail_here("a date like 2024, 2024-01 or 2024-01-31");
  }
  return take().text;
}

std::string PatternCursor::words_until_end(const std::string& what) {
  std::string text;
  while (token().kind == Kind::kWord || token().kind == Kind::kQuoted) text += (text.empty() ? "" : " ") + take().text;
  if (text.empty()) fail_here(what);
  return text;
}

std::vector<std::string> PatternCursor::word_list(const std::string& what) {
  std::vector<std::string> words;
  do {
    if (token().kind != Kind::kWord) fail_here(what);
    words.push_back(take().text);
  } while (take_symbol("|") || take_symbol(","));
  return words;
}

uint64_t PatternCursor::number() {
  uint64_t value = 0;
  if (!read_number(token(), value)) fail_here("a whole number");
  take();
  return value;
}

double PatternCursor::fraction() {
  double value = 0;
  if (!read_number(token(), value) || !(value >= 0 && value <= 1)) fail_here("a number from 0 to 1");
  take();
  return value;
}

std::string PatternCursor::variable(const std::string& what) {
  if (token().kind != Kind::kVariable || token().text.empty()) fail_here(what);
  used_.push_back(token());
  return take().text;
}

std::vector<std::string> PatternCursor::variables(const std::string& what) {
  std::vector<std::string> names;
  while (token().kind == Kind::kVariable) {
    names.push_back(variable(what));
    take_symbol(",");
  }
  if (names.empty()) fail_here(what);
  return names;
}

}  // namespace actant::internal
