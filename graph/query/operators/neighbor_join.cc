#include "graph/query/operators/neighbor_join.h"

namespace actant {

NeighborJoinOperator::NeighborJoinOperator(std::unique_ptr<Operator> from, TripleStep step, Direction direction,
                                           const GraphReader& reader, OperatorEstimate estimate)
    : Operator(estimate), step_(std::move(step)), direction_(direction), cursor_(reader.cursor()) {
  add_input(std::move(from));
}

std::string NeighborJoinOperator::describe() const {
  return std::string(direction_ == Direction::kOut ? "edges from the subject: " : "edges to the object: ") + step_.text;
}

bool NeighborJoinOperator::advance(Match& match) {
  const bool out = direction_ == Direction::kOut;
  for (;;) {
    if (!active_) {
      if (!input().next(current_)) return false;
      const NodeId node{current_.slots[out ? step_.subject : step_.object]};
      cursor_->seek_node(node, direction_, step_.relations_for(current_));
      active_ = true;
    }
    const NodeId node{current_.slots[out ? step_.subject : step_.object]};
    while (cursor_->next()) {
      const EdgeKey& key = cursor_->key();
      if (!step_.accepts(key)) continue;
      match = current_;
      const NodeId other = cursor_->other();
      if (step_.bind(key, out ? node : other, out ? other : node, match)) return true;
    }
    active_ = false;
  }
}

}  // namespace actant
