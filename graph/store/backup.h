#ifndef ACTANT_GRAPH_STORE_BACKUP_H_
#define ACTANT_GRAPH_STORE_BACKUP_H_

#include <cstdint>
#include <string>

#include "graph/store/store.h"

namespace actant {

/// What a folder of backups holds.
struct BackupInfo {
  uint32_t backups = 0;  ///< how many states can be restored
  uint64_t bytes = 0;    ///< of the latest one; files that several share are stored once
};

/// Adds the present state of a graph, open for writing, to a folder of backups, which is made when it is missing.
/// Tables that an earlier backup has are not copied again. `keep`: afterwards only so many latest states are kept; 0:
/// all. \throws IoError; the earlier backups stay as they were.
BackupInfo backup_graph(Store& store, const std::string& folder, uint32_t keep = 0);

/// Makes a graph of the latest state in a folder of backups, after its checksums were verified. `directory` must not
/// exist, or be empty; it appears when all of it is there. \throws InvalidArgument, IoError, CorruptData.
BackupInfo restore_graph(const std::string& folder, const std::string& directory);

}  // namespace actant

#endif  // ACTANT_GRAPH_STORE_BACKUP_H_
