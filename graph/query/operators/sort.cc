#include "graph/query/operators/sort.h"

#include <algorithm>
#include <cmath>

namespace actant {
namespace {

OperatorEstimate estimate_of(const Operator& from, size_t limit, double key_cost) {
  const double rows = from.estimate().rows;
  const double kept = limit == 0 ? rows : std::min(rows, static_cast<double>(limit));
  return {kept, from.estimate().cost + rows * (key_cost + 0.05 * std::log2(2 + kept))};
}

}  // namespace

SortOperator::SortOperator(std::unique_ptr<Operator> from, MakeKeys make_keys, std::vector<bool> descending,
                           size_t limit, double key_cost)
    : Operator(estimate_of(*from, limit, key_cost)),
      make_keys_(std::move(make_keys)),
      descending_(std::move(descending)),
      limit_(limit) {
  add_input(std::move(from));
}

std::string SortOperator::describe() const { return limit_ == 0 ? "sort" : "sort, first " + std::to_string(limit_); }

bool SortOperator::before(const Row& a, const Row& b) const {
  for (size_t i = 0; i < a.keys.size(); ++i) {
    const Key &left = a.keys[i], &right = b.keys[i];
    if (left.number != right.number) return (left.number < right.number) != descending_[i];
    if (left.text != right.text) return (left.text < right.text) != descending_[i];
  }
  if (a.match.slots != b.match.slots) return a.match.slots < b.match.slots;
  return a.match.edges < b.match.edges;
}

void SortOperator::shrink() {
  std::sort(rows_.begin(), rows_.end(), [this](const Row& a, const Row& b) { return before(a, b); });
  if (limit_ != 0 && rows_.size() > limit_) rows_.resize(limit_);
}

void SortOperator::build() {
  Match match;
  while (input().next(match)) {
    rows_.push_back({make_keys_(match), match});
    if (limit_ != 0 && rows_.size() >= 2 * limit_ + 100) shrink();
  }
  shrink();
  built_ = true;
}

bool SortOperator::advance(Match& match) {
  if (!built_) build();
  if (at_ == rows_.size()) return false;
  match = std::move(rows_[at_++].match);
  return true;
}

}  // namespace actant
