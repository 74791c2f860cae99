#ifndef ACTANT_GRAPH_QUERY_OPERATORS_COUNT_H_
#define ACTANT_GRAPH_QUERY_OPERATORS_COUNT_H_

#include "graph/query/operator.h"

namespace actant {

/// Counts its input: one match for each combination of the slots `by`, with all matches or the different values of one
/// slot counted. Groups come with the most first, then by their slots. Keeps the groups in memory, and the different
/// values.
class CountOperator : public Operator {
 public:
  /// `of`: the slot whose values are counted; -1: matches.
  CountOperator(std::unique_ptr<Operator> from, int of, std::vector<size_t> by);
  std::string describe() const override { return by_.empty() ? "count" : "count by group"; }

 protected:
  bool advance(Match& match) override;

 private:
  void build();

  int of_;
  std::vector<size_t> by_;
  std::vector<Match> groups_;
  size_t at_ = 0;
  bool built_ = false;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_OPERATORS_COUNT_H_
