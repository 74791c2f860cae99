#include "graph/query/operators/seed.h"

namespace actant {
namespace {

double combinations(const std::vector<std::vector<NodeId>>& choices) {
  double product = 1;
  for (const auto& nodes : choices) product *= nodes.empty() ? 1 : static_cast<double>(nodes.size());
  return product;
}

}  // namespace

SeedOperator::SeedOperator(std::vector<std::vector<NodeId>> choices, size_t triples)
    : Operator({combinations(choices), 0}), choices_(std::move(choices)), triples_(triples), at_(choices_.size()) {}

bool SeedOperator::advance(Match& match) {
  if (done_) return false;
  match.slots.assign(choices_.size(), 0);
  match.edges.assign(triples_, EdgeKey{});
  match.count = 0;
  for (size_t slot = 0; slot < choices_.size(); ++slot) {
    if (!choices_[slot].empty()) match.slots[slot] = choices_[slot][at_[slot]].value;
  }
  done_ = true;
  for (size_t slot = 0; slot < choices_.size() && done_; ++slot) {  // the next combination, as an odometer
    if (choices_[slot].empty()) continue;
    if (++at_[slot] < choices_[slot].size()) {
      done_ = false;
    } else {
      at_[slot] = 0;
    }
  }
  return true;
}

}  // namespace actant
