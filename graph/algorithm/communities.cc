#include "graph/algorithm/communities.h"

#include <algorithm>
#include <deque>
#include <numeric>

namespace actant {
namespace {

/// A weighted undirected graph in compressed rows; loops (the inside of a joined node) are kept apart.
struct Network {
  std::vector<size_t> begin;
  std::vector<uint32_t> target;
  std::vector<double> weight;
  std::vector<double> loop;      ///< [nodes] weight inside, counted once
  std::vector<double> strength;  ///< [nodes] sum of weights at the node, loops twice
  double total = 0;              ///< sum of strengths

  size_t size() const { return loop.size(); }
};

Network network_of(const GraphView& view) {
  Network net;
  const auto& graph = view.graph();
  net.loop.resize(view.size());
  net.strength.resize(view.size());
  net.begin.push_back(0);
  for (GraphView::Vertex vertex = 0; vertex < view.size(); ++vertex) {
    const auto [first, last] = boost::out_edges(vertex, graph);
    for (auto edge = first; edge != last; ++edge) {
      const double weight = graph[*edge].weight;
      net.target.push_back(boost::target(*edge, graph));
      net.weight.push_back(weight);
      net.strength[vertex] += weight;
    }
    net.begin.push_back(net.target.size());
    net.total += net.strength[vertex];
  }
  return net;
}

Network network_of(uint32_t nodes, std::span<const WeightedPair> pairs) {
  Network net;
  net.loop.resize(nodes);
  net.strength.resize(nodes);
  net.begin.assign(nodes + size_t{1}, 0);
  for (const WeightedPair& pair : pairs) {
    net.strength[pair.a] += pair.weight;
    net.strength[pair.b] += pair.weight;
    net.total += 2 * pair.weight;
    if (pair.a == pair.b) {
      net.loop[pair.a] += pair.weight;
    } else {
      ++net.begin[pair.a + size_t{1}];
      ++net.begin[pair.b + size_t{1}];
    }
  }
  std::partial_sum(net.begin.begin(), net.begin.end(), net.begin.begin());
  net.target.resize(net.begin.back());
  net.weight.resize(net.begin.back());
  std::vector<size_t> next(net.begin.begin(), net.begin.end() - 1);
  for (const WeightedPair& pair : pairs) {
    if (pair.a == pair.b) continue;
    for (const auto& [from, to] : {std::pair(pair.a, pair.b), std::pair(pair.b, pair.a)}) {
      net.target[next[from]] = to;
      net.weight[next[from]++] = pair.weight;
    }
  }
  return net;
}

/// The partition of a network, and the moves that improve it.
class Partition {
 public:
  Partition(const Network& net, std::vector<uint32_t> community, double resolution)
      : net_(net), community_(std::move(community)), resolution_(resolution) {
    const uint32_t most = community_.empty() ? 0 : *std::max_element(community_.begin(), community_.end()) + 1;
    sum_.resize(std::max<size_t>(most, net.size()));
    members_.resize(sum_.size());
    weight_to_.resize(sum_.size());
    for (uint32_t node = 0; node < net.size(); ++node) {
      sum_[community_[node]] += net.strength[node];
      ++members_[community_[node]];
    }
  }

  /// Moves nodes to the best community of a neighbour until none gains. True when any moved.
  bool move_nodes() {
    std::deque<uint32_t> queue(net_.size());
    std::iota(queue.begin(), queue.end(), 0);
    std::vector<bool> queued(net_.size(), true);
    bool any = false;
    while (!queue.empty()) {
      const uint32_t node = queue.front();
      queue.pop_front();
      queued[node] = false;
      const uint32_t from = community_[node], to = best_community(node, nullptr);
      if (to == from) continue;
      move(node, to);
      any = true;
      for (size_t i = net_.begin[node]; i < net_.begin[node + 1]; ++i) {
        const uint32_t other = net_.target[i];
        if (community_[other] == to || queued[other]) continue;
        queued[other] = true;
        queue.push_back(other);
      }
    }
    return any;
  }

  /// Joins single nodes within the communities of `bounds`: each part stays connected.
  void refine(const std::vector<uint32_t>& bounds) {
    for (uint32_t node = 0; node < net_.size(); ++node) {
      if (members_[community_[node]] > 1) continue;  // somebody joined it already
      const uint32_t to = best_community(node, &bounds);
      if (to != community_[node]) move(node, to);
    }
  }

