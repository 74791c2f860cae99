#ifndef ACTANT_GRAPH_STORE_INTERNAL_BULK_TABLES_H_
#define ACTANT_GRAPH_STORE_INTERNAL_BULK_TABLES_H_

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "graph/store/internal/database.h"
#include "graph/store/internal/entry_source.h"

namespace actant::internal {

/// Writes sorted entries to RocksDB's table files and hands all of them to the database at once: what a bulk load or a
/// merge adds is there as a whole or not at all, whenever the process ends. The files lie in a folder inside the
/// graph's directory until then.
class BulkTables {
 public:
  /// \throws IoError when the folder cannot be made.
  explicit BulkTables(Database& database);
  ~BulkTables();
  BulkTables(const BulkTables&) = delete;
  BulkTables& operator=(const BulkTables&) = delete;

  /// Where sorted runs may lie.
  const std::string& folder() const { return folder_; }

  /// A source for each family that has entries, made when its turn comes.
  using Sources = std::function<std::unique_ptr<EntrySource>(Family)>;
  /// Is told each entry that is written; called from one thread a family.
  using Visit = std::function<void(Family, std::string_view key, std::string_view value)>;
  /// Writes the families on up to `threads` threads.
  void write(const std::vector<Family>& families, const Sources& sources, int threads, const Visit& visit = {});
  /// Adds to counters of meta, and makes everything part of the database in one step.
  void ingest(const std::vector<std::pair<std::string, uint64_t>>& counters);

  uint64_t bytes() const { return bytes_; }  ///< of keys and values

 private:
  void write_family(Family family, EntrySource& source, const Visit& visit);

  Database& database_;
  std::string folder_;
  bool into_empty_;  // sums need no other entries to be added to
  std::array<std::vector<std::string>, kFamilies> files_;
  std::array<uint64_t, kFamilies> family_bytes_{};
  uint64_t bytes_ = 0;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_BULK_TABLES_H_
