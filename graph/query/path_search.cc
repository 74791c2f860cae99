#include "graph/query/path_search.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <queue>
#include <set>
#include <tuple>
#include <unordered_set>

#include "graph/query/internal/label_table.h"

namespace actant {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kTolerance = 1e-9;  // costs are sums of floats
constexpr uint64_t kHubShare = 50;   // a hub may take one part in so many of PathOptions::max_edges

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
  using Label = internal::PathLabel;
  /// A node whose neighbours from a piece on have not been looked at.
  struct Entry {
    double cost = 0;
    uint32_t piece = 0;
    NodeId node;
    friend bool operator>(const Entry& a, const Entry& b) {
      return std::tuple(a.cost, a.piece, a.node) > std::tuple(b.cost, b.piece, b.node);
    }
  };

  /// Takes the memory of `labels`, which is cleared.
  Side(NodeId start, Direction direction, bool forward, internal::LabelTable& labels)
      : direction_(direction), forward_(forward), labels_(labels) {
    labels_.clear();
    labels_.at(start) = {0, start, 0};
    queue_.push({0, 0, start});
  }

  bool empty() const { return queue_.empty(); }
  double least() const { return queue_.empty() ? kInfinity : queue_.top().cost; }
  /// About how much is to be read before the cost grows.
  double work() const {
    return static_cast<double>(queue_.size()) * static_cast<double>(64ull << std::min(queue_.top().piece, 12u));
  }
  /// Valid until improve() is called.
  const Label* label(NodeId node) const { return labels_.find(node); }
  Direction direction() const { return direction_; }
  bool forward() const { return forward_; }

  /// The best entry that is not out of date.
  std::optional<Entry> pop() {
    while (!queue_.empty()) {
      const Entry entry = queue_.top();
      queue_.pop();
      if (labels_.find(entry.node)->cost == entry.cost) return entry;
    }
    return std::nullopt;
  }
  void push(const Entry& entry) { queue_.push(entry); }
  /// Nodes of which only the first links were looked at.
  const std::vector<NodeId>& hubs() const { return hubs_; }
  /// What the best way to one of these costs.
  double least_hub() const { return least_hub_; }
  void add_hub(const Entry& entry) {
    hubs_.push_back(entry.node);
    least_hub_ = std::min(least_hub_, entry.cost);
  }
  /// True when this is the best way to `node` so far.
  bool improve(NodeId node, const Label& label) {
    Label& old = labels_.at(node);
    if (label.cost >= old.cost) return false;
    old = label;
    queue_.push({label.cost, 0, node});
    return true;
  }

 private:
  Direction direction_;
  bool forward_;
  internal::LabelTable& labels_;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
  std::vector<NodeId> hubs_;
  double least_hub_ = kInfinity;
};

class PathFinder {
 public:
  PathFinder(const Store& store, const GraphReader& reader, NodeId from, NodeId to, const PathOptions& options)
      : options_(with_ends(options, from, to)),
        from_(from),
        to_(to),
        store_(store),
        reader_(reader),
        lists_(store, reader, options_.filter, options.by) {}

  PathResult run() {
    PathResult result;
    if (from_ == to_) {
      result.paths.push_back({{from_}, 0});
      return result;
    }
    yen(result.paths);
    result.complete = !out_of_edges_ && !hubs_matter_;
    result.edges_read = lists_.edges_read();
    return result;
  }

 private:
  static PathOptions with_ends(PathOptions options, NodeId from, NodeId to) {
    options.filter.exempt = {from, to};
    return options;
  }

  struct Better {
    bool operator()(const FoundPath& a, const FoundPath& b) const {
      return std::tuple(a.cost, a.nodes.size(), a.nodes) < std::tuple(b.cost, b.nodes.size(), b.nodes);
    }
  };
  using Candidates = std::set<FoundPath, Better>;