  std::vector<uint32_t> take() { return std::move(community_); }

 private:
  void move(uint32_t node, uint32_t to) {
    sum_[community_[node]] -= net_.strength[node];
    --members_[community_[node]];
    community_[node] = to;
    sum_[to] += net_.strength[node];
    ++members_[to];
  }

  // The community with the greatest gain of modularity, its own when none is better, the smallest among equals; with
  // bounds only such of neighbours within the same bound.
  uint32_t best_community(uint32_t node, const std::vector<uint32_t>* bounds) {
    near_.clear();
    for (size_t i = net_.begin[node]; i < net_.begin[node + 1]; ++i) {
      const uint32_t other = net_.target[i];
      if (bounds && (*bounds)[other] != (*bounds)[node]) continue;
      const uint32_t community = community_[other];
      if (weight_to_[community] == 0) near_.push_back(community);
      weight_to_[community] += net_.weight[i];
    }
    const uint32_t own = community_[node];
    const double strength = net_.strength[node];
    const auto gain = [&](uint32_t community) {
      const double others = sum_[community] - (community == own ? strength : 0);
      return weight_to_[community] - resolution_ * strength * others / net_.total;
    };
    uint32_t best = own;
    double best_gain = gain(own);
    for (const uint32_t community : near_) {
      const double value = gain(community);
      if (value > best_gain + 1e-10 || (value > best_gain - 1e-10 && best != own && community < best)) {
        best = community;
        best_gain = std::max(best_gain, value);
      }
    }
    for (const uint32_t community : near_) weight_to_[community] = 0;
    return best;
  }

