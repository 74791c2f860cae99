#ifndef ACTANT_GRAPH_QUERY_OPERATORS_DISTINCT_H_
#define ACTANT_GRAPH_QUERY_OPERATORS_DISTINCT_H_

#include <unordered_set>

#include "graph/query/operator.h"

namespace actant {

/// Hash of the values of some slots.
struct HashSlots {
  size_t operator()(const std::vector<uint64_t>& slots) const {
    uint64_t hash = slots.size();
    for (const uint64_t value : slots) hash = (hash ^ value ^ value >> 29) * 0x9e3779b97f4a7c15ULL;
    return hash ^ hash >> 32;
  }
};

/// The first match of each combination of some slots. Keeps these combinations in memory: about 50 bytes and 8 for each
/// slot.
class DistinctOperator : public Operator {
 public:
  DistinctOperator(std::unique_ptr<Operator> from, std::vector<size_t> slots);
  std::string describe() const override { return "distinct"; }

 protected:
  bool advance(Match& match) override;

 private:
  std::vector<size_t> slots_;
  std::unordered_set<std::vector<uint64_t>, HashSlots> seen_;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_OPERATORS_DISTINCT_H_
