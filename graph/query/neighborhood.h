#ifndef ACTANT_GRAPH_QUERY_NEIGHBORHOOD_H_
#define ACTANT_GRAPH_QUERY_NEIGHBORHOOD_H_

#include <vector>

#include "graph/query/neighbor_lists.h"

namespace actant {

struct NeighborhoodOptions {
  uint32_t hops = 1;
  Direction direction = Direction::kBoth;  ///< kOut: only from subject to object
  uint64_t max_edges = 1000000;            ///< read before the walk ends; about 0.7 microseconds each
  LinkFilter filter{};
};

/// A node near another.
struct NearNode {
  NodeId node;
  uint32_t hops = 0;
  NodeId via;          ///< the first node of the hop before that leads to it
  uint32_t links = 0;  ///< edges that lead to it from the hop before
};

struct Neighborhood {
  std::vector<NearNode> nodes;  ///< nearest first, then those with the most links, then by id; without the node itself
  bool complete = true;         ///< false: max_edges were read, and more nodes may be near
};

/// The nodes within some hops of a node, by breadth-first search over the store. Memory: about 60 bytes for each node.
Neighborhood find_neighborhood(const Store& store, const GraphReader& reader, NodeId node,
                               const NeighborhoodOptions& options);

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_NEIGHBORHOOD_H_
