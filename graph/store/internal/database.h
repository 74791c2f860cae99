#ifndef ACTANT_GRAPH_STORE_INTERNAL_DATABASE_H_
#define ACTANT_GRAPH_STORE_INTERNAL_DATABASE_H_

#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store/options.h"

namespace actant::internal {

/// Column families; their keys and values are in graph/store/format.md.
enum class Family : uint8_t {
  kMeta,
  kArticles,
  kContributions,
  kNodes,
  kAttributes,
  kMentions,
  kNames,
  kEdgesOut,
  kEdgesIn,
  kEvidence,
  kSentences,
  kStatements,
  kResolution,
  kOpenLemmas,
  kDuplicates,
  kEdgesOnce,
  kDecisions,
  kJoins,
};
inline constexpr size_t kFamilies = 18;
inline constexpr uint32_t kFormatVersion = 3;
/// The oldest that is read; a graph of it that is opened for writing becomes one of kFormatVersion.
inline constexpr uint32_t kOldestFormatVersion = 2;

/// Folder inside a graph's directory for the files of a bulk load that goes on; what a killed one left is removed when
/// the graph is opened for writing.
inline constexpr const char* kBulkFolder = "bulk.tmp";

/// Turns what RocksDB reports into an exception: CorruptData, or IoError for everything else that is no success.
/// `doing` says what failed, "cannot write to graph DIR".
void check(const rocksdb::Status& status, const std::string& doing);

/// The open database: RocksDB with our column families, checked format, exceptions instead of statuses.
class Database {
 public:
  Database(const std::string& directory, const StoreOptions& options, bool read_only);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  bool read_only() const { return read_only_; }
  const std::string& directory() const { return directory_; }

  /// A state of the whole database that later writes do not change; released with the object.
  class Snapshot;
  Snapshot snapshot() const;

  std::optional<std::string> get(Family family, std::string_view key, const Snapshot* snapshot = nullptr) const;
  /// Calls `visit(key, value)` for every entry whose key starts with `prefix`, in the order of the keys, from the first
  /// that is not before `from`; false stops. The views live until `visit` returns.
  void scan(Family family, std::string_view prefix,
            const std::function<bool(std::string_view, std::string_view)>& visit, const Snapshot* snapshot = nullptr,
            std::string_view from = {}) const;
  /// An iterator over a whole family, for walks that jump. check() its status when it ends.
  std::unique_ptr<rocksdb::Iterator> iterator(Family family, const Snapshot* snapshot = nullptr) const;

  /// As in graph/store/format.md.
  static std::string_view name(Family family);
  /// True when the family has an entry.
  bool has_entries(Family family) const;
  /// The same for walks that each stay within the keys of one id (see graph/store/format.md): uses the prefix filters,
  /// and ends where the id does.
  std::unique_ptr<rocksdb::Iterator> prefix_iterator(Family family, const Snapshot* snapshot = nullptr) const;
  /// About how many entries the family has, and how many of these have keys in [begin, end). No reading.
  double estimate_entries(Family family) const;
  double estimate_entries(Family family, std::string_view begin, std::string_view end) const;

  rocksdb::ColumnFamilyHandle* handle(Family family) const { return handles_[static_cast<size_t>(family)]; }
  void write(rocksdb::WriteBatch& batch);
  /// Options for table files that ingest() takes: those of the lowest level.
  rocksdb::Options table_options(Family family) const;
  /// Makes table files of several families part of the database in one step. The files are moved.
  void ingest(const std::vector<rocksdb::IngestExternalFileArg>& files);
  rocksdb::DB& rocks() const { return *db_; }
  void flush(bool compact);
  void check_iterator(const rocksdb::Iterator& iterator) const;

 private:
  std::string title() const { return "graph '" + directory_ + "'"; }  // for messages
  void open_patiently(const StoreOptions& options);
  void open_database(const StoreOptions& options);
  void check_version(std::string_view format) const;
  void prepare_directory(bool create) const;
  void remove_leftovers() const;
  void check_unfinished(const std::vector<std::string>& found) const;
  void check_format();

  std::string directory_;
  bool read_only_;
  bool sync_ = false;
  std::unique_ptr<rocksdb::DB> db_;
  std::array<rocksdb::ColumnFamilyHandle*, kFamilies> handles_{};
};

class Database::Snapshot {
 public:
  explicit Snapshot(rocksdb::DB* db) : db_(db), snapshot_(db ? db->GetSnapshot() : nullptr) {}
  ~Snapshot() {
    if (snapshot_) db_->ReleaseSnapshot(snapshot_);
  }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  const rocksdb::Snapshot* get() const { return snapshot_; }

 private:
  rocksdb::DB* db_;
  const rocksdb::Snapshot* snapshot_;
};

inline rocksdb::Slice slice(std::string_view text) { return {text.data(), text.size()}; }
inline std::string_view view(const rocksdb::Slice& slice) { return {slice.data(), slice.size()}; }

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_DATABASE_H_
