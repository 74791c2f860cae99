#ifndef ACTANT_GRAPH_ALGORITHM_CORENESS_H_
#define ACTANT_GRAPH_ALGORITHM_CORENESS_H_

#include <cstdint>
#include <vector>

#include "graph/algorithm/view.h"

namespace actant {

/// [vertices] The largest k for which a node is in the k-core: the part of the graph in which all have at least k
/// neighbours in it. Batagelj and Zaversnik, An O(m) Algorithm for Cores Decomposition of Networks, 2003. The view must
/// be undirected. 16 bytes a node of memory. Requires VertexListGraph and AdjacencyGraph.
std::vector<uint32_t> coreness(const GraphView& view);

}  // namespace actant

#endif  // ACTANT_GRAPH_ALGORITHM_CORENESS_H_
