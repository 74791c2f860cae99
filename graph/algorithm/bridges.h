#ifndef ACTANT_GRAPH_ALGORITHM_BRIDGES_H_
#define ACTANT_GRAPH_ALGORITHM_BRIDGES_H_

#include <cstdint>
#include <vector>

#include "graph/algorithm/view.h"

namespace actant {

/// A pair of nodes whose link alone holds two parts of the graph together.
struct Bridge {
  GraphView::Vertex inner = 0, outer = 0;  ///< outer: on the side with fewer nodes; among equals the greater one
  uint32_t cut_off = 0;                    ///< nodes of that side
};

/// A node without which its component falls apart.
struct CutVertex {
  GraphView::Vertex vertex = 0;
  uint32_t cut_off = 0;  ///< nodes of the component that are then apart from its largest part
};

struct Bridges {
  std::vector<Bridge> bridges;          ///< those that cut off most first, then by vertices
  std::vector<CutVertex> cut_vertices;  ///< those that cut off most first, then by vertex
};

/// Bridges and cut vertices by depth-first search (Tarjan, A Note on Finding the Bridges of a Graph, 1974; Hopcroft and
/// Tarjan, Efficient Algorithms for Graph Manipulation, 1973). O(n + m), no recursion, 28 bytes a node of memory. The
/// view must be undirected. Requires VertexListGraph and AdjacencyGraph.
Bridges find_bridges(const GraphView& view);

}  // namespace actant

#endif  // ACTANT_GRAPH_ALGORITHM_BRIDGES_H_
