#ifndef ACTANT_GRAPH_QUERY_INTERNAL_PATTERN_FILTERS_H_
#define ACTANT_GRAPH_QUERY_INTERNAL_PATTERN_FILTERS_H_

#include <vector>

#include "graph/query/internal/pattern_cursor.h"
#include "graph/query/pattern.h"

namespace actant::internal {

/// Reads what stands behind `filter`: comparisons joined by or, and, not and parentheses (graph/query/pattern.md).
class PatternFilterReader {
 public:
  explicit PatternFilterReader(PatternCursor& cursor) : at_(cursor) {}

  /// \throws ParseError
  PatternFilter read() { return read_or(0); }
  /// The variables that filters name: they must stand for nodes.
  const std::vector<PatternToken>& variables() const { return variables_; }

 private:
  PatternFilter read_or(int depth);
  PatternFilter read_and(int depth);
  PatternFilter read_factor(int depth);
  PatternFilter read_comparison();
  std::string variable(const std::string& what);
  PatternTerm other();
  Comparison comparison();

  PatternCursor& at_;
  std::vector<PatternToken> variables_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_QUERY_INTERNAL_PATTERN_FILTERS_H_