  const Network& net_;
  std::vector<uint32_t> community_;
  double resolution_;
  std::vector<double> sum_;        // [communities] strengths
  std::vector<uint32_t> members_;  // [communities]
  std::vector<double> weight_to_;  // [communities] of the node looked at
  std::vector<uint32_t> near_;     // communities that weight_to_ is set for
};

/// Numbers without gaps, in the order of their first use. Returns how many there are.
uint32_t renumber(std::vector<uint32_t>& communities) {
  std::vector<uint32_t> number;
  uint32_t count = 0;
  for (uint32_t& community : communities) {
    if (community >= number.size()) number.resize(community + 1, UINT32_MAX);
    if (number[community] == UINT32_MAX) number[community] = count++;
    community = number[community];
  }
  return count;
}

/// The network whose nodes are the parts of another.
Network joined(const Network& net, const std::vector<uint32_t>& part_of, uint32_t parts) {
  std::vector<std::vector<uint32_t>> members(parts);
  for (uint32_t node = 0; node < net.size(); ++node) members[part_of[node]].push_back(node);
  Network result;
  result.loop.resize(parts);
  result.strength.resize(parts);
  result.total = net.total;
  result.begin.push_back(0);
  std::vector<double> weight_to(parts);
  std::vector<uint32_t> near;
  for (uint32_t part = 0; part < parts; ++part) {
    near.clear();
    for (const uint32_t node : members[part]) {
      result.loop[part] += net.loop[node];
      result.strength[part] += net.strength[node];
      for (size_t i = net.begin[node]; i < net.begin[node + 1]; ++i) {
        const uint32_t other = part_of[net.target[i]];
        if (other == part) {
          result.loop[part] += net.weight[i] / 2;  // met from both ends
          continue;
        }
        if (weight_to[other] == 0) near.push_back(other);
        weight_to[other] += net.weight[i];
      }
    }
    std::sort(near.begin(), near.end());
    for (const uint32_t other : near) {
      result.target.push_back(other);
      result.weight.push_back(weight_to[other]);
      weight_to[other] = 0;
    }
    result.begin.push_back(result.target.size());
  }
  return result;
}

// One iteration of the algorithm, from a partition of the bottom to a better one.
std::vector<uint32_t> leiden_iteration(const Network& bottom, std::vector<uint32_t> community,
                                       const CommunityOptions& options) {
  std::vector<uint32_t> node_of(bottom.size());  // node of the network at hand that stands for each one of the bottom
  std::iota(node_of.begin(), node_of.end(), 0);
  const Network* net = &bottom;
  Network level;
  for (int round = 0; round < options.max_rounds; ++round) {
    Partition moved(*net, community, options.resolution);
    const bool any = moved.move_nodes();
    community = moved.take();
    const uint32_t communities = renumber(community);
    if ((!any && round > 0) || communities == net->size()) break;
    std::vector<uint32_t> single(net->size());
    std::iota(single.begin(), single.end(), 0);
    Partition refined(*net, std::move(single), options.resolution);
    refined.refine(community);
    std::vector<uint32_t> part_of = refined.take();
    const uint32_t parts = renumber(part_of);
    if (parts == net->size()) break;
    std::vector<uint32_t> community_of_part(parts);
    for (uint32_t node = 0; node < net->size(); ++node) community_of_part[part_of[node]] = community[node];
    level = joined(*net, part_of, parts);
    net = &level;
    for (uint32_t& node : node_of) node = part_of[node];
    community = std::move(community_of_part);
  }
  for (uint32_t& node : node_of) node = community[node];
  return node_of;
}

double modularity_of(const Network& net, const std::vector<uint32_t>& community, double resolution) {
  if (net.total <= 0) return 0;
  std::vector<double> sum(community.size());
  double inside = 0;
  for (uint32_t node = 0; node < net.size(); ++node) {
    sum[community[node]] += net.strength[node];
    inside += 2 * net.loop[node];
    for (size_t i = net.begin[node]; i < net.begin[node + 1]; ++i) {
      if (community[net.target[i]] == community[node]) inside += net.weight[i];
    }
  }
  double expected = 0;
  for (const double strength : sum) expected += strength / net.total * (strength / net.total);
  return inside / net.total - resolution * expected;
}

// The second iteration gains most of what the first leaves; the later ones end by themselves.
std::vector<uint32_t> leiden(const Network& net, const CommunityOptions& options) {
  std::vector<uint32_t> best(net.size());
  std::iota(best.begin(), best.end(), 0);
  if (net.total <= 0) return best;
  double modularity = modularity_of(net, best, options.resolution);
  for (int i = 0; i < options.max_iterations; ++i) {
    std::vector<uint32_t> next = leiden_iteration(net, best, options);
    const double better = modularity_of(net, next, options.resolution);
    if (better <= modularity + 1e-9) break;
    modularity = better;
    best = std::move(next);
  }
  return best;
}

/// Gives each connected part of a community a number of its own.
void split_unconnected(const Network& net, std::vector<uint32_t>& community) {
  std::vector<uint32_t> part(community.size(), UINT32_MAX);
  std::vector<uint32_t> stack;
  uint32_t count = 0;
  for (uint32_t start = 0; start < community.size(); ++start) {
    if (part[start] != UINT32_MAX) continue;
    part[start] = count;
    for (stack.assign(1, start); !stack.empty();) {
      const uint32_t node = stack.back();
      stack.pop_back();
      for (size_t i = net.begin[node]; i < net.begin[node + 1]; ++i) {
        const uint32_t other = net.target[i];
        if (part[other] != UINT32_MAX || community[other] != community[start]) continue;
        part[other] = count;
        stack.push_back(other);
      }
    }
    ++count;
  }
  community = std::move(part);
}

Communities communities_of(const Network& net, const CommunityOptions& options) {
  std::vector<uint32_t> community = leiden(net, options);
  split_unconnected(net, community);
  const uint32_t count = renumber(community);
  std::vector<uint32_t> size(count), order(count), number(count);
  for (const uint32_t of : community) ++size[of];
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return size[a] > size[b]; });
  Communities result;
  for (uint32_t i = 0; i < count; ++i) {
    number[order[i]] = i;
    result.sizes.push_back(size[order[i]]);
  }
  for (uint32_t& of : community) of = number[of];
  result.modularity = modularity_of(net, community, options.resolution);
  result.of_vertex = std::move(community);
  return result;
}

}  // namespace

Communities find_communities(const GraphView& view, const CommunityOptions& options) {
  return communities_of(network_of(view), options);
}

Communities find_communities(uint32_t nodes, std::span<const WeightedPair> edges, const CommunityOptions& options) {
  return communities_of(network_of(nodes, edges), options);
}

}  // namespace actant
