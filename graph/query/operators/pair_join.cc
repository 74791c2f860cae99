#include "graph/query/operators/pair_join.h"

namespace actant {

PairJoinOperator::PairJoinOperator(std::unique_ptr<Operator> from, TripleStep step, const GraphReader& reader,
                                   OperatorEstimate estimate)
    : Operator(estimate), step_(std::move(step)), cursor_(reader.cursor()) {
  add_input(std::move(from));
}

bool PairJoinOperator::advance(Match& match) {
  for (;;) {
    if (!active_) {
      if (!input().next(current_)) return false;
      cursor_->seek_pair(NodeId{current_.slots[step_.subject]}, NodeId{current_.slots[step_.object]},
                         step_.relations_for(current_));
      active_ = true;
    }
    while (cursor_->next()) {
      const EdgeKey& key = cursor_->key();
      if (!step_.accepts(key)) continue;
      match = current_;
      if (step_.bind(key, NodeId{current_.slots[step_.subject]}, NodeId{current_.slots[step_.object]}, match)) {
        return true;
      }
    }
    active_ = false;
  }
}

}  // namespace actant
