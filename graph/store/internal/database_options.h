#ifndef ACTANT_GRAPH_STORE_INTERNAL_DATABASE_OPTIONS_H_
#define ACTANT_GRAPH_STORE_INTERNAL_DATABASE_OPTIONS_H_

#include <rocksdb/cache.h>
#include <rocksdb/options.h>

#include <memory>

#include "graph/store/internal/database.h"
#include "graph/store/options.h"

namespace actant::internal {

// What RocksDB is told, of the whole database and of each family, with the reasons.

/// RocksDB counts comparisons and blocks for each thread unless it is told not to, which nobody reads here: a twentieth
/// of the time of writing and reading. To be called on each thread that reads or writes.
void stop_counting();

/// Most keys begin with an id of eight bytes, and most scans ask for one of these.
bool has_id_prefix(Family family);

/// `cache` is shared by all families.
rocksdb::ColumnFamilyOptions family_options(Family family, const StoreOptions& options,
                                            const std::shared_ptr<rocksdb::Cache>& cache);

rocksdb::DBOptions db_options(const StoreOptions& options);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_DATABASE_OPTIONS_H_
