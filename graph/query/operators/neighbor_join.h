#ifndef ACTANT_GRAPH_QUERY_OPERATORS_NEIGHBOR_JOIN_H_
#define ACTANT_GRAPH_QUERY_OPERATORS_NEIGHBOR_JOIN_H_

#include "graph/query/operator.h"

namespace actant {

/// For each match of its input, in which one end of the triple is bound, the edges at that node. Keeps one match in
/// memory. Cost: a seek for each input match and a step for each edge.
class NeighborJoinOperator : public Operator {
 public:
  /// `direction`: kOut when the subject is bound, kIn when the object is.
  NeighborJoinOperator(std::unique_ptr<Operator> from, TripleStep step, Direction direction, const GraphReader& reader,
                       OperatorEstimate estimate);
  std::string describe() const override;

 protected:
  bool advance(Match& match) override;

 private:
  TripleStep step_;
  Direction direction_;
  std::unique_ptr<EdgeCursor> cursor_;
  Match current_;
  bool active_ = false;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_OPERATORS_NEIGHBOR_JOIN_H_
