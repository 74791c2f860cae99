#include "graph/store/internal/database.h"

#include <rocksdb/cache.h>
#include <rocksdb/convenience.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/listener.h>
#include <rocksdb/perf_level.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <random>
#include <thread>

#include "graph/model/error.h"
#include "graph/store/internal/coding.h"
#include "graph/store/internal/merge_operator.h"

namespace actant::internal {
namespace {

// In the order of Family. On disk: never change a name.
constexpr std::array<const char*, kFamilies> kFamilyNames = {
    "default",    "articles",    "contributions", "nodes",      "attributes", "mentions",
    "names",      "edges_out",   "edges_in",      "evidence",   "sentences",  "statements",
    "resolution", "open_lemmas", "duplicates",    "edges_once", "decisions",  "joins"};

/// RocksDB's own log would only grow in the graph's directory.
class SilentLogger : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char*, va_list) override {}
};

// RocksDB counts comparisons and blocks for each thread unless it is told not to, which nobody reads here: a twentieth
// of the time of writing and reading.
void stop_counting() { rocksdb::SetPerfLevel(rocksdb::kDisable); }

/// The same for the threads that RocksDB writes tables on.
class QuietThreads : public rocksdb::EventListener {
 public:
  void OnFlushBegin(rocksdb::DB*, const rocksdb::FlushJobInfo&) override { stop_counting(); }
  void OnCompactionBegin(rocksdb::DB*, const rocksdb::CompactionJobInfo&) override { stop_counting(); }
};

bool supports(rocksdb::CompressionType type) {
  const auto types = rocksdb::GetSupportedCompressions();
  return std::find(types.begin(), types.end(), type) != types.end();
}

// Most keys begin with an id of eight bytes, and most scans ask for one of these.
bool has_id_prefix(Family family) {
  return family != Family::kMeta && family != Family::kNames && family != Family::kOpenLemmas &&
         family != Family::kDecisions && family != Family::kJoins;
}

rocksdb::ColumnFamilyOptions family_options(Family family, const StoreOptions& options,
                                            const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.block_size = 16 << 10;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  // Indexes and filters in blocks of their own, of which only those that are asked for are read: those of a whole table
  // are megabytes, and a cache of 64 MiB would hold a few of them and nothing else.
  table.index_type = rocksdb::BlockBasedTableOptions::kTwoLevelIndexSearch;
  table.partition_filters = true;
  table.metadata_block_size = 8 << 10;
  table.cache_index_and_filter_blocks = true;
  table.pin_l0_filter_and_index_blocks_in_cache = true;
  table.format_version = 5;

  rocksdb::ColumnFamilyOptions result;
  result.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  result.merge_operator = make_merge_operator(family);
  if (has_id_prefix(family)) result.prefix_extractor.reset(rocksdb::NewFixedPrefixTransform(8));
  // One finger for all keys: entries that come sorted find their place from the one before. Not in the families
  // where ranges are deleted: RocksDB would use the finger of the keys for the list of ranges too, and fail.
  if (family != Family::kJoins && family != Family::kDecisions) {
    result.memtable_insert_with_hint_prefix_extractor.reset(rocksdb::NewFixedPrefixTransform(0));
  }
  result.write_buffer_size = std::max<size_t>(options.write_buffer_bytes / 2, 1 << 20);
  result.arena_block_size = 256 << 10;
  // Each compaction of level 0 writes the level below it anew: a quarter as often as by default costs a build much less
  // in all, and readers more files to look at, which the filters keep cheap. Not RocksDB's universal style, which would
  // do it less often still: it takes finished tables into level 0 alone, so that after a bulk load opening took ten
  // times as long and joins twice.
  result.level0_file_num_compaction_trigger = 16;
  result.level0_slowdown_writes_trigger = 32;
  result.level0_stop_writes_trigger = 48;
  result.target_file_size_base = 16 << 20;
  // A family of up to this size has one level besides level 0, so that its entries are written anew by one kind of
  // compaction, not two.
  result.max_bytes_for_level_base = 512 << 20;
  result.level_compaction_dynamic_level_bytes = true;
  if (supports(rocksdb::kLZ4Compression)) result.compression = rocksdb::kLZ4Compression;
  if (supports(rocksdb::kZSTD)) {
    result.bottommost_compression = rocksdb::kZSTD;
    // The lowest level is written anew again and again while a graph grows: a third faster than with level 3, one part
    // in a hundred larger.
    result.bottommost_compression_opts.enabled = true;
    result.bottommost_compression_opts.level = 1;
  }
  if (options.bulk) result.disable_auto_compactions = true;
  return result;
}

