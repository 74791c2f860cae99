#include "graph/store/internal/resolution.h"

#include <algorithm>

#include "graph/store/internal/identity.h"
#include "graph/store/internal/keys.h"

namespace actant::internal {

Resolution::Resolution(std::vector<std::pair<NodeId, NodeId>> raw_to_representative, std::vector<Named> renamed,
                       std::vector<Named> known)
    : by_raw_(std::move(raw_to_representative)), renamed_(std::move(renamed)), known_(std::move(known)) {
  std::erase_if(by_raw_, [](const auto& entry) { return entry.first == entry.second; });
  std::sort(by_raw_.begin(), by_raw_.end());
  by_representative_.reserve(by_raw_.size());
  for (const auto& [raw, representative] : by_raw_) by_representative_.emplace_back(representative, raw);
  std::sort(by_representative_.begin(), by_representative_.end());
  for (auto& [node, name] : renamed_) node = representative(node);
  for (auto* list : {&renamed_, &known_}) std::sort(list->begin(), list->end());
}

std::shared_ptr<const Resolution> Resolution::load(const Database& database, const Database::Snapshot* snapshot) {
  std::vector<std::pair<NodeId, NodeId>> entries;
  database.scan(
      Family::kResolution, {},
      [&](std::string_view key, std::string_view value) {
        entries.emplace_back(decode_node_key(key), decode_node_key(value));
        return true;
      },
      snapshot);
  std::vector<Named> renamed, known;
  database.scan(
      Family::kDecisions, "dr",
      [&](std::string_view key, std::string_view value) {
        Decision decision = parse_decision_entry(key, value);
        if (decision.a.id) renamed.emplace_back(decision.a.id, std::move(decision.text));
        return true;
      },
      snapshot);
  database.scan(
      Family::kJoins, "w",
      [&](std::string_view key, std::string_view value) {
        known.emplace_back(decode_node_key(key.substr(1)), value);
        return true;
      },
      snapshot);
  return std::make_shared<Resolution>(std::move(entries), std::move(renamed), std::move(known));
}

const std::string* Resolution::find(const std::vector<Named>& list, NodeId node) {
  const auto it = std::lower_bound(list.begin(), list.end(), node, [](const Named& n, NodeId id) { return n.first < id; });
  return it != list.end() && it->first == node ? &it->second : nullptr;
}

NodeId Resolution::representative(NodeId raw) const {
  const auto it = std::lower_bound(by_raw_.begin(), by_raw_.end(), std::pair(raw, NodeId{}));
  return it != by_raw_.end() && it->first == raw ? it->second : raw;
}

std::vector<NodeId> Resolution::members(NodeId representative) const {
  std::vector<NodeId> result = {representative};
  for (auto it =
           std::lower_bound(by_representative_.begin(), by_representative_.end(), std::pair(representative, NodeId{}));
       it != by_representative_.end() && it->first == representative; ++it) {
    result.push_back(it->second);
  }
  std::sort(result.begin(), result.end());
  return result;
}

bool Resolution::is_alone(NodeId representative) const {
  const auto it =
      std::lower_bound(by_representative_.begin(), by_representative_.end(), std::pair(representative, NodeId{}));
  return it == by_representative_.end() || it->first != representative;
}

void write_resolution(Database& database, const Resolution& before, const Resolution& after,
                      rocksdb::WriteBatch& batch) {
  auto* family = database.handle(Family::kResolution);
  auto old = before.decisions().begin();
  const auto old_end = before.decisions().end();
  for (const auto& [raw, representative] : after.decisions()) {
    for (; old != old_end && old->first < raw; ++old)
      check(batch.Delete(family, node_key(old->first)), "cannot resolve");
    const bool same = old != old_end && old->first == raw;
    if (!same || old->second != representative) {
      check(batch.Put(family, node_key(raw), node_key(representative)), "cannot resolve");
    }
    if (same) ++old;
  }
  for (; old != old_end; ++old) check(batch.Delete(family, node_key(old->first)), "cannot resolve");
}

}  // namespace actant::internal
