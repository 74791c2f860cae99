#include "graph/store/internal/database.h"

#include <algorithm>
#include <array>

#include "graph/model/error.h"
#include "graph/store/internal/database_options.h"

namespace actant::internal {
namespace {

// In the order of Family. On disk: never change a name.
constexpr std::array<const char*, kFamilies> kFamilyNames = {
    "default",    "articles",    "contributions", "nodes",      "attributes", "mentions",
    "names",      "edges_out",   "edges_in",      "evidence",   "sentences",  "statements",
    "resolution", "open_lemmas", "duplicates",    "edges_once", "decisions",  "joins"};

}  // namespace

void check(const rocksdb::Status& status, const std::string& doing) {
  if (status.ok()) return;
  const std::string message = doing + ": " + status.ToString();
  if (status.IsCorruption()) {
    throw CorruptData(message + "; restore the directory from a backup or build the graph anew");
  }
  throw IoError(message);
}

Database::Snapshot Database::snapshot() const { return Snapshot(read_only_ ? nullptr : db_.get()); }

std::optional<std::string> Database::get(Family family, std::string_view key, const Snapshot* snapshot) const {
  stop_counting();
  rocksdb::ReadOptions options;
  if (snapshot) options.snapshot = snapshot->get();
  std::string value;
  const rocksdb::Status status = db_->Get(options, handle(family), slice(key), &value);
  if (status.IsNotFound()) return std::nullopt;
  check(status, "cannot read " + title());
  return value;
}

void Database::scan(Family family, std::string_view prefix,
                    const std::function<bool(std::string_view, std::string_view)>& visit, const Snapshot* snapshot,
                    std::string_view from) const {
  rocksdb::ReadOptions options;
  if (snapshot) options.snapshot = snapshot->get();
  // A prefix of a whole id may use the prefix filters; any other needs the order of all keys.
  if (has_id_prefix(family) && prefix.size() >= 8) {
    options.prefix_same_as_start = true;
  } else {
    options.total_order_seek = true;
  }
  const std::unique_ptr<rocksdb::Iterator> it(db_->NewIterator(options, handle(family)));
  for (it->Seek(slice(std::max(prefix, from))); it->Valid() && view(it->key()).starts_with(prefix); it->Next()) {
    if (!visit(view(it->key()), view(it->value()))) return;
  }
  check_iterator(*it);
}

std::unique_ptr<rocksdb::Iterator> Database::iterator(Family family, const Snapshot* snapshot) const {
  stop_counting();
  rocksdb::ReadOptions options;
  options.total_order_seek = true;
  if (snapshot) options.snapshot = snapshot->get();
  return std::unique_ptr<rocksdb::Iterator>(db_->NewIterator(options, handle(family)));
}

std::string_view Database::name(Family family) { return kFamilyNames[static_cast<size_t>(family)]; }

bool Database::has_entries(Family family) const {
  const auto it = iterator(family);
  it->SeekToFirst();
  check_iterator(*it);
  return it->Valid();
}

std::unique_ptr<rocksdb::Iterator> Database::prefix_iterator(Family family, const Snapshot* snapshot) const {
  stop_counting();
  rocksdb::ReadOptions options;
  options.prefix_same_as_start = true;
  if (snapshot) options.snapshot = snapshot->get();
  return std::unique_ptr<rocksdb::Iterator>(db_->NewIterator(options, handle(family)));
}

double Database::estimate_entries(Family family) const {
  uint64_t keys = 0;
  db_->GetIntProperty(handle(family), rocksdb::DB::Properties::kEstimateNumKeys, &keys);
  return static_cast<double>(keys);
}

double Database::estimate_entries(Family family, std::string_view begin, std::string_view end) const {
  const std::string last(32, '\xff');
  const rocksdb::Range ranges[] = {{slice(begin), slice(end)}, {"", slice(last)}};
  uint64_t sizes[2] = {};
  rocksdb::SizeApproximationOptions options;
  options.include_memtables = true;
  check(db_->GetApproximateSizes(options, handle(family), ranges, 2, sizes), "cannot read " + title());
  if (sizes[1] == 0) return 0;
  return estimate_entries(family) * static_cast<double>(sizes[0]) / static_cast<double>(sizes[1]);
}

void Database::check_iterator(const rocksdb::Iterator& iterator) const {
  check(iterator.status(), "cannot read " + title());
}

void Database::write(rocksdb::WriteBatch& batch) {
  stop_counting();
  rocksdb::WriteOptions options;
  options.sync = sync_;
  check(db_->Write(options, &batch), "cannot write to " + title());
}

rocksdb::Options Database::table_options(Family family) const {
  rocksdb::Options options = db_->GetOptions(handle(family));
  options.compression = options.bottommost_compression == rocksdb::kDisableCompressionOption
                            ? options.compression
                            : options.bottommost_compression;
  return options;
}

void Database::ingest(const std::vector<rocksdb::IngestExternalFileArg>& files) {
  if (!files.empty()) check(db_->IngestExternalFiles(files), "cannot write to " + title());
}

void Database::flush(bool compact) {
  std::vector<rocksdb::ColumnFamilyHandle*> families(handles_.begin(), handles_.end());
  check(db_->Flush(rocksdb::FlushOptions(), families), "cannot write to " + title());
  if (!compact) return;
  // By default tables that lie at the lowest level already, as after a bulk load, are left as they are.
  rocksdb::CompactRangeOptions options;
  options.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForceOptimized;
  for (auto* family : families) {
    check(db_->CompactRange(options, family, nullptr, nullptr), "cannot compact " + title());
  }
}

}  // namespace actant::internal
