#ifndef ACTANT_GRAPH_ALGORITHM_BETWEENNESS_H_
#define ACTANT_GRAPH_ALGORITHM_BETWEENNESS_H_

#include <cstdint>
#include <vector>

#include "graph/algorithm/view.h"

namespace actant {

/// [vertices] Betweenness: over all pairs of other nodes, the share of the shortest paths between them (by hops) that
/// pass through a node. Brandes, A Faster Algorithm for Betweenness Centrality, 2001. The view must be undirected
/// (ViewOptions::undirected); each pair counts once.
///
/// `sources` 0: exact, O(n m). Else the sum over so many starting nodes, scaled up to all (Brandes and Pich, Centrality
/// Estimation in Large Networks, 2007, section 3): O(sources m). The starting nodes are a sample of the nodes with
/// edges that depends on their number alone. 40 bytes a node of memory. Requires VertexListGraph and AdjacencyGraph.
std::vector<double> betweenness(const GraphView& view, uint32_t sources = 0);

}  // namespace actant

#endif  // ACTANT_GRAPH_ALGORITHM_BETWEENNESS_H_
