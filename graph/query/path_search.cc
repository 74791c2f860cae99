#include "graph/query/path_search.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <queue>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace actant {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kTolerance = 1e-9;  // costs are sums of floats

struct HashNode {
  size_t operator()(NodeId node) const { return (node.value ^ node.value >> 31) * 0x9e3779b97f4a7c15ULL; }
};

/// What Yen's algorithm takes out of the graph.
struct Bans {
  std::unordered_set<NodeId, HashNode> nodes;
  std::set<std::pair<NodeId, NodeId>> links;  // in the direction of the path
};

/// One of the two searches that meet.
class Side {
 public:
  struct Label {
    double cost = kInfinity;
    NodeId previous;
    uint32_t hops = 0;
  };
  /// A node whose neighbours from a piece on have not been looked at.
  struct Entry {
    double cost = 0;
    uint32_t piece = 0;
    NodeId node;
    friend bool operator>(const Entry& a, const Entry& b) {
      return std::tuple(a.cost, a.piece, a.node) > std::tuple(b.cost, b.piece, b.node);
    }
  };

  Side(NodeId start, Direction direction, bool forward) : direction_(direction), forward_(forward) {
    labels_[start] = {0, start, 0};
    queue_.push({0, 0, start});
  }

  bool empty() const { return queue_.empty(); }
  double least() const { return queue_.empty() ? kInfinity : queue_.top().cost; }
  /// About how much is to be read before the cost grows.
  double work() const {
    return static_cast<double>(queue_.size()) * static_cast<double>(64ull << std::min(queue_.top().piece, 12u));
  }
  const Label* label(NodeId node) const {
    const auto it = labels_.find(node);
    return it == labels_.end() ? nullptr : &it->second;
  }
  Direction direction() const { return direction_; }
  bool forward() const { return forward_; }

  /// The best entry that is not out of date.
  std::optional<Entry> pop() {
    while (!queue_.empty()) {
      const Entry entry = queue_.top();
      queue_.pop();
      if (labels_[entry.node].cost == entry.cost) return entry;
    }
    return std::nullopt;
  }
  void push(const Entry& entry) { queue_.push(entry); }
  /// True when this is the best way to `node` so far.
  bool improve(NodeId node, const Label& label) {
    Label& old = labels_[node];
    if (label.cost >= old.cost) return false;
    old = label;
    queue_.push({label.cost, 0, node});
    return true;
  }

 private:
  Direction direction_;
  bool forward_;
  std::unordered_map<NodeId, Label, HashNode> labels_;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
};

class PathFinder {
 public:
  PathFinder(const Store& store, const GraphReader& reader, NodeId from, NodeId to, const PathOptions& options)
      : options_(with_ends(options, from, to)), from_(from), to_(to), lists_(store, reader, options_.filter, options.by) {}

  PathResult run() {
    PathResult result;
    if (from_ == to_) {
      result.paths.push_back({{from_}, 0});
      return result;
    }
    yen(result.paths);
    result.complete = !out_of_edges_;
    result.edges_read = lists_.edges_read();
    return result;
  }

 private:
  static PathOptions with_ends(PathOptions options, NodeId from, NodeId to) {
    options.filter.exempt = {from, to};
    return options;
  }

  void yen(std::vector<FoundPath>& found) {
    auto first = shortest(from_, {}, options_.max_hops);
    if (!first) return;
    found.push_back(*std::move(first));
    const auto better = [](const FoundPath& a, const FoundPath& b) {
      return std::tuple(a.cost, a.nodes.size(), a.nodes) < std::tuple(b.cost, b.nodes.size(), b.nodes);
    };
    std::set<FoundPath, decltype(better)> candidates(better);
    while (found.size() < options_.paths) {
      add_deviations(found, candidates);
      if (candidates.empty()) return;
      found.push_back(*candidates.begin());
      candidates.erase(candidates.begin());
    }
  }

