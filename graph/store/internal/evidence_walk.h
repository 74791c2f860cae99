#ifndef ACTANT_GRAPH_STORE_INTERNAL_EVIDENCE_WALK_H_
#define ACTANT_GRAPH_STORE_INTERNAL_EVIDENCE_WALK_H_

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store/internal/duplicates.h"
#include "graph/store/internal/edge_reader.h"

namespace actant::internal {

/// A row of the family evidence under a merged edge.
struct EvidenceRow {
  ArticleId article;
  PackedDate published = 0;
  bool turned = false;     ///< the ends of a symmetric edge have changed sides
  std::string_view value;  ///< EvidenceValue
};

/// All merged edges with all their evidence in the order of their keys. The families edges_out, edges_once and evidence
/// are read once from front to back; where nodes are merged, what they hold is sorted by the key that the edge has
/// after resolution (RecordSort), so that the cost of an edge does not grow with the graph. EdgeWalk gives the same
/// edges without a sort and jumps between the members of a node.
class EvidenceWalk {
 public:
  /// `memory` and `folder`: see RecordSort. `view` must outlive this.
  EvidenceWalk(const ReadView& view, size_t memory, std::string folder);

  struct MergedEdge {
    const EdgeKey& key;
    const EdgeAggregate& sum;
    std::span<const EvidenceRow> rows;  ///< by the key of the layer-1 edge, then as they stand in the family
  };
  /// False stops. What is given is valid until `visit` returns. \throws IoError, CorruptData.
  using Visit = std::function<bool(const MergedEdge&)>;
  void run(const Visit& visit);
  const Originals& originals() const { return originals_; }

 private:
  /// A layer-1 edge: its key after resolution; whether it has changed sides, its sums and its rows in one piece.
  using Take = std::function<bool(const EdgeKey& key, std::string_view record)>;
  void scan(const Take& take);
  void run_sorted(const Visit& visit);
  void add_member(std::string_view record);
  bool emit(const EdgeKey& key, const Visit& visit);
  EdgeAggregate count_once() const;

  const ReadView& view_;
  const size_t memory_;
  const std::string folder_;
  const Originals originals_;
  size_t members_ = 0;
  EdgeAggregate sum_;              ///< of the first member
  std::vector<EvidenceRow> rows_;  ///< of the members so far
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_EVIDENCE_WALK_H_
