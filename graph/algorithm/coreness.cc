#include "graph/algorithm/coreness.h"

#include <algorithm>

namespace actant {

std::vector<uint32_t> coreness(const GraphView& view) {
  using Vertex = GraphView::Vertex;
  const auto count = static_cast<Vertex>(view.size());
  std::vector<uint32_t> degree(count);
  uint32_t most = 0;
  for (Vertex vertex = 0; vertex < count; ++vertex) {
    degree[vertex] = static_cast<uint32_t>(boost::out_degree(vertex, view.graph()));
    most = std::max(most, degree[vertex]);
  }
  // Vertices sorted by degree, with the place of each and the beginning of each degree.
  std::vector<Vertex> sorted(count), place(count);
  std::vector<uint32_t> begin(most + 2);
  for (Vertex vertex = 0; vertex < count; ++vertex) ++begin[degree[vertex] + 1];
  for (size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
  std::vector<uint32_t> next(begin);
  for (Vertex vertex = 0; vertex < count; ++vertex) {
    place[vertex] = next[degree[vertex]]++;
    sorted[place[vertex]] = vertex;
  }
  for (Vertex i = 0; i < count; ++i) {
    const Vertex vertex = sorted[i];
    const auto [first, last] = boost::adjacent_vertices(vertex, view.graph());
    for (auto it = first; it != last; ++it) {
      const Vertex other = *it;
      if (degree[other] <= degree[vertex]) continue;
      // Taking `vertex` away leaves `other` one neighbour less: it changes places with the first of its degree.
      const Vertex front = sorted[begin[degree[other]]];
      std::swap(sorted[place[other]], sorted[place[front]]);
      std::swap(place[other], place[front]);
      ++begin[degree[other]];
      --degree[other];
    }
  }
  return degree;
}

}  // namespace actant
