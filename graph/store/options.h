#ifndef ACTANT_GRAPH_STORE_OPTIONS_H_
#define ACTANT_GRAPH_STORE_OPTIONS_H_

#include <cstddef>
#include <cstdint>

namespace actant {

/// How a Store uses memory and the machine. None of it changes what is stored, only how fast. With the defaults an open
/// store stays below about 200 MiB whatever the size of the graph: block cache + write buffers + the tables' indexes,
/// which live in the block cache too.
struct StoreOptions {
  /// Bytes of uncompressed blocks, index and filter blocks kept in memory. Smaller: more reads from disk. Default 64
  /// MiB.
  size_t block_cache_bytes = size_t{64} << 20;
  /// Bytes of writes collected in memory, over all column families, before they are sorted to disk. Smaller: more files
  /// and more merging in the background; larger: a longer replay of the log after a crash. Default 64 MiB.
  size_t write_buffer_bytes = size_t{64} << 20;
  /// Threads that flush and compact in the background. Default 2.
  int background_threads = 2;
  /// File descriptors the database may hold. Default 256.
  int max_open_files = 256;
  /// For the first build of a large graph: compaction is put off until flush(), so that add() is faster and reading
  /// during the build slower. Default off.
  bool bulk = false;
  /// Make a graph where there is none; off: that is an error, as it is for reading. Default on.
  bool create = true;
  /// Wait for the disk after each article. Off (the default), a crash of the program loses nothing and a crash of the
  /// machine may lose the last articles, each whole.
  bool sync = false;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_STORE_OPTIONS_H_
