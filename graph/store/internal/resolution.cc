#include "graph/store/internal/resolution.h"

#include <algorithm>

#include "graph/store/internal/identity.h"
#include "graph/store/internal/keys.h"

namespace actant::internal {
namespace {

constexpr const char* kWriting = "cannot resolve";
// Decisions that are loaded in the time of one look-up (tools/bench/bench_query: 2.5 microseconds).
constexpr double kDecisionsALookup = 5;
constexpr double kLeastLookups = 2000;

std::vector<Resolution::Named> read_renamed(const Database& database, const Database::Snapshot* snapshot) {
  std::vector<Resolution::Named> renamed;
  database.scan(
      Family::kDecisions, "dr",
      [&](std::string_view key, std::string_view value) {
        Decision decision = parse_decision_entry(key, value);
        if (decision.a.id) renamed.emplace_back(decision.a.id, std::move(decision.text));
        return true;
      },
      snapshot);
  return renamed;
}

// Calls `put` or `remove` for the pairs in which two sorted lists differ.
template <typename Put, typename Remove>
void for_each_difference(const Resolution::Pairs& before, const Resolution::Pairs& after, const Put& put,
                         const Remove& remove) {
  auto old = before.begin();
  for (const auto& pair : after) {
    for (; old != before.end() && *old < pair; ++old) remove(*old);
    if (old != before.end() && *old == pair) {
      ++old;
    } else {
      put(pair);
    }
  }
  for (; old != before.end(); ++old) remove(*old);
}

}  // namespace

std::unique_ptr<Resolution::Whole> Resolution::make_whole(Pairs raw_to_representative, std::vector<Named> known) {
  auto whole = std::make_unique<Whole>();
  whole->by_raw = std::move(raw_to_representative);
  std::erase_if(whole->by_raw, [](const auto& entry) { return entry.first == entry.second; });
  std::sort(whole->by_raw.begin(), whole->by_raw.end());
  whole->by_representative.reserve(whole->by_raw.size());
  for (const auto& [raw, representative] : whole->by_raw) whole->by_representative.emplace_back(representative, raw);
  std::sort(whole->by_representative.begin(), whole->by_representative.end());
  whole->known = std::move(known);
  std::sort(whole->known.begin(), whole->known.end());
  return whole;
}

std::unique_ptr<Resolution::Whole> Resolution::read_whole(const Database& database, const Database::Snapshot* snapshot) {
  Pairs entries;
  database.scan(
      Family::kResolution, {},
      [&](std::string_view key, std::string_view value) {
        entries.emplace_back(decode_node_key(key), decode_node_key(value));
        return true;
      },
      snapshot);
  std::vector<Named> known;
  database.scan(
      Family::kJoins, "w",
      [&](std::string_view key, std::string_view value) {
        known.emplace_back(decode_node_key(key.substr(1)), value);
        return true;
      },
      snapshot);
  return make_whole(std::move(entries), std::move(known));
}

Resolution::Resolution(Pairs raw_to_representative, std::vector<Named> renamed, std::vector<Named> known)
    : owned_(make_whole(std::move(raw_to_representative), std::move(known))), whole_(owned_.get()) {
  set_renamed(std::move(renamed));
}

std::shared_ptr<const Resolution> Resolution::load(const Database& database, const Database::Snapshot* snapshot) {
  const std::shared_ptr<Resolution> result(new Resolution(database));
  result->owned_ = read_whole(database, snapshot);
  result->whole_ = result->owned_.get();
  result->set_renamed(read_renamed(database, snapshot));
  return result;
}

std::shared_ptr<const Resolution> Resolution::open(const Database& database) {
  if (!has_members(database)) return load(database);
  const std::shared_ptr<Resolution> result(new Resolution(database));
  const double decisions = database.estimate_entries(Family::kResolution);
  result->most_lookups_ = static_cast<uint32_t>(std::clamp(decisions / kDecisionsALookup, kLeastLookups, 1e9));
  result->set_renamed(read_renamed(database, nullptr));
  return result;
}

void Resolution::set_renamed(std::vector<Named> renamed) {
  for (auto& [node, name] : renamed) node = representative(node);
  std::sort(renamed.begin(), renamed.end());
  renamed_ = std::move(renamed);
}

const Resolution::Whole* Resolution::loaded() const {
  if (const Whole* all = whole_.load(std::memory_order_acquire)) return all;
  return lookups_.fetch_add(1, std::memory_order_relaxed) < most_lookups_ ? nullptr : &whole();
}

const Resolution::Whole& Resolution::whole() const {
  if (const Whole* all = whole_.load(std::memory_order_acquire)) return *all;
  const std::lock_guard lock(mutex_);
  if (!owned_) {
    owned_ = read_whole(*database_, nullptr);
    whole_.store(owned_.get(), std::memory_order_release);
  }
  return *owned_;
}

const std::string* Resolution::find(const std::vector<Named>& list, NodeId node) {
  const auto it = std::lower_bound(list.begin(), list.end(), node, [](const Named& n, NodeId id) { return n.first < id; });
  return it != list.end() && it->first == node ? &it->second : nullptr;
}

NodeId Resolution::representative(NodeId raw) const {
  const Whole* all = loaded();
  if (!all) {
    const auto value = database_->get(Family::kResolution, node_key(raw));
    return value ? decode_node_key(*value) : raw;
  }
  const auto it = std::lower_bound(all->by_raw.begin(), all->by_raw.end(), std::pair(raw, NodeId{}));
  return it != all->by_raw.end() && it->first == raw ? it->second : raw;
}

std::vector<NodeId> Resolution::stored_members(NodeId representative, size_t limit) const {
  std::vector<NodeId> result;
  database_->scan(Family::kJoins, member_prefix(representative), [&](std::string_view key, std::string_view) {
    result.push_back(decode_node_key(key.substr(9)));
    return result.size() < limit;
  });
  return result;
}

std::vector<NodeId> Resolution::members(NodeId representative) const {
  std::vector<NodeId> result;
  if (const Whole* all = loaded()) {
    const Pairs& pairs = all->by_representative;
    for (auto it = std::lower_bound(pairs.begin(), pairs.end(), std::pair(representative, NodeId{}));
         it != pairs.end() && it->first == representative; ++it) {
      result.push_back(it->second);
    }
  } else {
    result = stored_members(representative, std::string::npos);
  }
  result.push_back(representative);
  std::sort(result.begin(), result.end());
  return result;
}

bool Resolution::is_alone(NodeId representative) const {
  const Whole* all = loaded();
  if (!all) return stored_members(representative, 1).empty();
  const Pairs& pairs = all->by_representative;
  const auto it = std::lower_bound(pairs.begin(), pairs.end(), std::pair(representative, NodeId{}));
  return it == pairs.end() || it->first != representative;
}

Resolution::Place Resolution::place(NodeId raw) const {
  const NodeId id = representative(raw);
  return {id, id == raw && is_alone(raw)};
}

std::optional<std::string> Resolution::known(NodeId representative) const {
  const Whole* all = loaded();
  if (!all) return database_->get(Family::kJoins, link_key(representative));
  const std::string* id = find(all->known, representative);
  return id ? std::optional(*id) : std::nullopt;
}

size_t Resolution::known_count() const {
  if (const Whole* all = whole_.load(std::memory_order_acquire)) return all->known.size();
  size_t count = 0;
  database_->scan(Family::kJoins, "w", [&](std::string_view, std::string_view) {
    ++count;
    return true;
  });
  return count;
}

void write_resolution(Database& database, const Resolution& before, const Resolution& after, bool members_stored,
                      rocksdb::WriteBatch& batch) {
  auto* family = database.handle(Family::kResolution);
  // A node that has another representative now is removed and put again, in this order.
  for_each_difference(
      before.decisions(), after.decisions(),
      [&](const auto& pair) { check(batch.Put(family, node_key(pair.first), node_key(pair.second)), kWriting); },
      [&](const auto& pair) {
        if (after.representative(pair.first) == pair.first) check(batch.Delete(family, node_key(pair.first)), kWriting);
      });
  auto* joins = database.handle(Family::kJoins);
  static const Resolution::Pairs kNone;
  for_each_difference(
      members_stored ? before.membership() : kNone, after.membership(),
      [&](const auto& pair) { check(batch.Put(joins, member_key(pair.first, pair.second), ""), kWriting); },
      [&](const auto& pair) { check(batch.Delete(joins, member_key(pair.first, pair.second)), kWriting); });
  check(batch.Put(joins, kHasMembers, ""), kWriting);
}

}  // namespace actant::internal
