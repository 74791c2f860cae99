#ifndef ACTANT_GRAPH_QUERY_OPERATORS_SORT_H_
#define ACTANT_GRAPH_QUERY_OPERATORS_SORT_H_

#include <functional>
#include <string>

#include "graph/query/operator.h"

namespace actant {

/// Sorts its input by keys that a function makes of each match; matches with equal keys by their slots and edges, so
/// that the order depends on the graph alone. Keeps all matches in memory or, with a limit, at most twice as many as
/// that.
class SortOperator : public Operator {
 public:
  /// One key of a match: a number or, where both numbers are equal, a text.
  struct Key {
    double number = 0;
    std::string text;
  };
  using MakeKeys = std::function<std::vector<Key>(const Match& match)>;

  /// `descending[i]`: whether key i sorts from high to low. `limit`: only the first matches are asked for; 0: all.
  SortOperator(std::unique_ptr<Operator> from, MakeKeys make_keys, std::vector<bool> descending, size_t limit,
               double key_cost);
  std::string describe() const override;

 protected:
  bool advance(Match& match) override;

 private:
  struct Row {
    std::vector<Key> keys;
    Match match;
  };
  bool before(const Row& a, const Row& b) const;
  void build();
  void shrink();

  MakeKeys make_keys_;
  std::vector<bool> descending_;
  size_t limit_;
  std::vector<Row> rows_;
  size_t at_ = 0;
  bool built_ = false;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_OPERATORS_SORT_H_
