#include "graph/query/operators/edge_condition.h"

namespace actant {

EdgeConditionOperator::EdgeConditionOperator(std::unique_ptr<Operator> from, TripleStep step, const Store& store,
                                             const GraphReader& reader, OperatorEstimate estimate)
    : Operator(estimate), step_(std::move(step)), reader_(reader), filter_(store, step_.condition.evidence) {
  add_input(std::move(from));
}

bool EdgeConditionOperator::passes(const EdgeKey& key) {
  const auto edge = reader_.edge(key);
  if (!edge || edge->articles < step_.condition.min_articles) return false;  // the evidence can only be less
  const auto narrowed = filter_.narrow(*edge);
  return narrowed && narrowed->articles >= step_.condition.min_articles &&
         narrowed->confidence >= step_.condition.min_confidence;
}

bool EdgeConditionOperator::advance(Match& match) {
  while (input().next(match)) {
    const EdgeKey& key = match.edges[step_.number];
    if (!has_last_ || key != last_) {
      last_ = key;
      last_passes_ = passes(key);
      has_last_ = true;
    }
    if (last_passes_) return true;
  }
  return false;
}

}  // namespace actant
