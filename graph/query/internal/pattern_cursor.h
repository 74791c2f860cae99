#ifndef ACTANT_GRAPH_QUERY_INTERNAL_PATTERN_CURSOR_H_
#define ACTANT_GRAPH_QUERY_INTERNAL_PATTERN_CURSOR_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/query/internal/pattern_lexer.h"

namespace actant::internal {

/// `text` in single quotes, for messages.
std::string quoted(std::string_view text);

/// The place in the tokens of a pattern up to which it has been read. What is not as expected ends the reading with a
/// ParseError that names the column.
class PatternCursor {
 public:
  explicit PatternCursor(std::string_view text);

  const PatternToken& token(size_t ahead = 0) const;
  /// Index of token(0) among all.
  size_t at() const { return at_; }
  const PatternToken& token_at(size_t index) const { return tokens_[index]; }
  PatternToken take();
  void step_back() { --at_; }
  bool take_symbol(std::string_view symbol);
  bool take_word(std::string_view word);
  void need_symbol(std::string_view symbol);
  /// Whether a clause (filter, select, ...) begins here.
  bool at_clause() const;

  std::string date();
  /// \param what for the message: what the words are
  std::string words_until_end(const std::string& what);
  std::vector<std::string> word_list(const std::string& what);
  uint64_t number();
  double fraction();
  /// A variable that a clause names; used() tells them all, to be checked when the pattern is known.
  std::string variable(const std::string& what);
  std::vector<std::string> variables(const std::string& what);
  const std::vector<PatternToken>& used() const { return used_; }

  /// \throws ParseError
  [[noreturn]] static void fail(const PatternToken& at, const std::string& what);
  /// \throws ParseError: `expected`, and what stands there
  [[noreturn]] void fail_here(const std::string& expected) const;

 private:
  std::vector<PatternToken> tokens_;
  size_t at_ = 0;
  std::vector<PatternToken> used_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_QUERY_INTERNAL_PATTERN_CURSOR_H_
