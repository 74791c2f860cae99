#include "graph/query/operators/distinct.h"

namespace actant {
namespace {

OperatorEstimate estimate_of(const Operator& from) {
  return {from.estimate().rows, from.estimate().cost + from.estimate().rows * kHashCost};
}

}  // namespace

DistinctOperator::DistinctOperator(std::unique_ptr<Operator> from, std::vector<size_t> slots)
    : Operator(estimate_of(*from)), slots_(std::move(slots)) {
  add_input(std::move(from));
}

bool DistinctOperator::advance(Match& match) {
  std::vector<uint64_t> values(slots_.size());
  while (input().next(match)) {
    for (size_t i = 0; i < slots_.size(); ++i) values[i] = match.slots[slots_[i]];
    if (seen_.insert(values).second) return true;
  }
  return false;
}

}  // namespace actant
