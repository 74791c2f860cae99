#ifndef ACTANT_GRAPH_MERGE_INTERNAL_NAME_ORDER_H_
#define ACTANT_GRAPH_MERGE_INTERNAL_NAME_ORDER_H_

#include <cstdint>

#include "graph/merge/node_table.h"

namespace actant::internal {

/// The nodes in the order of their types and names: those of one name stand together, those with most articles first,
/// then by index. Names are compared once, here; whoever needs their order later compares numbers. 8 bytes a node, 16
/// more while it is made.
class NameOrder {
 public:
  explicit NameOrder(const NodeTable& nodes);

  uint32_t size() const { return static_cast<uint32_t>(nodes_.size()); }
  uint32_t node(uint32_t place) const { return nodes_[place]; }
  uint32_t place(uint32_t node) const { return places_[node]; }

 private:
  ScratchVector<uint32_t> nodes_, places_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_MERGE_INTERNAL_NAME_ORDER_H_
