#ifndef ACTANT_GRAPH_QUERY_NEIGHBOR_LISTS_H_
#define ACTANT_GRAPH_QUERY_NEIGHBOR_LISTS_H_

#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "graph/query/evidence_filter.h"
#include "graph/store/graph_reader.h"

namespace actant {

/// Which edges link two nodes, for paths and neighbourhoods.
struct LinkFilter {
  std::vector<RelationChoice> relations;  ///< empty: all but `stated` and `also-known-as`, which link no actors
  std::vector<EntityType> types;          ///< of the nodes that a link may lead to; empty: any
  std::vector<NodeId> exempt;             ///< nodes that may be of any type
  bool negated = false;                   ///< edges that deny count too
  bool only_actual = true;                ///< what is planned, possible or requested does not count
  EvidenceBounds evidence;
  uint32_t min_articles = 1;
  double min_confidence = 0;

  /// True when the keys of the edges do not tell.
  bool needs_edge() const { return evidence.any() || min_articles > 1 || min_confidence > 0; }
  bool accepts_key(const EdgeKey& key) const;
  bool accepts_node(NodeId node) const;
  /// The relations in full.
  std::vector<RelationChoice> all_relations() const;
};

/// The edge as the filter sees it (see EvidenceFilter::narrow()); nullopt when it does not pass.
std::optional<Edge> passing_edge(Edge edge, const LinkFilter& filter, EvidenceFilter& evidence);

/// The edges from `a` to `b` (or between them, when `both_ways`) that pass, the strongest first.
std::vector<Edge> links_between(const Store& store, const GraphReader& reader, NodeId a, NodeId b, bool both_ways,
                                const LinkFilter& filter);

/// A node that another is linked to.
struct Neighbor {
  NodeId node;
  uint32_t place = 0;  ///< among those of its list
};

/// The neighbours of the nodes that a search meets, read from the store piece by piece and kept: a hub is read only as
/// far as somebody asks. A piece is the next 64 edges, then 128, 256 and so on. The edges themselves are read when
/// their cost is asked for. Memory: 16 bytes for each neighbour read, 64 where links do not cost 1 each.
class NeighborLists {
 public:
  /// What a link costs.
  enum class Cost {
    kOne,       ///< each 1
    kStrength,  ///< -ln(confidence · kHopFactor): the sum is small where all edges are likely right. Reads each edge.
  };
  /// One step more is one inference more: so much each is thought to hold, even over certain edges. Chosen, not
  /// measured.
  static constexpr double kHopFactor = 0.9;

  NeighborLists(const Store& store, const GraphReader& reader, const LinkFilter& filter, Cost cost);
  ~NeighborLists();

  /// The `piece`-th piece of the neighbours in this direction; empty and complete() behind the last. A neighbour may
  /// come again over another relation. Valid until the next call.
  std::span<const Neighbor> piece(NodeId node, Direction direction, uint32_t piece);
  /// What the link to one of these neighbours costs; infinite when its edge does not pass the filter. The first time
  /// this may read the edge. The least that it can be is least_cost().
  float cost(NodeId node, Direction direction, const Neighbor& neighbor);
  /// True when nothing comes behind the `piece`-th piece, which must have been read.
  bool is_last(NodeId node, Direction direction, uint32_t piece) const;
  /// Frees what has been read of a list.
  void forget(NodeId node, Direction direction) { lists_.erase(list_key(node, direction)); }
  /// Edges read from the store so far, those that did not pass among them.
  uint64_t edges_read() const { return edges_read_; }
  /// The least that a link costs.
  double least_cost() const;
  /// What an edge costs as a link.
  float cost_of(const Edge& edge) const;
  /// Edges in the first `pieces` pieces of a list that is longer.
  static uint64_t edges_in(uint32_t pieces);

 private:
  struct Link {
    EdgeKey part;    // one layer-1 edge of it
    float cost = 0;  // 0: not read
  };
  struct List {
    std::vector<Neighbor> neighbors;
    std::vector<Link> links;     // [neighbors] unless all cost 1
    std::vector<uint32_t> ends;  // of the pieces read
    EdgeCursor::Place place;
    bool complete = false;
  };
  static uint64_t list_key(NodeId node, Direction direction) {
    return node.value * 4 + static_cast<uint64_t>(direction);
  }
  void read_piece(List& list, NodeId node, Direction direction);
  bool reads_edges() const { return cost_ == Cost::kStrength || filter_.needs_edge(); }
  float read_cost(const EdgeKey& part);

  const GraphReader& reader_;
  const LinkFilter& filter_;
  const Cost cost_;
  std::vector<RelationChoice> relations_;
  EvidenceFilter evidence_;
  std::unique_ptr<EdgeCursor> cursor_;
  struct HashNode {
    size_t operator()(uint64_t key) const { return (key ^ key >> 31) * 0x9e3779b97f4a7c15ULL; }
  };
  std::unordered_map<uint64_t, List, HashNode> lists_;
  uint64_t edges_read_ = 0;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_NEIGHBOR_LISTS_H_
