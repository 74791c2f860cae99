#ifndef ACTANT_GRAPH_QUERY_PATH_SEARCH_H_
#define ACTANT_GRAPH_QUERY_PATH_SEARCH_H_

#include <cstdint>
#include <vector>

#include "graph/query/neighbor_lists.h"

namespace actant {

struct PathOptions {
  NeighborLists::Cost by = NeighborLists::Cost::kOne;  ///< the shortest, or the one whose edges are likeliest right
  size_t paths = 1;                                    ///< so many different ones, the best first
  uint32_t max_hops = 6;
  bool directed = false;  ///< only from subject to object; symmetric relations lead both ways
  /// Edges read before the search gives up: about a microsecond each, with kStrength or filters on the evidence up to
  /// 20. What was found until then is told. Default: one in fifty searches for five paths among a million articles
  /// reads more (to know that there is no better fifth path), and none takes longer than 200 ms.
  uint64_t max_edges = 120000;
  LinkFilter filter{};  ///< its types concern the nodes in between
};

/// A way from one node to another without a node twice.
struct FoundPath {
  std::vector<NodeId> nodes;  ///< both ends among them
  double cost = 0;            ///< hops, or the sum of NeighborLists::Cost::kStrength
};

struct PathResult {
  std::vector<FoundPath> paths;
  bool complete = true;  ///< false: not all edges were read that a better path may lead over
  uint64_t edges_read = 0;
};

/// The best paths from `from` to `to`, over the store itself: nothing is loaded but the neighbours of the nodes that
/// are met.
///
/// Bidirectional search (Pohl, Bi-directional Search, 1971) with the stopping rule of Goldberg and Harrelson (Computing
/// the Shortest Path, 2005, section 3) sharpened by the least cost of a link. A hub is read in pieces that double,
/// after the other nodes of its distance and on the side that has less to read: a hub whose neighbours are not needed
/// is not read to its end. With several paths, Yen's algorithm (Finding the K Shortest Loopless Paths, 1971) over the
/// neighbours once read, with Lawler's rule for beginnings that paths share (A Procedure for Computing the K Best
/// Solutions, 1972), and without a search for what cannot be among the best. By strength, of the ways to a node only
/// the best is followed, so a path of at most max_hops may be missed where a longer one is stronger; and of a node in
/// between at most max_edges / 50 edges (to the next piece) are read, so that a stronger path over two hubs and a node
/// between them may be missed, which `complete` tells. Equal ends give one path of one node. Among equal paths the
/// choice depends on what is stored alone.
PathResult find_paths(const Store& store, const GraphReader& reader, NodeId from, NodeId to,
                      const PathOptions& options);

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_PATH_SEARCH_H_