  void yen(std::vector<FoundPath>& found) {
    auto first = shortest(from_, {}, options_.max_hops, kInfinity);
    if (!first) return;
    found.push_back(*std::move(first));
    Candidates candidates;
    size_t left = 0;  // found[left] and those behind it have not been deviated from
    while (found.size() < options_.paths) {
      // What deviates from a path costs no less: among paths of as many hops the next one need not wait for that.
      while (left < found.size() && (candidates.empty() || candidates.begin()->cost > found.back().cost + kTolerance)) {
        add_deviations(found, left++, candidates);
      }
      if (candidates.empty()) return;
      found.push_back(*candidates.begin());
      candidates.erase(candidates.begin());
    }
  }

  void add_deviations(const std::vector<FoundPath>& found, size_t number, Candidates& candidates) {
    const FoundPath& path = found[number];
    Bans bans;
    double root_cost = 0;
    for (size_t i = 0; i + 1 < path.nodes.size(); ++i) {
      const std::vector<NodeId> root(path.nodes.begin(), path.nodes.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      bans.links.clear();
      for (const FoundPath& other : found) {
        if (other.nodes.size() > i + 1 && std::equal(root.begin(), root.end(), other.nodes.begin())) {
          bans.links.insert({other.nodes[i], other.nodes[i + 1]});
        }
      }
      // Paths that share a beginning share what deviates from it (Lawler 1972).
      size_t& searched = searched_[root];
      const auto hops_left = options_.max_hops - static_cast<uint32_t>(i);
      if (searched != bans.links.size()) {
        searched = bans.links.size();
        if (auto spur = shortest(path.nodes[i], bans, hops_left, worst_needed(found, candidates) - root_cost)) {
          FoundPath deviation{root, root_cost + spur->cost};
          deviation.nodes.insert(deviation.nodes.end(), spur->nodes.begin() + 1, spur->nodes.end());
          candidates.insert(std::move(deviation));
        }
      }
      bans.nodes.insert(path.nodes[i]);
      root_cost += link_cost(path.nodes[i], path.nodes[i + 1]);
    }
  }

  // A path that costs as much or more is not among the best: there are enough others.
  double worst_needed(const std::vector<FoundPath>& found, const Candidates& candidates) const {
    const size_t missing = options_.paths - found.size();
    if (candidates.size() < missing) return kInfinity;
    return std::next(candidates.begin(), static_cast<std::ptrdiff_t>(missing) - 1)->cost;
  }

  // What the cheapest link from a to b costs, infinity when there is none (by strength).
  double link_cost(NodeId a, NodeId b) const {
    if (options_.by == NeighborLists::Cost::kOne) return 1;  // it is part of a path
    const std::vector<Edge> edges = links_between(store_, reader_, a, b, !options_.directed, options_.filter);
    return edges.empty() ? kInfinity : lists_.cost_of(edges.front());
  }

  // The best path that costs less than `bound`.
  std::optional<FoundPath> shortest(NodeId start, const Bans& bans, uint32_t max_hops, double bound) {
    Side forward(start, options_.directed ? Direction::kOut : Direction::kBoth, true, forward_labels_);
    Side backward(to_, options_.directed ? Direction::kIn : Direction::kBoth, false, backward_labels_);
    best_ = {{}, bound};
    max_hops_ = max_hops;
    const auto is_useful = [&](double cost) { return cost < kInfinity && cost <= best_.cost - kTolerance; };
    for (const double step = lists_.least_cost();;) {
      const double least = forward.least() + backward.least() + step;
      if (options_.by == NeighborLists::Cost::kOne && least > max_hops + kTolerance) break;
      // Links of a hub that were not looked at are met from their other ends.
      const bool both = is_useful(least), to_forward_hub = is_useful(forward.least_hub() + backward.least() + step),
                 to_backward_hub = is_useful(backward.least_hub() + forward.least() + step);
      if (!both && !to_forward_hub && !to_backward_hub) break;
      if (lists_.edges_read() >= options_.max_edges) {
        out_of_edges_ = true;
        break;
      }
      const bool go_forward = both ? forward.work() <= backward.work() : !to_forward_hub;
      expand(go_forward ? forward : backward, go_forward ? backward : forward, bans);
    }
    // From one hub to another over a third node: neither side has looked for it.
    hubs_matter_ |= is_useful(forward.least_hub() + backward.least_hub() + 2 * lists_.least_cost());
    if (best_.nodes.empty()) return std::nullopt;
    return best_;
  }

  // By hops all nodes of one distance take turns, and a hub is read to its end last. By strength no two distances are
  // equal: a hub would be read to its end before the next node has its turn.
  bool is_read_enough(const Side::Entry& entry) const {
    return options_.by == NeighborLists::Cost::kStrength && entry.piece > 0 && entry.node != from_ &&
           entry.node != to_ && NeighborLists::edges_in(entry.piece) >= options_.max_edges / kHubShare;
  }

  // Of a hub only the links to the hubs of the other side are still looked up.
  void leave_hub(const Side::Entry& entry, const Side::Label& label, Side& side, const Side& other, const Bans& bans) {
    side.add_hub(entry);
    for (const NodeId hub : other.hubs()) {
      if (!may_help(entry, hub, side, other)) continue;
      const double cost = side.forward() ? link_cost(entry.node, hub) : link_cost(hub, entry.node);
      if (cost < kInfinity) relax(entry, label, hub, cost, side, other, bans);
    }
  }

  void expand(Side& side, const Side& other, const Bans& bans) {
    const auto entry = side.pop();
    if (!entry) return;
    const Side::Label label = *side.label(entry->node);
    if (label.hops >= max_hops_) return;
    if (is_read_enough(*entry)) return leave_hub(*entry, label, side, other, bans);
    for (const Neighbor& neighbor : lists_.piece(entry->node, side.direction(), entry->piece)) {
      if (!may_help(*entry, neighbor.node, side, other)) continue;
      relax(*entry, label, neighbor.node, lists_.cost(entry->node, side.direction(), neighbor), side, other, bans);
    }
    if (!lists_.is_last(entry->node, side.direction(), entry->piece)) {
      side.push({entry->cost, entry->piece + 1, entry->node});
    }
  }

  // False when no link to the neighbour, cheap as it may be, gives a better way to it or a better path: then its edge
  // need not be read. A node that the other side has not met is at least a link behind all that it has still to look
  // at.
  bool may_help(const Side::Entry& entry, NodeId neighbor, const Side& side, const Side& other) const {
    const double step = lists_.least_cost(), cost = entry.cost + step;
    const Side::Label* met = other.label(neighbor);
    if (met && cost + met->cost < best_.cost) return true;
    if (cost + std::min(other.least(), other.least_hub()) + (met ? 0 : step) > best_.cost + kTolerance) return false;
    const Side::Label* own = side.label(neighbor);
    return !own || cost < own->cost;
  }

  void relax(const Side::Entry& entry, const Side::Label& label, NodeId neighbor, double link_cost, Side& side,
             const Side& other, const Bans& bans) {
    const double cost = entry.cost + link_cost;
    if (cost >= best_.cost || bans.nodes.contains(neighbor)) return;
    const auto link = side.forward() ? std::pair(entry.node, neighbor) : std::pair(neighbor, entry.node);
    if (!bans.links.empty() && bans.links.contains(link)) return;
    const Side::Label* met = other.label(neighbor);
    if (met && label.hops + 1 + met->hops <= max_hops_ && cost + met->cost < best_.cost) {
      const auto [last, first] = link;
      const Side &forward = side.forward() ? side : other, &backward = side.forward() ? other : side;
      keep({path_through(last, first, forward, backward), cost + met->cost});
    }
    side.improve(neighbor, {cost, entry.node, label.hops + 1});
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
  const Store& store_;
  const GraphReader& reader_;
  NeighborLists lists_;
  internal::LabelTable forward_labels_, backward_labels_;
  FoundPath best_;
  std::map<std::vector<NodeId>, size_t>
      searched_;  // beginnings of paths, and how many links from their ends were banned then
  uint32_t max_hops_ = 0;
  bool out_of_edges_ = false;
  bool hubs_matter_ = false;  // a better path may lead over links of hubs that were not looked at
};

}  // namespace

PathResult find_paths(const Store& store, const GraphReader& reader, NodeId from, NodeId to,
                      const PathOptions& options) {
  return PathFinder(store, reader, reader.representative(from), reader.representative(to), options).run();
}

}  // namespace actant
