#include "graph/algorithm/centrality.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace actant {

std::vector<uint32_t> degrees(const GraphView& view) {
  const GraphView::Graph& graph = view.graph();
  std::vector<std::pair<uint32_t, uint32_t>> pairs;
  pairs.reserve(boost::num_edges(graph));
  const auto [begin, end] = boost::edges(graph);
  for (auto edge = begin; edge != end; ++edge) {
    pairs.push_back(std::minmax(boost::source(*edge, graph), boost::target(*edge, graph)));
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::vector<uint32_t> result(view.size());
  for (const auto& [a, b] : pairs) {
    ++result[a];
    if (a != b) ++result[b];
  }
  return result;
}

std::vector<double> page_rank(const GraphView& view, const PageRankOptions& options) {
  const GraphView::Graph& graph = view.graph();
  const size_t count = view.size();
  if (count == 0) return {};
  std::vector<double> out_weight(count), rank(count, 1.0 / static_cast<double>(count)), next(count);
  const auto [begin, end] = boost::edges(graph);
  for (auto edge = begin; edge != end; ++edge) out_weight[boost::source(*edge, graph)] += graph[*edge].weight;
  for (int iteration = 0; iteration < options.max_iterations; ++iteration) {
    double nowhere = 0;  // rank of nodes without outgoing edges
    for (size_t vertex = 0; vertex < count; ++vertex) nowhere += out_weight[vertex] > 0 ? 0 : rank[vertex];
    const double base = (1 - options.damping + options.damping * nowhere) / static_cast<double>(count);
    std::fill(next.begin(), next.end(), base);
    for (uint32_t vertex = 0; vertex < count; ++vertex) {
      if (out_weight[vertex] <= 0) continue;
      const double share = options.damping * rank[vertex] / out_weight[vertex];
      const auto [first, last] = boost::out_edges(vertex, graph);
      for (auto edge = first; edge != last; ++edge) next[boost::target(*edge, graph)] += share * graph[*edge].weight;
    }
    double change = 0;
    for (size_t vertex = 0; vertex < count; ++vertex) change += std::abs(next[vertex] - rank[vertex]);
    std::swap(rank, next);
    if (change < options.tolerance) break;
  }
  return rank;
}

template <typename Score>
std::vector<RankedVertex> top_vertices(const std::vector<Score>& scores, size_t limit) {
  std::vector<RankedVertex> all;
  all.reserve(scores.size());
  for (uint32_t vertex = 0; vertex < scores.size(); ++vertex)
    all.push_back({vertex, static_cast<double>(scores[vertex])});
  limit = std::min(limit, all.size());
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(limit), all.end(),
                    [](const RankedVertex& a, const RankedVertex& b) {
                      return a.score != b.score ? a.score > b.score : a.vertex < b.vertex;
                    });
  all.resize(limit);
  return all;
}

template std::vector<RankedVertex> top_vertices(const std::vector<double>&, size_t);
template std::vector<RankedVertex> top_vertices(const std::vector<uint32_t>&, size_t);

}  // namespace actant
