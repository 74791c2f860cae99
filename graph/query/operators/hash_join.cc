#include "graph/query/operators/hash_join.h"

#include <tuple>
#include <utility>

namespace actant {

HashJoinOperator::HashJoinOperator(std::unique_ptr<Operator> from, std::unique_ptr<Operator> triple, TripleStep step,
                                   std::vector<size_t> shared, OperatorEstimate estimate)
    : Operator(estimate), step_(std::move(step)), shared_(std::move(shared)) {
  add_input(std::move(from));
  add_input(std::move(triple));
}

// Different values may have one key: bind() compares the slots themselves.
uint64_t HashJoinOperator::key_of(const Match& match) const {
  uint64_t key = 0;
  for (const size_t slot : shared_) key = (key ^ match.slots[slot]) * 0x9e3779b97f4a7c15ULL;
  return key;
}

void HashJoinOperator::build() {
  Match match;
  while (input(1).next(match)) {
    rows_.emplace(key_of(match), Row{match.edges[step_.number], NodeId{match.slots[step_.subject]},
                                     NodeId{match.slots[step_.object]}});
  }
  built_ = true;
}

bool HashJoinOperator::advance(Match& match) {
  if (!built_) build();
  for (;;) {
    if (!active_) {
      if (!input(0).next(current_)) return false;
      std::tie(at_, end_) = std::as_const(rows_).equal_range(key_of(current_));
      active_ = true;
    }
    for (; at_ != end_;) {
      const Row& row = (at_++)->second;
      match = current_;
      if (step_.bind(row.edge, row.subject, row.object, match)) return true;
    }
    active_ = false;
  }
}

}  // namespace actant
