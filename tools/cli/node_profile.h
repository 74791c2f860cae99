#ifndef ACTANT_TOOLS_CLI_NODE_PROFILE_H_
#define ACTANT_TOOLS_CLI_NODE_PROFILE_H_

#include <string>
#include <vector>

#include "graph/store/store.h"
#include "tools/cli/node_names.h"

namespace actant {

/// An office or job, from the evidence of holds-position edges.
struct HeldPosition {
  std::string title;  ///< may be empty: the text names only the body
  NodeId other;       ///< the body, or the holder when the node shown is the body
  uint32_t articles = 0;
  std::string first_date, last_date;  ///< of the articles and events that tell of it
};

/// The edges of one kind at a node, strongest first.
struct RelationGroup {
  std::string relation;  ///< as relation_shown()
  bool outgoing = true;  ///< the node is the subject; true for symmetric relations
  bool symmetric = false;
  std::vector<Edge> edges;
};

/// What `show` tells of a node.
struct NodeProfile {
  Node node;
  std::vector<HeldPosition> positions;  ///< that the node holds or held, best supported first
  std::vector<HeldPosition> holders;    ///< who holds or held a position at it, best supported first
  std::vector<Edge> position_edges;     ///< the edges behind both
  std::vector<RelationGroup> groups;    ///< all other edges, the largest group first
};

/// Reads the edges of the node and the evidence of its positions. Cost: its edges.
NodeProfile make_profile(const Store& store, const Node& node);

/// True for a symmetric edge that the store keeps with the node as its object: it is printed turned.
inline bool is_turned(const Edge& edge, NodeId node) {
  return edge.key.subject != node && relation_info(edge.key.relation).symmetric;
}

/// The other end of an edge.
inline NodeId other_end(const Edge& edge, NodeId node) {
  return edge.key.subject == node ? edge.key.object : edge.key.subject;
}

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_NODE_PROFILE_H_
