#ifndef ACTANT_GRAPH_QUERY_OPERATORS_HASH_JOIN_H_
#define ACTANT_GRAPH_QUERY_OPERATORS_HASH_JOIN_H_

#include <unordered_map>

#include "graph/query/operator.h"

namespace actant {

/// Joins the matches of its first input with those of its second, which is one triple alone, over the slots that both
/// bind. Keeps the second input in memory: about 100 bytes a match. Cost: both inputs once.
class HashJoinOperator : public Operator {
 public:
  /// `shared`: slots that both inputs bind; `step`: the triple of the second input.
  HashJoinOperator(std::unique_ptr<Operator> from, std::unique_ptr<Operator> triple, TripleStep step,
                   std::vector<size_t> shared, OperatorEstimate estimate);
  std::string describe() const override { return "hash join: " + step_.text; }

 protected:
  bool advance(Match& match) override;

 private:
  struct Row {
    EdgeKey edge;
    NodeId subject, object;
  };
  uint64_t key_of(const Match& match) const;
  void build();

  TripleStep step_;
  std::vector<size_t> shared_;
  std::unordered_multimap<uint64_t, Row> rows_;
  std::unordered_multimap<uint64_t, Row>::const_iterator at_, end_;
  Match current_;
  bool built_ = false, active_ = false;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_OPERATORS_HASH_JOIN_H_
