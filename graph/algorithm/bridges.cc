#include "graph/algorithm/bridges.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace actant {
namespace {

using Vertex = GraphView::Vertex;
constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();

class Finder {
 public:
  explicit Finder(const GraphView& view)
      : graph_(view.graph()),
        entered_(view.size(), kNone),
        low_(view.size()),
        below_(view.size(), 1),
        parent_(view.size(), kNone),
        next_(view.size()),
        separated_(view.size()),
        largest_(view.size()) {}

  Bridges run() {
    for (Vertex root = 0; root < entered_.size(); ++root) {
      if (entered_[root] == kNone && boost::out_degree(root, graph_) > 0) search(root);
    }
    const auto bridge_order = [](const Bridge& bridge) {
      return std::tuple(~bridge.cut_off, bridge.inner, bridge.outer);
    };
    std::sort(result_.bridges.begin(), result_.bridges.end(),
              [&](const Bridge& a, const Bridge& b) { return bridge_order(a) < bridge_order(b); });
    std::sort(result_.cut_vertices.begin(), result_.cut_vertices.end(), [](const CutVertex& a, const CutVertex& b) {
      return std::tuple(b.cut_off, a.vertex) < std::tuple(a.cut_off, b.vertex);
    });
    return std::move(result_);
  }

 private:
  void search(Vertex root) {
    const size_t first = order_.size();
    enter(root, kNone);
    for (Vertex vertex = root; vertex != kNone;) {
      const auto [begin, end] = boost::adjacent_vertices(vertex, graph_);
      if (begin + next_[vertex] == end) {
        leave(vertex);
        vertex = parent_[vertex];
        continue;
      }
      const Vertex other = *(begin + next_[vertex]++);
      if (entered_[other] == kNone) {
        enter(other, vertex);
        vertex = other;
      } else if (other != parent_[vertex]) {  // a pair has one edge in each direction
        low_[vertex] = std::min(low_[vertex], entered_[other]);
      }
    }
    collect(root, first);
  }

  void enter(Vertex vertex, Vertex parent) {
    entered_[vertex] = low_[vertex] = static_cast<uint32_t>(order_.size());
    parent_[vertex] = parent;
    order_.push_back(vertex);
  }

  void leave(Vertex vertex) {
    const Vertex parent = parent_[vertex];
    if (parent == kNone) return;
    low_[parent] = std::min(low_[parent], low_[vertex]);
    below_[parent] += below_[vertex];
    if (low_[vertex] >= entered_[parent]) {  // without the parent, what is below is apart
      separated_[parent] += below_[vertex];
      largest_[parent] = std::max(largest_[parent], below_[vertex]);
    }
  }

  // The component is known now, and so are the sizes of both sides.
  void collect(Vertex root, size_t first) {
    const uint32_t size = below_[root];
    for (size_t i = first; i < order_.size(); ++i) {
      const Vertex vertex = order_[i], parent = parent_[vertex];
      if (parent != kNone && low_[vertex] > entered_[parent]) add_bridge(vertex, parent, size);
      // What remains above is a part too; the root has none, and is no cut vertex with a single part below.
      const uint32_t above = parent == kNone ? 0 : size - 1 - separated_[vertex];
      const uint32_t largest = std::max(largest_[vertex], above);
      if (separated_[vertex] > 0 && largest < size - 1) {
        result_.cut_vertices.push_back({vertex, size - 1 - largest});
      }
    }
  }

  void add_bridge(Vertex below, Vertex above, uint32_t size) {
    const uint32_t rest = size - below_[below];
    const bool cuts_below = below_[below] != rest ? below_[below] < rest : below > above;
    result_.bridges.push_back(cuts_below ? Bridge{above, below, below_[below]} : Bridge{below, above, rest});
  }

  const GraphView::Graph& graph_;
  std::vector<uint32_t> entered_, low_, below_;
  std::vector<Vertex> parent_;
  std::vector<uint32_t> next_, separated_, largest_;
  std::vector<Vertex> order_;
  Bridges result_;
};

}  // namespace

Bridges find_bridges(const GraphView& view) { return Finder(view).run(); }

}  // namespace actant
