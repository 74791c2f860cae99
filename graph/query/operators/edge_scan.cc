#include "graph/query/operators/edge_scan.h"

namespace actant {

EdgeScanOperator::EdgeScanOperator(std::unique_ptr<Operator> from, TripleStep step, const GraphReader& reader,
                                   OperatorEstimate estimate)
    : Operator(estimate), step_(std::move(step)), cursor_(reader.cursor()) {
  add_input(std::move(from));
}

bool EdgeScanOperator::advance(Match& match) {
  for (;;) {
    if (turn_) {
      turn_ = false;
      match = current_;
      const EdgeKey& key = cursor_->key();
      if (step_.bind(key, key.object, key.subject, match)) return true;
    }
    if (!active_) {
      if (!input().next(current_)) return false;
      cursor_->seek_all(step_.relations_for(current_));
      active_ = true;
    }
    if (!cursor_->next()) {
      active_ = false;
      continue;
    }
    const EdgeKey& key = cursor_->key();
    if (!step_.accepts(key)) continue;
    turn_ = relation_info(key.relation).symmetric;
    match = current_;
    if (step_.bind(key, key.subject, key.object, match)) return true;
  }
}

}  // namespace actant
