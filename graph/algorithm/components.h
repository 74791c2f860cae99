#ifndef ACTANT_GRAPH_ALGORITHM_COMPONENTS_H_
#define ACTANT_GRAPH_ALGORITHM_COMPONENTS_H_

#include <cstdint>
#include <vector>

#include "graph/algorithm/view.h"

namespace actant {

/// Connected components, whatever the direction of the edges.
struct Components {
  std::vector<uint32_t> of_vertex;  ///< [vertices] number of the component of each vertex
  std::vector<uint32_t>
      sizes;  ///< [components] vertices in each; the largest first, among equals that of the smallest id
};

/// Disjoint sets over the edges, O((n + m) α(n)). Requires VertexListGraph and EdgeListGraph. A node without edges is a
/// component of its own.
Components connected_components(const GraphView& view);

}  // namespace actant

#endif  // ACTANT_GRAPH_ALGORITHM_COMPONENTS_H_
