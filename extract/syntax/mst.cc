#include "extract/syntax/mst.h"

#include <algorithm>
#include <cmath>

namespace actant {
namespace {

constexpr uint32_t kNoParent = 0xffffffff;
constexpr double kVeryLow = -1e6;

double finite(float score) { return std::isfinite(score) ? std::max<double>(score, kVeryLow) : kVeryLow; }

}  // namespace

void TreeDecoder::decode(const float* scores, size_t tokens, size_t stride, uint32_t* heads) {
  if (tokens == 0 || greedy(scores, tokens, stride, heads)) return;
  solve(scores, tokens, stride, 0, heads);
  if (std::count(heads, heads + tokens, 0u) == 1) return;
  double lowest = 0, highest = 0;
  for (size_t i = 0; i < tokens; ++i) {
    for (size_t j = 0; j <= tokens; ++j) {
      if (j == i + 1) continue;
      lowest = std::min(lowest, finite(scores[i * stride + j]));
      highest = std::max(highest, finite(scores[i * stride + j]));
    }
  }
  solve(scores, tokens, stride, (highest - lowest + 1) * static_cast<double>(tokens), heads);
}

bool TreeDecoder::greedy(const float* scores, size_t tokens, size_t stride, uint32_t* heads) {
  size_t roots = 0;
  for (size_t i = 0; i < tokens; ++i) {
    const float* row = scores + i * stride;
    size_t best = 0;
    for (size_t j = 1; j <= tokens; ++j) {
      if (j != i + 1 && finite(row[j]) > finite(row[best])) best = j;
    }
    heads[i] = static_cast<uint32_t>(best);
    roots += best == 0;
  }
  if (roots != 1) return false;
  // A tree exactly when each token reaches the root; state: 0 new, 1 on this walk, 2 reaches it.
  state_.assign(tokens + 1, 0);
  state_[0] = 2;
  for (uint32_t start = 1; start <= tokens; ++start) {
    uint32_t node = start;
    for (; state_[node] == 0; node = heads[node - 1]) state_[node] = 1;
    if (state_[node] == 1) return false;
    for (node = start; state_[node] == 1; node = heads[node - 1]) state_[node] = 2;
  }
  return true;
}

void TreeDecoder::load(const float* scores, size_t stride, double root_penalty) {
  arcs_.resize(nodes_ * nodes_);
  for (uint32_t to = 1; to < nodes_; ++to) {
    for (uint32_t from = 0; from < nodes_; ++from) {
      if (from == to) continue;
      const double score = finite(scores[(to - 1) * stride + from]);
      arc(to, from) = {from == 0 ? score - root_penalty : score, from, to};
    }
  }
  active_.resize(nodes_);
  id_.resize(nodes_);
  for (uint32_t i = 0; i < nodes_; ++i) active_[i] = id_[i] = i;
  best_.assign(nodes_, 0);
  state_.assign(nodes_, 0);
  state_[0] = 2;
  chosen_.assign(nodes_, {});
  parent_.assign(nodes_, kNoParent);
}

void TreeDecoder::solve(const float* scores, size_t tokens, size_t stride, double root_penalty, uint32_t* heads) {
  nodes_ = tokens + 1;
  load(scores, stride, root_penalty);
  for (uint32_t slot = 1; slot < nodes_; ++slot) {
    if (state_[slot] == 0) grow_from(slot);
  }
  expand(heads);
}

uint32_t TreeDecoder::best_head(uint32_t slot) const {
  const Arc* row = arcs_.data() + static_cast<size_t>(slot) * nodes_;
  uint32_t best = kNoParent;
  for (const uint32_t from : active_) {
    if (from != slot && (best == kNoParent || row[from].weight > row[best].weight)) best = from;
  }
  return best;
}

/// Follows best heads from `slot` until the root's tree is met; a cycle on the way becomes one slot and the walk goes
/// on from it.
void TreeDecoder::grow_from(uint32_t slot) {
  path_.clear();
  while (state_[slot] != 2) {
    if (state_[slot] == 1) {
      contract(static_cast<size_t>(std::find(path_.begin(), path_.end(), slot) - path_.begin()));
      slot = path_.back();
    } else {
      state_[slot] = 1;
      path_.push_back(slot);
    }
    best_[slot] = best_head(slot);
    chosen_[id_[slot]] = arc(slot, best_[slot]);
    slot = best_[slot];
  }
  for (const uint32_t on_path : path_) state_[on_path] = 2;
}

/// Merges the cycle path_[begin..] into the slot of its first element, which stays on the path.
void TreeDecoder::contract(size_t begin) {
  const uint32_t slot = path_[begin];
  const uint32_t id = static_cast<uint32_t>(chosen_.size());
  chosen_.push_back({});
  parent_.push_back(kNoParent);
  for (size_t k = begin; k < path_.size(); ++k) {
    parent_[id_[path_[k]]] = id;
    state_[path_[k]] = 3;  // on the cycle, for the loop below
  }
  for (size_t k = begin; k < path_.size(); ++k) {
    const uint32_t member = path_[k];
    const double inside = arc(member, best_[member]).weight;
    for (const uint32_t other : active_) {
      if (state_[other] == 3) continue;
      Arc in = arc(member, other), out = other == 0 ? Arc{} : arc(other, member);
      in.weight -= inside;
      if (k == begin || in.weight > arc(slot, other).weight) arc(slot, other) = in;
      if (other != 0 && (k == begin || out.weight > arc(other, slot).weight)) arc(other, slot) = out;
    }
  }
  std::erase_if(active_, [&](uint32_t other) { return state_[other] == 3 && other != slot; });
  path_.resize(begin + 1);
  state_[slot] = 1;
  id_[slot] = id;
}

/// From the last contraction to the first: the arc that enters it replaces the cycle's arc at the member it enters.
void TreeDecoder::expand(uint32_t* heads) {
  for (uint32_t id = static_cast<uint32_t>(chosen_.size()); id-- > nodes_;) {
    uint32_t member = chosen_[id].dependent;
    while (parent_[member] != id) member = parent_[member];
    chosen_[member] = chosen_[id];
  }
  for (uint32_t node = 1; node < nodes_; ++node) heads[node - 1] = chosen_[node].head;
}

}  // namespace actant
