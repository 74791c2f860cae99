#include "graph/algorithm/louvain.h"

#include <algorithm>
#include <numeric>

namespace actant {
namespace {

constexpr uint32_t kNone = ~uint32_t{0};
constexpr int kMostPasses = 32;  // single nodes may swing for ever between communities of equal gain

// A graph of communities as nodes: neighbours in compressed rows, loops apart.
struct Level {
  std::vector<uint32_t> begin;     // [nodes + 1] into to
  std::vector<uint32_t> to;
  std::vector<double> weight;      // beside to
  std::vector<double> loop;        // [nodes] weight inside, both directions
  std::vector<double> strength;    // [nodes] weight of all edges, loops included
  double total = 0;                // of all strengths

  uint32_t size() const { return static_cast<uint32_t>(loop.size()); }
};

struct Triple {
  uint32_t from, to;
  double weight;
};

Level make_level(uint32_t nodes, std::vector<Triple> triples) {
  std::sort(triples.begin(), triples.end(),
            [](const Triple& x, const Triple& y) { return x.from != y.from ? x.from < y.from : x.to < y.to; });
  Level level;
  level.begin.assign(nodes + 1, 0);
  level.loop.assign(nodes, 0);
  level.strength.assign(nodes, 0);
  uint32_t last_from = kNone;
  for (const Triple& triple : triples) {
    level.strength[triple.from] += triple.weight;
    level.total += triple.weight;
    if (triple.from == triple.to) {
      level.loop[triple.from] += triple.weight;
      continue;
    }
    if (last_from == triple.from && level.to.back() == triple.to) {
      level.weight.back() += triple.weight;
      continue;
    }
    last_from = triple.from;
    level.to.push_back(triple.to);
    level.weight.push_back(triple.weight);
    ++level.begin[triple.from + 1];
  }
  std::partial_sum(level.begin.begin(), level.begin.end(), level.begin.begin());
  return level;
}

// Moves nodes to the neighbouring community of the largest gain until none moves; [nodes] community of each.
std::vector<uint32_t> move_nodes(const Level& level, bool& moved) {
  std::vector<uint32_t> community(level.size());
  std::iota(community.begin(), community.end(), 0u);
  std::vector<double> total = level.strength;
  std::vector<double> towards(level.size(), 0);
  std::vector<uint32_t> touched;
  moved = false;
  bool again = true;
  for (int pass = 0; again && pass < kMostPasses; ++pass) {
    again = false;
    for (uint32_t node = 0; node < level.size(); ++node) {
      const uint32_t own = community[node];
      touched.assign(1, own);
      for (uint32_t i = level.begin[node]; i < level.begin[node + 1]; ++i) {
        const uint32_t other = community[level.to[i]];
        if (towards[other] == 0 && other != own) touched.push_back(other);
        towards[other] += level.weight[i];
      }
      total[own] -= level.strength[node];
      uint32_t best = own;
      double best_gain = towards[own] - total[own] * level.strength[node] / level.total;
      for (const uint32_t other : touched) {
        const double gain = towards[other] - total[other] * level.strength[node] / level.total;
        if (gain > best_gain + 1e-9 || (gain > best_gain - 1e-9 && best != own && other < best)) {
          best = other;
          best_gain = gain;
        }
        towards[other] = 0;
      }
      total[best] += level.strength[node];
      community[node] = best;
      moved |= best != own;
      again |= best != own;
    }
  }
  return community;
}

// Numbers the communities that are left from 0 in the order of their first nodes; returns how many there are.
uint32_t renumber(std::vector<uint32_t>& community) {
  std::vector<uint32_t> number(community.size(), kNone);
  uint32_t count = 0;
  for (uint32_t& value : community) {
    if (number[value] == kNone) number[value] = count++;
    value = number[value];
  }
  return count;
}

Level join(const Level& level, const std::vector<uint32_t>& community, uint32_t count) {
  std::vector<Triple> triples;
  triples.reserve(level.to.size() + level.size());
  for (uint32_t node = 0; node < level.size(); ++node) {
    if (level.loop[node] > 0) triples.push_back({community[node], community[node], level.loop[node]});
    for (uint32_t i = level.begin[node]; i < level.begin[node + 1]; ++i) {
      triples.push_back({community[node], community[level.to[i]], level.weight[i]});
    }
  }
  return make_level(count, std::move(triples));
}

// 1 for the largest community and so on; 0 for nodes without edges.
void rank_by_size(std::vector<uint32_t>& community, uint32_t count, const Level& bottom) {
  std::vector<uint32_t> size(count, 0), order(count), rank(count);
  for (const uint32_t value : community) ++size[value];
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](uint32_t x, uint32_t y) { return size[x] > size[y]; });
  for (uint32_t i = 0; i < count; ++i) rank[order[i]] = i + 1;
  for (uint32_t node = 0; node < community.size(); ++node) {
    community[node] = bottom.strength[node] > 0 ? rank[community[node]] : 0;
  }
}

}  // namespace

std::vector<uint32_t> louvain(uint32_t nodes, const std::vector<WeightedPair>& edges) {
  std::vector<Triple> triples;
  triples.reserve(2 * edges.size());
  for (const WeightedPair& edge : edges) {
    triples.push_back({edge.a, edge.b, edge.weight});
    triples.push_back({edge.b, edge.a, edge.weight});
  }
  const Level bottom = make_level(nodes, std::move(triples));
  std::vector<uint32_t> result(nodes);
  std::iota(result.begin(), result.end(), 0u);
  uint32_t count = nodes;
  Level level = bottom;
  for (bool moved = bottom.total > 0; moved;) {
    auto community = move_nodes(level, moved);
    if (!moved) break;
    count = renumber(community);
    for (uint32_t& value : result) value = community[value];
    level = join(level, community, count);
  }
  rank_by_size(result, count, bottom);
  return result;
}

}  // namespace actant
