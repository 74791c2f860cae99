#ifndef ACTANT_GRAPH_STORE_BULK_LOADER_H_
#define ACTANT_GRAPH_STORE_BULK_LOADER_H_

#include <cstdint>
#include <memory>
#include <string_view>

#include "graph/store/store.h"

namespace actant {

/// How a BulkLoader uses the machine.
struct BulkOptions {
  /// Bytes of entries that are sorted in memory. Smaller: more files to merge. Default 384 MiB.
  size_t memory_bytes = size_t{384} << 20;
  /// Threads that write tables. Default 2.
  int threads = 2;
  /// Bytes of entries after which what was added becomes part of the graph, whatever comes later: an article takes some
  /// 6 KB of them. Smaller: articles appear earlier, and compaction has more to do. Takes the place of memory_bytes.
  /// Default 0: in one step, when all is read.
  size_t step_bytes = 0;

  /// What `actant load` uses: about 30,000 articles a step.
  static BulkOptions in_steps() { return {.step_bytes = size_t{192} << 20}; }
};

/// Adds very many articles at once: what they add is sorted outside of RocksDB, merged and handed over as finished
/// tables, several times faster than Store::add(). The graph becomes what add() in the same order would make it.
///
///     BulkLoader loader(*store);
///     while (next(record)) loader.add(record);
///     loader.finish();
///     store->resolve();
///
/// New articles appear all together in finish(), or not at all when the process ends before. After four million
/// articles there is such a step of itself, so that memory and space for the sorted files, about as large as the graph,
/// are bounded.
///
/// With BulkOptions::step_bytes a graph grows while it is loaded, step by step: a step's articles are sorted in memory,
/// written as finished tables and handed over in one atomic write, which needs neither RocksDB's log nor its skip lists
/// and takes about half of the time of Store::add_all(). When the process ends, the articles of the steps before are
/// there.
class BulkLoader {
 public:
  /// `store` is open for writing and outlives this object; nothing else writes to it meanwhile.
  /// \throws InvalidArgument, IoError.
  explicit BulkLoader(Store& store, const BulkOptions& options = {});
  /// Without finish(), articles that were new are forgotten (since the last step).
  ~BulkLoader();
  BulkLoader(const BulkLoader&) = delete;
  BulkLoader& operator=(const BulkLoader&) = delete;

  /// As Store::add(). May be called from several threads, which share the work but the sorting.
  AddResult add(const Record& record, uint64_t fingerprint = 0, std::string_view model = {});
  /// Writes everything. \throws IoError: a full disk; the graph is then as it was (after the last step).
  void finish();
  /// Bytes of keys and values that finish() wrote.
  uint64_t bytes_written() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_STORE_BULK_LOADER_H_