  template <typename Candidates>
  void add_deviations(const std::vector<FoundPath>& found, Candidates& candidates) {
    const FoundPath& last = found.back();
    Bans bans;
    double root_cost = 0;
    for (size_t i = 0; i + 1 < last.nodes.size(); ++i) {
      const std::vector<NodeId> root(last.nodes.begin(), last.nodes.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      bans.links.clear();
      for (const FoundPath& path : found) {
        if (path.nodes.size() > i + 1 && std::equal(root.begin(), root.end(), path.nodes.begin())) {
          bans.links.insert({path.nodes[i], path.nodes[i + 1]});
        }
      }
      const auto hops_left = options_.max_hops - static_cast<uint32_t>(i);
      if (auto spur = shortest(last.nodes[i], bans, hops_left)) {
        FoundPath path{root, root_cost + spur->cost};
        path.nodes.insert(path.nodes.end(), spur->nodes.begin() + 1, spur->nodes.end());
        candidates.insert(std::move(path));
      }
      bans.nodes.insert(last.nodes[i]);
      root_cost += link_cost(last.nodes[i], last.nodes[i + 1]);
    }
  }

  // The cheapest link from a to b; both have been met.
  double link_cost(NodeId a, NodeId b) {
    double best = kInfinity;
    const Direction out = options_.directed ? Direction::kOut : Direction::kBoth;
    const Direction in = options_.directed ? Direction::kIn : Direction::kBoth;
    // From the end whose list is shorter as far as it is known.
    for (uint32_t piece = 0; best == kInfinity; ++piece) {
      for (const Neighbor& neighbor : lists_.piece(a, out, piece)) {
        if (neighbor.node == b) best = std::min<double>(best, neighbor.cost);
      }
      for (const Neighbor& neighbor : lists_.piece(b, in, piece)) {
        if (neighbor.node == a) best = std::min<double>(best, neighbor.cost);
      }
      if (lists_.is_last(a, out, piece) || lists_.is_last(b, in, piece)) break;
    }
    return best;
  }

  std::optional<FoundPath> shortest(NodeId start, const Bans& bans, uint32_t max_hops) {
    Side forward(start, options_.directed ? Direction::kOut : Direction::kBoth, true);
    Side backward(to_, options_.directed ? Direction::kIn : Direction::kBoth, false);
    best_ = {{}, kInfinity};
    max_hops_ = max_hops;
    while (!forward.empty() && !backward.empty()) {
      const double least = forward.least() + backward.least() + lists_.least_cost();
      if (least > best_.cost - kTolerance || (options_.by == NeighborLists::Cost::kOne && least > max_hops + kTolerance)) break;
      if (lists_.edges_read() >= options_.max_edges) {
        out_of_edges_ = true;
        break;
      }
      Side& side = forward.work() <= backward.work() ? forward : backward;
      expand(side, &side == &forward ? backward : forward, bans);
    }
    if (best_.cost == kInfinity) return std::nullopt;
    return best_;
  }

  void expand(Side& side, const Side& other, const Bans& bans) {
    const auto entry = side.pop();
    if (!entry) return;
    const Side::Label label = *side.label(entry->node);
    if (label.hops >= max_hops_) return;
    for (const Neighbor& neighbor : lists_.piece(entry->node, side.direction(), entry->piece)) {
      relax(*entry, label, neighbor, side, other, bans);
    }
    if (!lists_.is_last(entry->node, side.direction(), entry->piece)) {
      side.push({entry->cost, entry->piece + 1, entry->node});
    }
  }

  void relax(const Side::Entry& entry, const Side::Label& label, const Neighbor& neighbor, Side& side,
             const Side& other, const Bans& bans) {
    const double cost = entry.cost + neighbor.cost;
    if (cost >= best_.cost || bans.nodes.contains(neighbor.node)) return;
    const auto link = side.forward() ? std::pair(entry.node, neighbor.node) : std::pair(neighbor.node, entry.node);
    if (!bans.links.empty() && bans.links.contains(link)) return;
    const Side::Label* met = other.label(neighbor.node);
    if (met && label.hops + 1 + met->hops <= max_hops_ && cost + met->cost < best_.cost) {
      const auto [last, first] = link;
      const Side &forward = side.forward() ? side : other, &backward = side.forward() ? other : side;
      keep({path_through(last, first, forward, backward), cost + met->cost});
    }
    side.improve(neighbor.node, {cost, entry.node, label.hops + 1});
  }

  // A way that passes a node twice is no path; the one without the loop is shorter and will be met.
  void keep(FoundPath path) {
    std::vector<NodeId> nodes = path.nodes;
    std::sort(nodes.begin(), nodes.end());
    if (std::adjacent_find(nodes.begin(), nodes.end()) == nodes.end()) best_ = std::move(path);
  }

  static void append_chain(const Side& side, NodeId node, std::vector<NodeId>& nodes) {
    for (;; node = side.label(node)->previous) {
      nodes.push_back(node);
      if (side.label(node)->previous == node) return;
    }
  }

  static std::vector<NodeId> path_through(NodeId last, NodeId first, const Side& forward, const Side& backward) {
    std::vector<NodeId> nodes;
    append_chain(forward, last, nodes);
    std::reverse(nodes.begin(), nodes.end());
    append_chain(backward, first, nodes);
    return nodes;
  }

  const PathOptions options_;
  const NodeId from_, to_;
  NeighborLists lists_;
  FoundPath best_;
  uint32_t max_hops_ = 0;
  bool out_of_edges_ = false;
};

}  // namespace

PathResult find_paths(const Store& store, const GraphReader& reader, NodeId from, NodeId to,
                      const PathOptions& options) {
  return PathFinder(store, reader, reader.representative(from), reader.representative(to), options).run();
}

}  // namespace actant
