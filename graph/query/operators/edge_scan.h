#ifndef ACTANT_GRAPH_QUERY_OPERATORS_EDGE_SCAN_H_
#define ACTANT_GRAPH_QUERY_OPERATORS_EDGE_SCAN_H_

#include "graph/query/operator.h"

namespace actant {

/// All edges of the graph that a triple of two free variables matches, for each match of its input. A symmetric edge
/// matches from either end. Cost: every edge of the graph for each input match.
class EdgeScanOperator : public Operator {
 public:
  EdgeScanOperator(std::unique_ptr<Operator> from, TripleStep step, const GraphReader& reader,
                   OperatorEstimate estimate);
  std::string describe() const override { return "all edges: " + step_.text; }

 protected:
  bool advance(Match& match) override;

 private:
  TripleStep step_;
  std::unique_ptr<EdgeCursor> cursor_;
  Match current_;
  bool active_ = false;
  bool turn_ = false;  // the edge of the cursor is to be given the other way round too
};

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_OPERATORS_EDGE_SCAN_H_
