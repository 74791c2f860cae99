#ifndef ACTANT_GRAPH_STORE_INTERNAL_EDGE_READER_H_
#define ACTANT_GRAPH_STORE_INTERNAL_EDGE_READER_H_

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "graph/store/internal/keys.h"
#include "graph/store/internal/read_view.h"
#include "graph/store/internal/values.h"
#include "graph/store/store.h"

namespace actant::internal {

/// A layer-1 edge under the key it has after resolution.
struct EdgeMember {
  EdgeKey merged;
  EdgeKey raw;
  EdgeAggregate aggregate;
  bool known = false;  ///< aggregate is read
  friend bool operator<(const EdgeMember& a, const EdgeMember& b) {
    return a.merged != b.merged ? a.merged < b.merged : a.raw < b.raw;
  }
};

/// The key that a layer-1 edge has after resolution.
EdgeKey merged_edge_key(const ReadView& view, const EdgeKey& raw);
/// Sorts by merged key; an edge that was met from both of its ends stays once.
void sort_members(std::vector<EdgeMember>& members);

/// The edge as readers see it.
Edge make_edge(const ReadView& view, const EdgeKey& key, const EdgeAggregate& sum);

/// Merged edges: the layer-1 edges whose ends are the same nodes after resolution, as one. An edge that merging makes a
/// loop is left out. A symmetric edge has the representative with the smaller id as subject. For few of them; all are
/// read by EdgeWalk.
class EdgeReader {
 public:
  explicit EdgeReader(const ReadView& view) : view_(view) {}

  std::optional<Edge> read(const EdgeKey& key) const;
  /// The same for whoever has met one of its layer-1 edges and, where it is at hand, the value of this in edges_out.
  std::optional<Edge> read_from(const EdgeKey& merged, const EdgeKey& raw, const EdgeAggregate* stored) const;
  void for_each_of(NodeId node, Direction direction, const std::function<bool(const Edge&)>& visit) const;
  void for_each_evidence(const EdgeKey& key, const std::function<bool(const Evidence&)>& visit) const;
  /// The text of a sentence of an article; empty when it is not stored.
  std::string sentence_text(ArticleId article, Span sentence) const;

 private:
  using Member = EdgeMember;

  EdgeKey merged_key(const EdgeKey& raw) const { return merged_edge_key(view_, raw); }
  void collect_out(NodeId raw, std::vector<Member>& members) const;
  void collect_in(NodeId raw, bool only_symmetric, rocksdb::Iterator& it, std::vector<Member>& members) const;
  std::vector<EdgeKey> raw_keys(const EdgeKey& merged) const;
  /// Calls `visit` for each run of sorted members with one merged key.
  bool emit(const std::vector<Member>& members, const std::function<bool(const Edge&)>& visit) const;
  Edge merge(const Member* begin, const Member* end) const;
  EdgeAggregate aggregate(const Member& member) const;
  EdgeAggregate aggregate_of_evidence(const Member* begin, const Member* end) const;

  const ReadView& view_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_EDGE_READER_H_
