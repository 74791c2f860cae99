#ifndef ACTANT_GRAPH_QUERY_OPERATORS_SEED_H_
#define ACTANT_GRAPH_QUERY_OPERATORS_SEED_H_

#include "graph/query/operator.h"

namespace actant {

/// The beginning of a plan: the names of the query bound to their nodes. A name that stands for several nodes gives a
/// match for each of them, several such names one for each combination.
class SeedOperator : public Operator {
 public:
  /// `choices[slot]`: the nodes of the slot; empty for variables.
  SeedOperator(std::vector<std::vector<NodeId>> choices, size_t triples);
  std::string describe() const override { return "names of the query"; }

 protected:
  bool advance(Match& match) override;

 private:
  std::vector<std::vector<NodeId>> choices_;
  size_t triples_;
  std::vector<size_t> at_;  // the choice of each slot
  bool done_ = false;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_OPERATORS_SEED_H_
