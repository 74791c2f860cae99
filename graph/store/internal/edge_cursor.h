#ifndef ACTANT_GRAPH_STORE_INTERNAL_EDGE_CURSOR_H_
#define ACTANT_GRAPH_STORE_INTERNAL_EDGE_CURSOR_H_

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/store/graph_reader.h"
#include "graph/store/internal/edge_set.h"
#include "graph/store/internal/read_view.h"
#include "graph/store/internal/values.h"

namespace actant {

/// The cursor is a list of key ranges of edges_out and edges_in that are walked one after the other, each key turned
/// into the edge it is part of after resolution.
struct EdgeCursor::Impl {
  explicit Impl(const internal::ReadView& read_view) : view(read_view) {}

  struct Range {
    bool in = false;  ///< of edges_in, else of edges_out
    std::string prefix;
  };

  void reset(NodeId from, NodeId to);
  void add_node_ranges(NodeId raw, Direction direction, std::span<const RelationChoice> relations);
  void add_pair_ranges(NodeId raw_subject, NodeId raw_object, std::span<const RelationChoice> relations);
  bool next();
  Edge edge() const;
  /// Of the layer-1 edge that next() found, where its entry holds them.
  std::optional<internal::EdgeAggregate> sums() const;

  const internal::ReadView& view;
  std::vector<Range> ranges;
  std::vector<RelationChoice> filter;  ///< for walks over the whole family; empty: all
  size_t at = 0;                       ///< the range of the key
  bool positioned = false;             ///< the iterator of ranges[at] is on a key that next() has shown
  std::string resume_after;            ///< raw key to go on behind, for the first range
  NodeId node;                         ///< seen from; zero: the whole graph
  NodeId only_other;                   ///< only edges with this other end; zero: all
  bool every_part = false;             ///< next() stops at each layer-1 edge, not once for each edge
  EdgeKey key, raw;

 private:
  rocksdb::Iterator& iterator(const Range& range);
  bool advance(rocksdb::Iterator& it, const Range& range);
  bool accept(std::string_view bytes, bool in);
  const internal::Resolution::Place& place_of_fixed(NodeId raw_node);

  std::unique_ptr<rocksdb::Iterator> out_, in_, all_;
  NodeId fixed_;  ///< first node of the last key: the same for all edges of a range
  internal::Resolution::Place fixed_place_;
  bool plain_ = false;      ///< both ends of the last edge are nodes of one layer-1 node
  internal::EdgeSet seen_;  ///< edges of several layer-1 edges that have been shown
};

}  // namespace actant

#endif  // ACTANT_GRAPH_STORE_INTERNAL_EDGE_CURSOR_H_
