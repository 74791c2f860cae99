#ifndef ACTANT_GRAPH_STORE_INTERNAL_EDGE_WALK_H_
#define ACTANT_GRAPH_STORE_INTERNAL_EDGE_WALK_H_

#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "graph/store/internal/duplicates.h"
#include "graph/store/internal/edge_reader.h"
#include "graph/store/internal/forward_iterator.h"

namespace actant::internal {

/// All merged edges in the order of their keys, read as they stand on disk: the families edges_out, edges_in and
/// edges_once are walked beside the nodes. Constant memory but for the edges of one node and, where stories count once,
/// 16 bytes for each article that is not its own original.
class EdgeWalk {
 public:
  explicit EdgeWalk(const ReadView& view);

  /// Calls `visit` with the layer-1 edges, sorted, that each merged edge is made of; false stops.
  using Members = std::span<const EdgeMember>;
  void run(const std::function<bool(Members)>& visit);
  void for_each(const std::function<bool(const Edge&)>& visit);
  /// run() reads the evidence of the edges of several members that it is about to visit, some thousand at once, in the
  /// order in which it lies on disk: for_each_evidence() would jump between the members.
  void read_merged_evidence_ahead() { reads_ahead_ = true; }
  /// How many edges for_each() visits.
  uint64_t count();
  /// The sums of a merged edge. Cost: nothing for one member that run() gave; of several a step where sums are kept,
  /// else their evidence is read.
  EdgeAggregate sum(Members members);
  /// The rows of the family evidence of one member in the order of their keys.
  void for_each_evidence(const EdgeMember& member,
                         const std::function<void(std::string_view, std::string_view)>& visit);
  const Originals& originals() const { return originals_; }

 private:
  void collect(NodeId id, std::span<const NodeId> others);
  void collect_out(NodeId raw);
  void collect_in(NodeId raw);
  void read_ahead(size_t first);

  static constexpr uint32_t kNotRead = ~uint32_t{0};
  /// What was read ahead of one member: rows_[first, first + count).
  struct Ahead {
    uint32_t first = 0, count = kNotRead;
  };
  struct Row {
    uint32_t key = 0, key_size = 0, value_size = 0;  ///< in row_bytes_; the value follows the key
  };

  const ReadView& view_;
  const Originals originals_;
  ForwardIterator out_, in_, once_, sums_, evidence_;
  std::vector<EdgeMember> members_;
  bool reads_ahead_ = false;
  size_t ahead_begin_ = 0;  ///< in members_, of the first of ahead_
  std::vector<Ahead> ahead_;
  std::vector<Row> rows_;
  std::string row_bytes_;
  std::vector<std::pair<std::string, uint32_t>> order_;  ///< (key, place in ahead_)
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_EDGE_WALK_H_
