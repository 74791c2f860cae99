#ifndef ACTANT_GRAPH_STORE_INTERNAL_EDGE_READER_H_
#define ACTANT_GRAPH_STORE_INTERNAL_EDGE_READER_H_

#include <functional>
#include <optional>
#include <vector>

#include "graph/store/internal/keys.h"
#include "graph/store/internal/read_view.h"
#include "graph/store/internal/values.h"
#include "graph/store/store.h"

namespace actant::internal {

/// The edge as readers see it.
Edge make_edge(const ReadView& view, const EdgeKey& key, const EdgeAggregate& sum);

/// Merged edges: the layer-1 edges whose ends are the same nodes after resolution, as one. An edge that merging makes a
/// loop is left out. A symmetric edge has the representative with the smaller id as subject.
class EdgeReader {
 public:
  explicit EdgeReader(const ReadView& view) : view_(view) {}

  std::optional<Edge> read(const EdgeKey& key) const;
  void for_each(const std::function<bool(const Edge&)>& visit) const;
  /// How many edges for_each() visits, without reading what they hold.
  uint64_t count() const;
  void for_each_of(NodeId node, Direction direction, const std::function<bool(const Edge&)>& visit) const;
  void for_each_evidence(const EdgeKey& key, const std::function<bool(const Evidence&)>& visit) const;

 private:
  /// A layer-1 edge under the key it has after resolution.
  struct Member {
    EdgeKey merged;
    EdgeKey raw;
    EdgeAggregate aggregate;
    bool known = false;  ///< aggregate is read
    friend bool operator<(const Member& a, const Member& b) {
      return a.merged != b.merged ? a.merged < b.merged : a.raw < b.raw;
    }
  };

  void collect_owned(NodeId representative, rocksdb::Iterator& in, std::vector<Member>& members) const;
  EdgeKey merged_key(const EdgeKey& raw) const;
  void collect_out(NodeId raw, std::vector<Member>& members) const;
  void collect_in(NodeId raw, bool only_symmetric, rocksdb::Iterator& it, std::vector<Member>& members) const;
  std::vector<EdgeKey> raw_keys(const EdgeKey& merged) const;
  static void sort_members(std::vector<Member>& members);
  /// Calls `visit` for each run of sorted members with one merged key.
  bool emit(const std::vector<Member>& members, const std::function<bool(const Edge&)>& visit) const;
  Edge merge(const Member* begin, const Member* end) const;
  EdgeAggregate aggregate(const Member& member) const;
  EdgeAggregate aggregate_of_evidence(const Member* begin, const Member* end) const;
  std::string sentence_text(ArticleId article, Span sentence) const;

  const ReadView& view_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_EDGE_READER_H_
