#ifndef ACTANT_GRAPH_QUERY_INTERNAL_PATTERN_WORDS_H_
#define ACTANT_GRAPH_QUERY_INTERNAL_PATTERN_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

namespace actant::internal {

// The words that mean something in a pattern.

/// `filter`, `select`, ...; not `order`, which counts only before `by`.
bool is_clause_word(std::string_view word);
/// `met-with`, `open:buy`, `events`, `facts`, `open`, `any`.
bool is_relation_word(std::string_view word);
bool is_pattern_date(std::string_view word);

std::vector<std::string_view> type_words();
std::vector<std::string_view> condition_words();

/// The relation that differs least from `word`, or an empty view when none is near.
std::string_view nearest_relation(std::string_view word);
/// `'acused' is no relation (did you mean accused?)`.
std::string unknown_relation(std::string_view word);
/// The same for a word of another list; without a near one all are named.
std::string unknown_word(std::string_view kind, std::string_view word, const std::vector<std::string_view>& words);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_QUERY_INTERNAL_PATTERN_WORDS_H_