rocksdb::DBOptions db_options(const StoreOptions& options) {
  rocksdb::DBOptions result;
  result.db_write_buffer_size = options.write_buffer_bytes;
  result.max_total_wal_size = std::max<uint64_t>(2 * options.write_buffer_bytes, 16 << 20);
  result.max_background_jobs = std::max(options.background_threads, 1);
  result.max_open_files = std::max(options.max_open_files, 32);
  result.max_file_opening_threads = 1;  // by default 16 for each family: starting them takes longer than opening tables
  result.info_log = std::make_shared<SilentLogger>();
  result.listeners.push_back(std::make_shared<QuietThreads>());
  result.keep_log_file_num = 1;
  result.stats_dump_period_sec = 0;
  result.stats_persist_period_sec = 0;
  result.create_missing_column_families = true;
  result.allow_concurrent_memtable_write = false;  // the Writer lets one in at a time; fingers need it so
  return result;
}

constexpr int kCacheShardBits = 2;
constexpr size_t kMaxTablesOpenedAtOnce = 512;  // half of the usual limit of open files

size_t count_tables(const std::string& directory) {
  std::error_code error;
  size_t count = 0;
  for (std::filesystem::directory_iterator it(directory, error), end; !error && it != end; it.increment(error)) {
    count += it->path().extension() == ".sst" ? 1 : 0;
  }
  return count;
}

std::string random_uuid() {
  std::random_device device;
  std::string out;
  for (int i = 0; i < 32; ++i) {
    if (i == 8 || i == 12 || i == 16 || i == 20) out += '-';
    unsigned digit = device() & 15;
    if (i == 12) digit = 4;                // RFC 9562: version 4,
    if (i == 16) digit = 8 | (digit & 3);  // variant 10
    out += "0123456789abcdef"[digit];
  }
  return out;
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm fields{};
  gmtime_r(&now, &fields);
  std::array<char, 32> text;
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &fields)};
}

std::string graph_name(const std::string& directory) { return "graph '" + directory + "'"; }

}  // namespace

void check(const rocksdb::Status& status, const std::string& doing) {
  if (status.ok()) return;
  const std::string message = doing + ": " + status.ToString();
  if (status.IsCorruption()) {
    throw CorruptData(message + "; restore the directory from a backup or build the graph anew");
  }
  throw IoError(message);
}

Database::Database(const std::string& directory, const StoreOptions& options, bool read_only)
    : directory_(directory), read_only_(read_only), sync_(options.sync) {
  prepare_directory(!read_only && options.create);
  open_patiently(options);
  if (!read_only) remove_leftovers();
  try {
    check_format();
  } catch (...) {
    for (auto* family : handles_) db_->DestroyColumnFamilyHandle(family).PermitUncheckedError();
    throw;
  }
}

Database::~Database() {
  for (auto* family : handles_) db_->DestroyColumnFamilyHandle(family).PermitUncheckedError();
  db_->Close().PermitUncheckedError();
}

// Refuses what is no graph before RocksDB touches it, and makes a missing directory for a new one.
void Database::prepare_directory(bool create) const {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path path(directory_);
  const auto status = fs::status(path, error);
  if (!fs::exists(status)) {
    if (!create) throw InvalidArgument(graph_name(directory_) + " does not exist");
    fs::create_directories(path, error);
    if (error) throw IoError("cannot create " + graph_name(directory_) + ": " + error.message());
    return;
  }
  if (!fs::is_directory(status)) {
    throw InvalidArgument("'" + directory_ + "' is a file, expected the directory of a graph");
  }
  const bool empty = fs::is_empty(path, error);
  if (error) throw IoError("cannot read " + graph_name(directory_) + ": " + error.message());
  if (empty && create) return;
  if (empty || !fs::exists(path / "CURRENT", error)) {
    // A creation that was interrupted leaves nothing but RocksDB's first files.
    bool ours = !empty && create;
    for (fs::directory_iterator it(path, error), end; ours && !error && it != end; it.increment(error)) {
      const std::string name = it->path().filename().string();
      ours = name == "LOCK" || name == "IDENTITY" || name.starts_with("MANIFEST-") || name.ends_with(".dbtmp");
    }
    if (ours && !error) return;
    throw InvalidArgument(
        "'" + directory_ + "' is no graph" + (empty ? " (the directory is empty)" : "") +
        "; give a directory made by 'actant build' or, to make a new one, a directory that does not exist");
  }
}

