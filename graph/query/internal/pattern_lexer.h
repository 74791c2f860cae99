#ifndef ACTANT_GRAPH_QUERY_INTERNAL_PATTERN_LEXER_H_
#define ACTANT_GRAPH_QUERY_INTERNAL_PATTERN_LEXER_H_

#include <string>
#include <string_view>
#include <vector>

namespace actant::internal {

/// A piece of a pattern.
struct PatternToken {
  enum class Kind {
    kWord,      ///< `Iran`, `met-with`, `2024-01`, `U.S.`
    kQuoted,    ///< "..." with \" and \\ inside
    kVariable,  ///< `?x` (text `x`) or `?` (empty)
    kSymbol,    ///< one of . [ ] ( ) , | : = != < <= > >=
    kEnd,
  };
  Kind kind = Kind::kEnd;
  std::string text;
  size_t column = 0;  ///< code points from 1

  bool is(std::string_view symbol) const { return kind == Kind::kSymbol && text == symbol; }
  bool is_word(std::string_view word) const { return kind == Kind::kWord && text == word; }
};

/// All tokens, the last one kEnd. \throws ParseError for text that is no UTF-8, a quotation without an end, a character
/// that may stand nowhere.
std::vector<PatternToken> pattern_tokens(std::string_view text);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_QUERY_INTERNAL_PATTERN_LEXER_H_
