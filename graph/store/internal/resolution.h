#ifndef ACTANT_GRAPH_STORE_INTERNAL_RESOLUTION_H_
#define ACTANT_GRAPH_STORE_INTERNAL_RESOLUTION_H_

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "graph/model/ids.h"
#include "graph/store/internal/database.h"

namespace actant::internal {

/// Layer 2 in memory: which layer-1 nodes are one node, what a person calls it, which entity of a watch list it is.
/// Immutable; 32 bytes for each layer-1 node that is not its own representative, nothing for the others. Look-ups are
/// binary searches.
class Resolution {
 public:
  using Named = std::pair<NodeId, std::string>;

  static std::shared_ptr<const Resolution> load(const Database& database, const Database::Snapshot* snapshot = nullptr);
  /// `renamed`: layer-1 node and the name that a person gave its node. `known`: representative and id of an entity.
  explicit Resolution(std::vector<std::pair<NodeId, NodeId>> raw_to_representative, std::vector<Named> renamed = {},
                      std::vector<Named> known = {});

  NodeId representative(NodeId raw) const;
  /// The layer-1 nodes of a representative, itself among them, by id.
  std::vector<NodeId> members(NodeId representative) const;
  /// True when members() are `representative` alone.
  bool is_alone(NodeId representative) const;
  /// (layer-1 node, representative), by layer-1 node; representatives themselves left out.
  const std::vector<std::pair<NodeId, NodeId>>& decisions() const { return by_raw_; }
  /// What a person called a representative, or null.
  const std::string* renamed(NodeId representative) const { return find(renamed_, representative); }
  /// All of these, by representative.
  const std::vector<Named>& renamed() const { return renamed_; }
  /// The entity of a watch list that a representative is, or null.
  const std::string* known(NodeId representative) const { return find(known_, representative); }

  size_t known_count() const { return known_.size(); }

 private:
  static const std::string* find(const std::vector<Named>& list, NodeId node);

  std::vector<std::pair<NodeId, NodeId>> by_raw_;
  std::vector<std::pair<NodeId, NodeId>> by_representative_;  // (representative, layer-1 node)
  std::vector<Named> renamed_, known_;
};

/// Writes the difference between two resolutions.
void write_resolution(Database& database, const Resolution& before, const Resolution& after,
                      rocksdb::WriteBatch& batch);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_RESOLUTION_H_
