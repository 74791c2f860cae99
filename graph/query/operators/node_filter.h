#ifndef ACTANT_GRAPH_QUERY_OPERATORS_NODE_FILTER_H_
#define ACTANT_GRAPH_QUERY_OPERATORS_NODE_FILTER_H_

#include <map>
#include <unordered_map>

#include "graph/query/operator.h"

namespace actant {

/// Nodes that filters and orders have read, remembered up to some ten thousand. For one thread.
class NodeCache {
 public:
  explicit NodeCache(const Store& store) : store_(store) {}
  /// nullptr for a node that the store does not know. Valid until the next call.
  const Node* of(NodeId id);

 private:
  const Store& store_;
  std::unordered_map<uint64_t, std::optional<Node>> nodes_;
};

/// A filter whose variables are slots and whose names are nodes.
struct NodeCondition {
  PatternFilter filter;
  std::vector<NodeCondition> parts;
  size_t slot = 0;
  int other_slot = -1;              ///< of kSame: the other variable
  std::vector<NodeId> other_nodes;  ///< of kSame: the nodes of a name
  std::vector<EntityType> types;    ///< of kType
  std::string folded;               ///< of kName: as names are compared

  /// True when `match` meets the condition. Cost: none for kSame and kType, else reading the node.
  bool holds(const Match& match, NodeCache& nodes) const;
};

/// The matches that meet a condition on their nodes.
class NodeFilterOperator : public Operator {
 public:
  NodeFilterOperator(std::unique_ptr<Operator> from, NodeCondition condition, NodeCache& nodes, std::string text,
                     OperatorEstimate estimate);
  std::string describe() const override { return "filter " + text_; }

 protected:
  bool advance(Match& match) override;

 private:
  NodeCondition condition_;
  NodeCache& nodes_;
  std::string text_;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_OPERATORS_NODE_FILTER_H_
