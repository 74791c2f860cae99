#ifndef ACTANT_GRAPH_ALGORITHM_VIEW_H_
#define ACTANT_GRAPH_ALGORITHM_VIEW_H_

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "graph/store/store.h"

namespace actant {

/// Which part of a store a view holds.
struct ViewOptions {
  bool statements = false;          ///< statement nodes and the edges to them
  bool open_relations = false;      ///< edges of open relations
  bool negated = false;             ///< edges that deny ("did not meet")
  bool only_actual = false;         ///< leave out what is planned, possible or requested
  uint32_t min_articles = 1;        ///< edges with less support are left out
  std::vector<EntityType> types{};  ///< nodes of other types are left out with their edges; empty: none
  /// Each pair that any edge joins has an edge in both directions with the weights of all.
  bool undirected = false;
  /// The weight of an edge that passes the rest, 0 or less: it is left out. Empty: its articles.
  std::function<float(const Edge& edge)> weigh{};
};

/// What a view keeps of an edge.
struct ViewEdge {
  float weight = 0;  ///< articles, summed over the relations between the two nodes
};

/// A store's graph in memory, for algorithms that need all of it: nodes are the numbers 0 .. n-1 in the order of their
/// ids, and all relations from one node to another are one edge. A symmetric relation gives an edge in both directions.
///
/// graph() models Boost.Graph's VertexListGraph, IncidenceGraph, AdjacencyGraph and EdgeListGraph; the weight is the
/// bundled property ViewEdge::weight. Memory: 12 bytes a node and 8 bytes for each direction of a joined pair
/// (memory_bytes()); while it is built up to 36 bytes for each edge and direction more. A view is a snapshot: later
/// changes of the store do not reach it. Immutable, so it may be used from several threads.
class GraphView {
 public:
  using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, ViewEdge, boost::no_property,
                                                   uint32_t, uint32_t>;
  using Vertex = boost::graph_traits<Graph>::vertex_descriptor;

  /// One pass over the nodes and one over the edges. \throws IoError, CorruptData, std::length_error above 2^32 - 2
  /// nodes.
  explicit GraphView(const Store& store, const ViewOptions& options = {});

  const Graph& graph() const { return graph_; }
  size_t size() const { return ids_.size(); }
  /// Bytes that the view keeps.
  size_t memory_bytes() const;
  NodeId id(Vertex vertex) const { return ids_[vertex]; }
  /// The vertex of a representative; nullopt for other ids. O(log n).
  std::optional<Vertex> vertex(NodeId id) const;

 private:
  std::vector<NodeId> ids_;
  Graph graph_;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_ALGORITHM_VIEW_H_