// What a bulk load that was killed left behind; the lock of the database is held.
void Database::remove_leftovers() const {
  std::error_code ignored;
  std::filesystem::remove_all(std::filesystem::path(directory_) / kBulkFolder, ignored);
}

// Families are missing: the database may be anyone's, unless it is empty, a graph whose creation was cut off.
void Database::check_unfinished(const std::vector<std::string>& found) const {
  std::vector<rocksdb::ColumnFamilyDescriptor> descriptors;
  for (const std::string& name : found) descriptors.emplace_back(name, rocksdb::ColumnFamilyOptions());
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* opened = nullptr;
  rocksdb::DBOptions options = db_options({});
  options.create_missing_column_families = false;
  check(rocksdb::DB::OpenForReadOnly(options, directory_, descriptors, &handles, &opened),
        "cannot open " + graph_name(directory_));
  const std::unique_ptr<rocksdb::DB> db(opened);
  std::string format;
  const bool has_format = db->Get(rocksdb::ReadOptions(), "format", &format).ok();
  bool empty = true;
  for (auto* family : handles) {
    const std::unique_ptr<rocksdb::Iterator> it(db->NewIterator(rocksdb::ReadOptions(), family));
    it->SeekToFirst();
    empty = empty && !it->Valid() && it->status().ok();
  }
  for (auto* family : handles) db->DestroyColumnFamilyHandle(family).PermitUncheckedError();
  if (has_format) check_version(format);  // earlier versions had fewer families
  if (!empty || read_only_) throw InvalidArgument("'" + directory_ + "' is a RocksDB database, but no graph");
}

void Database::open_database(const StoreOptions& options) {
  rocksdb::DBOptions db = db_options(options);
  std::vector<std::string> found;
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::path(directory_) / "CURRENT", error)) {
    check(rocksdb::DB::ListColumnFamilies(db, directory_, &found), "cannot open " + graph_name(directory_));
    for (const std::string& name : found) {
      if (std::find(kFamilyNames.begin(), kFamilyNames.end(), name) == kFamilyNames.end()) {
        throw InvalidArgument("'" + directory_ +
                              "' is a RocksDB database of another program (it has a column family '" + name +
                              "'), no graph");
      }
    }
    if (found.size() < kFamilies) check_unfinished(found);
  } else {
    db.create_if_missing = true;
  }
  // A reader opens all tables at once where that is possible: a writer may replace them by others meanwhile.
  if (read_only_ && count_tables(directory_) <= kMaxTablesOpenedAtOnce) db.max_open_files = -1;
  // By default there are 64 shards, and what is larger than a shard is never kept: the filters of tables that earlier
  // versions wrote.
  const auto cache = rocksdb::NewLRUCache(options.block_cache_bytes, kCacheShardBits);
  std::vector<rocksdb::ColumnFamilyDescriptor> descriptors;
  for (size_t i = 0; i < kFamilies; ++i) {
    descriptors.emplace_back(kFamilyNames[i], family_options(static_cast<Family>(i), options, cache));
  }
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* opened = nullptr;
  const rocksdb::Status status = read_only_
                                     ? rocksdb::DB::OpenForReadOnly(db, directory_, descriptors, &handles, &opened)
                                     : rocksdb::DB::Open(db, directory_, descriptors, &handles, &opened);
  if (status.IsIOError() && status.ToString().find("lock") != std::string::npos) {
    throw IoError(graph_name(directory_) + " is being written by another process (" + status.ToString() +
                  "); wait until it ends, or read only");
  }
  check(status, "cannot open " + graph_name(directory_));
  db_.reset(opened);
  std::copy(handles.begin(), handles.end(), handles_.begin());
}

