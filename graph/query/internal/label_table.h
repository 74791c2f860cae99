#ifndef ACTANT_GRAPH_QUERY_INTERNAL_LABEL_TABLE_H_
#define ACTANT_GRAPH_QUERY_INTERNAL_LABEL_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "graph/model/ids.h"

namespace actant::internal {

/// How a search came to a node: what the way costs, over which node, in how many links. Infinite: it did not yet.
struct PathLabel {
  double cost = std::numeric_limits<double>::infinity();
  NodeId previous;
  uint32_t hops = 0;
};

/// The labels of one search after the other, in one piece of memory (open addressing, linear probing). A search for
/// five paths is dozens of small ones, in which std::unordered_map spent more on its nodes than on looking them up:
/// clear() costs nothing, and what was taken for a large search is kept for the next.
class LabelTable {
 public:
  LabelTable() : slots_(64) {}

  /// Forgets all labels.
  void clear() {
    size_ = 0;
    if (++search_ != 0) return;
    slots_.assign(slots_.size(), Slot());  // the numbers of searches begin anew
    search_ = 1;
  }

  /// The label of a node, or nullptr. Valid until at() is called.
  const PathLabel* find(NodeId node) const {
    const Slot& slot = slots_[place_of(node)];
    return slot.search == search_ ? &slot.label : nullptr;
  }

  /// The label of a node, made if there is none. Valid until the next call.
  PathLabel& at(NodeId node) {
    size_t place = place_of(node);
    if (slots_[place].search != search_) {
      if (2 * ++size_ > slots_.size()) {
        grow();
        place = place_of(node);
      }
      slots_[place] = {node, {}, search_};
    }
    return slots_[place].label;
  }

 private:
  struct Slot {
    NodeId node;
    PathLabel label;
    uint32_t search = 0;  // in which it was written; any other one: free
  };

  // Where the node is, or where it would be written.
  size_t place_of(NodeId node) const {
    const size_t mask = slots_.size() - 1;
    size_t place = ((node.value ^ node.value >> 31) * 0x9e3779b97f4a7c15ULL >> 20) & mask;
    while (slots_[place].search == search_ && slots_[place].node != node) place = (place + 1) & mask;
    return place;
  }

  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.search == search_) slots_[place_of(slot.node)] = slot;
    }
  }

  std::vector<Slot> slots_;  // a power of two, at most half of them taken
  size_t size_ = 0;
  uint32_t search_ = 1;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_QUERY_INTERNAL_LABEL_TABLE_H_
