#ifndef ACTANT_GRAPH_STORE_INTERNAL_IDENTITY_H_
#define ACTANT_GRAPH_STORE_INTERNAL_IDENTITY_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/merge/decision.h"
#include "graph/merge/known_entity.h"
#include "graph/merge/merge_reason.h"
#include "graph/store/internal/database.h"

namespace actant::internal {

// Who is who as it is stored, besides Resolution. Family `decisions` holds what persons and watch lists say: it is not
// derived from the evidence, and joining two graphs joins it entry by entry. Family `joins` holds what the last
// resolution found, and can be made anew.

/// decisions: `d`, `p` (of a pair) or `r` (renaming), node, node. So that a later decision replaces the earlier one.
std::string decision_key(const Decision& decision);
std::string encode_decision(const Decision& decision);
/// \throws CorruptData.
Decision parse_decision_entry(std::string_view key, std::string_view value);

/// decisions: `k`, id of the entity.
std::string known_key(std::string_view id);
std::string encode_known(const KnownEntity& entity);
KnownEntity parse_known_entry(std::string_view key, std::string_view value);

/// joins: `s`, node, node.
std::string step_key(NodeId a, NodeId b);
std::string encode_step(const MergeStep& step);
MergeStep parse_step_entry(std::string_view key, std::string_view value);

/// joins: `m`, representative, layer-1 node that is not its own representative: what Resolution::members() looks up.
std::string member_key(NodeId representative, NodeId member);
std::string member_prefix(NodeId representative);
/// joins: says that the last resolution wrote the keys `m`.
inline constexpr const char* kHasMembers = "l";
bool has_members(const Database& database);

/// joins: `w`, representative; the value is the id of the entity.
std::string link_key(NodeId node);

std::vector<Decision> read_decisions(const Database& database, const Database::Snapshot* snapshot = nullptr);
void for_each_known(const Database& database, const std::function<bool(KnownEntity)>& visit);
std::optional<KnownEntity> read_known(const Database& database, std::string_view id,
                                      const Database::Snapshot* snapshot);

/// The steps that join these nodes, which must be all members of one node.
std::vector<MergeStep> read_steps(const Database& database, const std::vector<NodeId>& members);

/// Replaces the steps in `joins`, in batches of their own: they explain and decide nothing, and a resolution of a large
/// graph has more of them than should be in memory together. Add after add in any order, then finish().
class StepWriter {
 public:
  explicit StepWriter(Database& database);
  void add(const MergeStep& step);
  void finish();

 private:
  Database& database_;
  rocksdb::WriteBatch batch_;
};

/// Replaces the links with entities of watch lists in `joins`.
void write_links(Database& database, const std::vector<std::pair<NodeId, std::string>>& known,
                 rocksdb::WriteBatch& batch);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_IDENTITY_H_
