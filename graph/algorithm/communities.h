#ifndef ACTANT_GRAPH_ALGORITHM_COMMUNITIES_H_
#define ACTANT_GRAPH_ALGORITHM_COMMUNITIES_H_

#include <cstdint>
#include <span>
#include <vector>

#include "graph/algorithm/view.h"
#include "graph/algorithm/weighted_pair.h"

namespace actant {

struct CommunityOptions {
  double resolution = 1;  ///< above 1: more and smaller communities; gamma of Reichardt and Bornholdt, 2006
  int max_rounds = 20;    ///< of moving and joining; it ends earlier when nothing moves
  int max_iterations =
      10;  ///< each begins with the communities that the one before found; it ends earlier when one gains nothing
};

/// Groups of nodes with more links among themselves than chance would give.
struct Communities {
  std::vector<uint32_t> of_vertex;  ///< [vertices] number of the community; a node without edges is one of its own
  std::vector<uint32_t> sizes;      ///< [communities] the largest first, among equals that of the smallest vertex
  double modularity = 0;            ///< Newman and Girvan, 2004, with the weights and the resolution
};

/// Communities that maximize modularity, by the Leiden algorithm (Traag, Waltman and van Eck, From Louvain to Leiden:
/// guaranteeing well-connected communities, 2019): nodes move to the best neighbouring community as long as one gains,
/// each community is refined into connected parts, and these become the nodes of the next round. Nodes are visited by
/// number and the best of several moves is taken instead of a random one, so the result depends on the view alone; each
/// community is connected. About O(m) a round, 60 bytes a node and 16 a direction of a pair meanwhile. The view must be
/// undirected. Requires VertexListGraph and IncidenceGraph.
Communities find_communities(const GraphView& view, const CommunityOptions& options = {});

/// The same for nodes by number and the edges between them; several edges of a pair add up.
Communities find_communities(uint32_t nodes, std::span<const WeightedPair> edges, const CommunityOptions& options = {});

}  // namespace actant

#endif  // ACTANT_GRAPH_ALGORITHM_COMMUNITIES_H_
