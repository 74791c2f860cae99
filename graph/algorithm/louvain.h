#ifndef ACTANT_GRAPH_ALGORITHM_LOUVAIN_H_
#define ACTANT_GRAPH_ALGORITHM_LOUVAIN_H_

#include <cstdint>
#include <vector>

namespace actant {

/// An undirected edge between two nodes, by their numbers. Several edges of a pair add up.
struct WeightedPair {
  uint32_t a = 0, b = 0;
  float weight = 1;
};

/// [nodes] the community of each node, counted from 1, the largest first, among equals the one with the smallest node; 0 for nodes
/// without edges. Modularity is raised by moving single nodes, then communities as nodes, until nothing moves (Blondel,
/// Guillaume, Lambiotte, Lefebvre, Fast unfolding of communities in large networks, 2008). The nodes are visited in the order
/// of their numbers, so the result is the same on every run. About O(m log n); 24 bytes an edge.
std::vector<uint32_t> louvain(uint32_t nodes, const std::vector<WeightedPair>& edges);

}  // namespace actant

#endif  // ACTANT_GRAPH_ALGORITHM_LOUVAIN_H_
