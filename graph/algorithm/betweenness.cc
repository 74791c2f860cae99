#include "graph/algorithm/betweenness.h"

#include <algorithm>
#include <random>

namespace actant {
namespace {

using Vertex = GraphView::Vertex;

/// One breadth-first search after the other, each adding its share of the shortest paths.
class Brandes {
 public:
  explicit Brandes(const GraphView& view)
      : graph_(view.graph()),
        result_(view.size()),
        paths_(view.size()),
        share_(view.size()),
        distance_(view.size(), -1) {
    order_.reserve(view.size());
  }

  void add_source(Vertex source) {
    search(source);
    for (size_t i = order_.size(); i-- > 1;) {
      const Vertex vertex = order_[i];
      const double share = (1 + share_[vertex]) / paths_[vertex];
      const auto [begin, end] = boost::adjacent_vertices(vertex, graph_);
      for (auto it = begin; it != end; ++it) {
        if (distance_[*it] == distance_[vertex] - 1) share_[*it] += paths_[*it] * share;
      }
      result_[vertex] += share_[vertex];
    }
    for (const Vertex vertex : order_) {
      paths_[vertex] = share_[vertex] = 0;
      distance_[vertex] = -1;
    }
  }

  std::vector<double> take() { return std::move(result_); }

 private:
  // order_ gets the vertices by distance; paths_ how many shortest ones lead to each.
  void search(Vertex source) {
    order_.assign(1, source);
    paths_[source] = 1;
    distance_[source] = 0;
    for (size_t i = 0; i < order_.size(); ++i) {
      const Vertex vertex = order_[i];
      const auto [begin, end] = boost::adjacent_vertices(vertex, graph_);
      for (auto it = begin; it != end; ++it) {
        if (distance_[*it] < 0) {
          distance_[*it] = distance_[vertex] + 1;
          order_.push_back(*it);
        }
        if (distance_[*it] == distance_[vertex] + 1) paths_[*it] += paths_[vertex];
      }
    }
  }

  const GraphView::Graph& graph_;
  std::vector<double> result_, paths_, share_;
  std::vector<int32_t> distance_;
  std::vector<Vertex> order_;
};

// `count` of the vertices with edges, all when there are no more: Fisher-Yates with a generator whose output is fixed
// by the standard.
std::vector<Vertex> choose_sources(const GraphView& view, uint32_t count, size_t& connected) {
  std::vector<Vertex> vertices;
  for (Vertex vertex = 0; vertex < view.size(); ++vertex) {
    if (boost::out_degree(vertex, view.graph()) > 0) vertices.push_back(vertex);
  }
  connected = vertices.size();
  if (count == 0 || count >= connected) return vertices;
  std::mt19937_64 random(connected);
  for (uint32_t i = 0; i < count; ++i) std::swap(vertices[i], vertices[i + random() % (connected - i)]);
  vertices.resize(count);
  return vertices;
}

}  // namespace

std::vector<double> betweenness(const GraphView& view, uint32_t sources) {
  size_t connected = 0;
  const std::vector<Vertex> chosen = choose_sources(view, sources, connected);
  Brandes brandes(view);
  for (const Vertex source : chosen) brandes.add_source(source);
  std::vector<double> result = brandes.take();
  if (chosen.empty()) return result;
  // A pair is met from both of its ends.
  const double scale = static_cast<double>(connected) / static_cast<double>(chosen.size()) / 2;
  for (double& value : result) value *= scale;
  return result;
}

}  // namespace actant
