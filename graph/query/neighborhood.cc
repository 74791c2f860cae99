#include "graph/query/neighborhood.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

namespace actant {

Neighborhood find_neighborhood(const Store& store, const GraphReader& reader, NodeId node,
                               const NeighborhoodOptions& options) {
  Neighborhood result;
  NeighborLists lists(store, reader, options.filter, NeighborLists::Cost::kOne);
  std::unordered_map<uint64_t, size_t> places;  // of the nodes in the result
  const NodeId start = reader.representative(node);
  std::vector<NodeId> layer = {start};
  for (uint32_t hops = 1; hops <= options.hops && result.complete; ++hops) {
    std::vector<NodeId> next;
    for (const NodeId from : layer) {
      for (uint32_t piece = 0;; ++piece) {
        for (const Neighbor& neighbor : lists.piece(from, options.direction, piece)) {
          if (neighbor.node == start || std::isinf(lists.cost(from, options.direction, neighbor))) continue;
          const auto [entry, is_new] = places.try_emplace(neighbor.node.value, result.nodes.size());
          if (is_new) {
            result.nodes.push_back({neighbor.node, hops, from, 0});
            next.push_back(neighbor.node);
          }
          NearNode& near = result.nodes[entry->second];
          if (near.hops == hops) ++near.links;
        }
        if (lists.is_last(from, options.direction, piece)) break;
        result.complete = lists.edges_read() < options.max_edges;
        if (!result.complete) break;
      }
      // Spent with the last node of the last hop, the walk is complete all the same.
      const bool at_end = hops == options.hops && from == layer.back();
      if (lists.edges_read() >= options.max_edges && !at_end) result.complete = false;
      if (!result.complete) break;
      lists.forget(from, options.direction);
    }
    layer = std::move(next);
  }
  std::sort(result.nodes.begin(), result.nodes.end(), [](const NearNode& a, const NearNode& b) {
    return std::tuple(a.hops, b.links, a.node) < std::tuple(b.hops, a.links, b.node);
  });
  return result;
}

}  // namespace actant
