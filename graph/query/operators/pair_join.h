#ifndef ACTANT_GRAPH_QUERY_OPERATORS_PAIR_JOIN_H_
#define ACTANT_GRAPH_QUERY_OPERATORS_PAIR_JOIN_H_

#include "graph/query/operator.h"

namespace actant {

/// For each match of its input, in which both ends of the triple are bound, the edges between them. Keeps one match in
/// memory. Cost: a seek for each input match and relation.
class PairJoinOperator : public Operator {
 public:
  PairJoinOperator(std::unique_ptr<Operator> from, TripleStep step, const GraphReader& reader,
                   OperatorEstimate estimate);
  std::string describe() const override { return "edges between both ends: " + step_.text; }

 protected:
  bool advance(Match& match) override;

 private:
  TripleStep step_;
  std::unique_ptr<EdgeCursor> cursor_;
  Match current_;
  bool active_ = false;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_OPERATORS_PAIR_JOIN_H_
