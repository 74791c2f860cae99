#ifndef ACTANT_GRAPH_QUERY_PATTERN_SEARCH_H_
#define ACTANT_GRAPH_QUERY_PATTERN_SEARCH_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "graph/query/operators/sort.h"
#include "graph/query/pattern.h"

namespace actant {

/// The nodes that a name of the query stands for. An empty list: no such node, and so the query has no match.
using NameLookup = std::function<std::vector<NodeId>(const PatternTerm& name)>;

/// What the edges of a match say together.
struct MatchSummary {
  uint32_t articles = 0;              ///< of the edge that the fewest support
  double confidence = 0;              ///< that all are right, if they are independent
  std::string first_date, last_date;  ///< of all edges
};

/// A query being answered. Matches come one by one; what is not asked for is not read.
///
///     PatternSearch search(store, parse_pattern("?x met-with ?y . ?y holds-position Iran"), lookup);
///     while (search.next()) print(search.node(0), search.node(1));
///
/// For one thread; the store must outlive it. Sees the graph as it was when it was made, but for names and evidence,
/// which are read when they are needed. Matches that no order was asked for come in the order in which they are found.
class PatternSearch {
 public:
  /// Plans the query. \throws what `lookup` throws.
  PatternSearch(const Store& store, const PatternQuery& query, const NameLookup& lookup);
  ~PatternSearch();
  PatternSearch(const PatternSearch&) = delete;
  PatternSearch& operator=(const PatternSearch&) = delete;

  /// The variables shown: those of select, or of count by, or all that have a name.
  struct Column {
    std::string name;  ///< without `?`
    bool is_relation = false;
    size_t slot = 0;
  };
  const std::vector<Column>& columns() const { return columns_; }
  /// True when matches are counted: then count() means something, and there are no edges.
  bool counts() const { return counts_; }

  /// Goes on to the next match; false when there is none.
  bool next();
  NodeId node(size_t column) const { return NodeId{match_.slots[columns_[column].slot]}; }
  /// The relation of a column that is one: `met-with`, `open:buy`.
  std::string relation(size_t column) const;
  uint64_t count() const { return match_.count; }

  /// An edge of the match; `turned` when the pattern has its object as subject, which only symmetric ones may be.
  struct MatchedEdge {
    Edge edge;
    bool turned = false;
  };
  /// The edges of the match by triple, with the counts, dates and confidence of the evidence that the triple asks for.
  /// Cost: a look-up for each, and its evidence where the triple has conditions on it.
  std::vector<MatchedEdge> edges() const;

  /// What the edges say together.
  static MatchSummary summarize(const std::vector<MatchedEdge>& edges);

  /// The plan as an indented tree, each operator with the matches expected and, once it ran, given:
  ///
  ///     limit 10  (expected 10, gave 2)
  ///       edges to the object: ?x accused Israel  (expected 41, gave 2)
  std::string explain() const;

 private:
  struct Impl;

  std::vector<MatchedEdge> edges_of(const Match& match) const;
  std::vector<SortOperator::Key> sort_keys(const std::vector<std::pair<PatternOrder::Key, size_t>>& order,
                                           const Match& match) const;
  std::string slot_text(uint64_t value, size_t slot) const;

  std::unique_ptr<Impl> impl_;
  std::vector<Column> columns_;
  bool counts_ = false;
  bool ended_ = false;
  Match match_;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_PATTERN_SEARCH_H_
