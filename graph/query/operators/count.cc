#include "graph/query/operators/count.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "graph/query/operators/distinct.h"

namespace actant {
namespace {

OperatorEstimate estimate_of(const Operator& from, bool grouped) {
  return {grouped ? from.estimate().rows / 2 : 1, from.estimate().cost + from.estimate().rows * kHashCost};
}

}  // namespace

CountOperator::CountOperator(std::unique_ptr<Operator> from, int of, std::vector<size_t> by)
    : Operator(estimate_of(*from, !by.empty())), of_(of), by_(std::move(by)) {
  add_input(std::move(from));
}

void CountOperator::build() {
  std::unordered_map<std::vector<uint64_t>, size_t, HashSlots> group_of;
  std::unordered_set<std::vector<uint64_t>, HashSlots> counted;
  if (by_.empty()) groups_.emplace_back();
  Match match;
  std::vector<uint64_t> values(by_.size());
  while (input().next(match)) {
    for (size_t i = 0; i < by_.size(); ++i) values[i] = match.slots[by_[i]];
    size_t group = 0;
    if (!by_.empty()) {
      const auto [entry, is_new] = group_of.try_emplace(values, groups_.size());
      group = entry->second;
      if (is_new) {
        Match& made = groups_.emplace_back();
        made.slots.resize(match.slots.size());
        for (const size_t slot : by_) made.slots[slot] = match.slots[slot];
      }
    }
    if (of_ >= 0 && !counted.insert({group, match.slots[static_cast<size_t>(of_)]}).second) continue;
    ++groups_[group].count;
  }
  std::sort(groups_.begin(), groups_.end(),
            [](const Match& a, const Match& b) { return a.count != b.count ? a.count > b.count : a.slots < b.slots; });
  built_ = true;
}

bool CountOperator::advance(Match& match) {
  if (!built_) build();
  if (at_ == groups_.size()) return false;
  match = groups_[at_++];
  return true;
}

}  // namespace actant