void Database::check_version(std::string_view format) const {
  Decoder in(format);
  const uint32_t version = in.u32();
  if (!in.ok()) throw CorruptData(graph_name(directory_) + " has no readable format version");
  if (version >= kOldestFormatVersion && version <= kFormatVersion) return;
  throw UnsupportedVersion(graph_name(directory_) + " has format " + std::to_string(version) + ", this program reads " +
                           std::to_string(kFormatVersion) +
                           (version > kFormatVersion ? "; use a newer actant" : "; build the graph anew"));
}

// While a reader opens, a writer may replace the files that it has just read of by others.
void Database::open_patiently(const StoreOptions& options) {
  constexpr int kAttempts = 6;
  for (int attempt = 1;; ++attempt) {
    try {
      open_database(options);
      return;
    } catch (const InvalidArgument&) {
      throw;
    } catch (const UnsupportedVersion&) {
      throw;
    } catch (const Error&) {
      if (!read_only_ || attempt == kAttempts) throw;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5 << attempt));
  }
}

void Database::check_format() {
  std::string version;
  put_u32(version, kFormatVersion);
  const auto format = get(Family::kMeta, "format");
  if (format) {
    check_version(*format);
    if (read_only_ || *format == version) return;
    rocksdb::WriteBatch batch;  // what is written from now on is of the new one
    check(batch.Put(handle(Family::kMeta), "format", version), "cannot write");
    write(batch);
    return;
  }
  // Only an empty database can be one whose creation was cut off before its first write.
  for (size_t i = 0; i < kFamilies; ++i) {
    const auto it = iterator(static_cast<Family>(i));
    it->SeekToFirst();
    if (it->Valid() || read_only_) throw InvalidArgument("'" + directory_ + "' is no graph: it has no format version");
  }
  rocksdb::WriteBatch batch;
  check(batch.Put(handle(Family::kMeta), "format", version), "cannot write");
  check(batch.Put(handle(Family::kMeta), "uuid", random_uuid()), "cannot write");
  check(batch.Put(handle(Family::kMeta), "created", utc_now()), "cannot write");
  write(batch);
}

Database::Snapshot Database::snapshot() const { return Snapshot(read_only_ ? nullptr : db_.get()); }

std::optional<std::string> Database::get(Family family, std::string_view key, const Snapshot* snapshot) const {
  stop_counting();
  rocksdb::ReadOptions options;
  if (snapshot) options.snapshot = snapshot->get();
  std::string value;
  const rocksdb::Status status = db_->Get(options, handle(family), slice(key), &value);
  if (status.IsNotFound()) return std::nullopt;
  check(status, "cannot read " + graph_name(directory_));
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
  check(db_->GetApproximateSizes(options, handle(family), ranges, 2, sizes), "cannot read " + graph_name(directory_));
  if (sizes[1] == 0) return 0;
  return estimate_entries(family) * static_cast<double>(sizes[0]) / static_cast<double>(sizes[1]);
}

void Database::check_iterator(const rocksdb::Iterator& iterator) const {
  check(iterator.status(), "cannot read " + graph_name(directory_));
}

void Database::write(rocksdb::WriteBatch& batch) {
  stop_counting();
  rocksdb::WriteOptions options;
  options.sync = sync_;
  check(db_->Write(options, &batch), "cannot write to " + graph_name(directory_));
}

rocksdb::Options Database::table_options(Family family) const {
  rocksdb::Options options = db_->GetOptions(handle(family));
  options.compression = options.bottommost_compression == rocksdb::kDisableCompressionOption
                            ? options.compression
                            : options.bottommost_compression;
  return options;
}

void Database::ingest(const std::vector<rocksdb::IngestExternalFileArg>& files) {
  if (!files.empty()) check(db_->IngestExternalFiles(files), "cannot write to " + graph_name(directory_));
}

void Database::flush(bool compact) {
  std::vector<rocksdb::ColumnFamilyHandle*> families(handles_.begin(), handles_.end());
  check(db_->Flush(rocksdb::FlushOptions(), families), "cannot write to " + graph_name(directory_));
  if (!compact) return;
  // By default tables that lie at the lowest level already, as after a bulk load, are left as they are.
  rocksdb::CompactRangeOptions options;
  options.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForceOptimized;
  for (auto* family : families) {
    check(db_->CompactRange(options, family, nullptr, nullptr), "cannot compact " + graph_name(directory_));
  }
}

}  // namespace actant::internal
