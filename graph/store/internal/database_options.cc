#include "graph/store/internal/database_options.h"

#include <rocksdb/convenience.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/listener.h>
#include <rocksdb/perf_level.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>

#include <algorithm>

#include "graph/store/internal/merge_operator.h"

namespace actant::internal {
namespace {

/// RocksDB's own log would only grow in the graph's directory.
class SilentLogger : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char*, va_list) override {}
};

/// stop_counting() for the threads that RocksDB writes tables on.
class QuietThreads : public rocksdb::EventListener {
 public:
  void OnFlushBegin(rocksdb::DB*, const rocksdb::FlushJobInfo&) override { stop_counting(); }
  void OnCompactionBegin(rocksdb::DB*, const rocksdb::CompactionJobInfo&) override { stop_counting(); }
};

bool supports(rocksdb::CompressionType type) {
  const auto types = rocksdb::GetSupportedCompressions();
  return std::find(types.begin(), types.end(), type) != types.end();
}

}  // namespace

void stop_counting() { rocksdb::SetPerfLevel(rocksdb::kDisable); }

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

}  // namespace actant::internal
