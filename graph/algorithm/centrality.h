#ifndef ACTANT_GRAPH_ALGORITHM_CENTRALITY_H_
#define ACTANT_GRAPH_ALGORITHM_CENTRALITY_H_

#include <cstdint>
#include <vector>

#include "graph/algorithm/view.h"

namespace actant {

/// [vertices] number of different neighbours, whatever the direction. O(m log m), 16 bytes an edge meanwhile.
std::vector<uint32_t> degrees(const GraphView& view);

struct PageRankOptions {
  double damping = 0.85;    ///< chance to follow an edge; the value of the paper
  double tolerance = 1e-9;  ///< stops when the sum of the changes is below
  int max_iterations = 100;
};

/// [vertices] PageRank (Page, Brin, Motwani, Winograd, The PageRank Citation Ranking, 1999, section 2.4): the share of
/// time that a walk spends at a node which follows an edge with the chance of its weight and starts anywhere otherwise;
/// a node without outgoing edges leads anywhere. Sums to 1. O(m) an iteration. Requires VertexListGraph and
/// IncidenceGraph.
std::vector<double> page_rank(const GraphView& view, const PageRankOptions& options = {});

/// A node with its place in a ranking.
struct RankedVertex {
  GraphView::Vertex vertex = 0;
  double score = 0;
};

/// The `limit` vertices with the highest scores, the highest first; among equals the smaller id. O(n log limit).
template <typename Score>
std::vector<RankedVertex> top_vertices(const std::vector<Score>& scores, size_t limit);
extern template std::vector<RankedVertex> top_vertices(const std::vector<double>&, size_t);
extern template std::vector<RankedVertex> top_vertices(const std::vector<uint32_t>&, size_t);

}  // namespace actant

#endif  // ACTANT_GRAPH_ALGORITHM_CENTRALITY_H_
