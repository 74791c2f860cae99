#include "graph/store/internal/resolution.h"

#include <rocksdb/sst_file_writer.h>

#include <algorithm>
#include <bit>
#include <filesystem>

#include "graph/model/error.h"
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

size_t count_differences(const Resolution::Pairs& before, const Resolution::Pairs& after) {
  size_t count = 0;
  const auto add = [&](const auto&) { ++count; };
  for_each_difference(before, after, add, add);
  return count;
}

/// Where entries of one family go, in the order of their keys.
class Changes {
 public:
  virtual ~Changes() = default;
  virtual void put(std::string_view key, std::string_view value) = 0;
  virtual void remove(std::string_view key) = 0;
};

class BatchChanges : public Changes {
 public:
  BatchChanges(Database& database, Family family, rocksdb::WriteBatch& batch)
      : handle_(database.handle(family)), batch_(batch) {}
  void put(std::string_view key, std::string_view value) override {
    check(batch_.Put(handle_, slice(key), slice(value)), kWriting);
  }
  void remove(std::string_view key) override { check(batch_.Delete(handle_, slice(key)), kWriting); }

 private:
  rocksdb::ColumnFamilyHandle* handle_;
  rocksdb::WriteBatch& batch_;
};

/// A table file, for Database::ingest().
class TableChanges : public Changes {
 public:
  TableChanges(Database& database, Family family, std::string path)
      : handle_(database.handle(family)),
        path_(std::move(path)),
        writer_(rocksdb::EnvOptions(), database.table_options(family), handle_) {
    check(writer_.Open(path_), kWriting);
  }
  void put(std::string_view key, std::string_view value) override {
    check(writer_.Put(slice(key), slice(value)), kWriting);
    empty_ = false;
  }
  void remove(std::string_view key) override {
    check(writer_.Delete(slice(key)), kWriting);
    empty_ = false;
  }
  void finish(std::vector<rocksdb::IngestExternalFileArg>& files) {
    if (empty_) return;
    check(writer_.Finish(), kWriting);
    rocksdb::IngestExternalFileArg& file = files.emplace_back();
    file.column_family = handle_;
    file.external_files = {path_};
    file.options.move_files = true;
    file.options.write_global_seqno = false;
  }

 private:
  rocksdb::ColumnFamilyHandle* handle_;
  std::string path_;
  rocksdb::SstFileWriter writer_;
  bool empty_ = true;
};

void write_differences(const Resolution& before, const Resolution& after, const Resolution::Pairs& members_before,
                       Changes& nodes, Changes& joins) {
  for_each_difference(
      before.decisions(), after.decisions(),
      [&](const auto& pair) { nodes.put(node_key(pair.first), node_key(pair.second)); },
      [&](const auto& pair) {  // one that has another representative now is put, before or after
        if (after.representative(pair.first) == pair.first) nodes.remove(node_key(pair.first));
      });
  joins.put(kHasMembers, "");
  for_each_difference(
      members_before, after.membership(), [&](const auto& pair) { joins.put(member_key(pair.first, pair.second), ""); },
      [&](const auto& pair) { joins.remove(member_key(pair.first, pair.second)); });
}

}  // namespace

PairIndex::PairIndex(const Pairs& pairs) {
  // So many first bits that there are some pairs for each on average, of the few types that are frequent.
  const int bits = std::clamp(static_cast<int>(std::bit_width(pairs.size())), 4, 30);
  shift_ = 64 - bits;
  begins_.reserve((size_t{1} << bits) + 1);
  for (uint32_t i = 0; i < pairs.size(); ++i) {
    const uint64_t bucket = pairs[i].first.value >> shift_;
    while (begins_.size() <= bucket) begins_.push_back(i);
  }
  begins_.resize((size_t{1} << bits) + 1, static_cast<uint32_t>(pairs.size()));
}

PairIndex::Pairs::const_iterator PairIndex::find(const Pairs& pairs, NodeId node) const {
  const uint64_t bucket = node.value >> shift_;
  return std::lower_bound(pairs.begin() + begins_[bucket], pairs.begin() + begins_[bucket + 1], node,
                          [](const auto& pair, NodeId id) { return pair.first < id; });
}

std::unique_ptr<Resolution::Whole> Resolution::make_whole(Pairs raw_to_representative, std::vector<Named> known) {
  auto whole = std::make_unique<Whole>();
  whole->by_raw = std::move(raw_to_representative);
  std::erase_if(whole->by_raw, [](const auto& entry) { return entry.first == entry.second; });
  std::sort(whole->by_raw.begin(), whole->by_raw.end());
  whole->by_representative.reserve(whole->by_raw.size());
  for (const auto& [raw, representative] : whole->by_raw) whole->by_representative.emplace_back(representative, raw);
  std::sort(whole->by_representative.begin(), whole->by_representative.end());
  whole->raw_index = PairIndex(whole->by_raw);
  whole->representative_index = PairIndex(whole->by_representative);
  whole->known = std::move(known);
  std::sort(whole->known.begin(), whole->known.end());
  return whole;
}

std::unique_ptr<Resolution::Whole> Resolution::read_whole(const Database& database,
                                                          const Database::Snapshot* snapshot) {
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
  const auto it =
      std::lower_bound(list.begin(), list.end(), node, [](const Named& n, NodeId id) { return n.first < id; });
  return it != list.end() && it->first == node ? &it->second : nullptr;
}

NodeId Resolution::representative(NodeId raw) const {
  const Whole* all = loaded();
  if (!all) {
    const auto value = database_->get(Family::kResolution, node_key(raw));
    return value ? decode_node_key(*value) : raw;
  }
  const auto it = all->raw_index.find(all->by_raw, raw);
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
    for (auto it = all->representative_index.find(pairs, representative);
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
  const auto it = all->representative_index.find(pairs, representative);
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
                      rocksdb::WriteBatch& batch, size_t most_in_batch) {
  static const Resolution::Pairs kNone;
  const Resolution::Pairs& members_before = members_stored ? before.membership() : kNone;
  if (count_differences(members_before, after.membership()) <= most_in_batch) {
    BatchChanges nodes(database, Family::kResolution, batch), joins(database, Family::kJoins, batch);
    return write_differences(before, after, members_before, nodes, joins);
  }
  const std::filesystem::path parent = std::filesystem::path(database.directory()) / kBulkFolder;
  const std::filesystem::path folder = parent / "resolution";
  std::error_code error;
  const bool other = std::filesystem::exists(parent, error);  // of a bulk load that goes on
  std::filesystem::create_directories(folder, error);
  if (error) throw IoError("cannot create '" + folder.string() + "': " + error.message());
  std::vector<rocksdb::IngestExternalFileArg> files;
  {
    TableChanges nodes(database, Family::kResolution, folder / "resolution.sst");
    TableChanges joins(database, Family::kJoins, folder / "joins.sst");
    write_differences(before, after, members_before, nodes, joins);
    nodes.finish(files);
    joins.finish(files);
  }
  database.ingest(files);
  std::filesystem::remove_all(other ? folder : parent, error);  // what is left is removed when the graph is opened next
}

}  // namespace actant::internal
