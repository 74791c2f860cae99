#ifndef ACTANT_GRAPH_STORE_INTERNAL_NODE_EVIDENCE_H_
#define ACTANT_GRAPH_STORE_INTERNAL_NODE_EVIDENCE_H_

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/store/internal/keys.h"
#include "graph/store/internal/read_view.h"
#include "graph/store/internal/values.h"
#include "graph/store/store.h"

namespace actant::internal {

/// GraphReader::for_each_evidence_of(): the evidence of the edges at a node, some thousand edges at a time in the order
/// in which it lies on disk: that of the edges from one layer-1 node is one piece.
class NodeEvidence {
 public:
  explicit NodeEvidence(const ReadView& view);

  /// A layer-1 edge under the key it has after resolution.
  struct Part {
    EdgeKey merged, raw;
    DateRange dates;  ///< of its evidence; {0, 0} when none has one, or they are not known
  };
  using Visit = std::function<bool(const EdgeKey& key, const EdgeKey& part, std::vector<Evidence>& evidence)>;
  /// `parts`: all of each edge, in any order.
  void for_each(std::vector<Part> parts, const Visit& visit);

 private:
  struct Row {
    EvidenceKey key;
    EvidenceValue value;
  };

  void read_block(size_t first, size_t last);
  void read_part(std::string_view prefix, std::vector<Row>& rows);
  void seek(std::string_view prefix);
  void make_evidence(const EdgeKey& merged, std::vector<Row>& rows);

  const ReadView& view_;
  const std::unique_ptr<rocksdb::Iterator> it_;
  std::vector<Part> parts_;
  std::vector<std::vector<Row>> rows_;  // of the parts of the block
  std::vector<std::pair<std::string, size_t>> order_;
  std::vector<Evidence> evidence_;
};

/// A row as evidence for the edge with this subject, without its sentence.
Evidence make_evidence(const ReadView& view, NodeId subject, const EvidenceKey& key, const EvidenceValue& value);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_NODE_EVIDENCE_H_
