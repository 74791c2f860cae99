#include "graph/store/backup.h"

#include <rocksdb/env.h>
#include <rocksdb/utilities/backup_engine.h>

#include <filesystem>
#include <memory>
#include <vector>

#include "graph/model/error.h"
#include "graph/store/internal/store_impl.h"

namespace actant {

namespace fs = std::filesystem;
using internal::check;

namespace {

rocksdb::BackupEngineOptions engine_options(const std::string& folder) {
  rocksdb::BackupEngineOptions options(folder);
  options.share_table_files = true;
  options.share_files_with_checksum = true;
  options.sync = true;
  return options;
}

BackupInfo info_of(const std::vector<rocksdb::BackupInfo>& backups) {
  return {static_cast<uint32_t>(backups.size()), backups.empty() ? 0 : backups.back().size};
}

// Removed again unless the work is done.
struct PartFolder {
  explicit PartFolder(std::string folder) : path(std::move(folder)) {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  ~PartFolder() {
    std::error_code ignored;
    if (!path.empty()) fs::remove_all(path, ignored);
  }
  PartFolder(const PartFolder&) = delete;
  PartFolder& operator=(const PartFolder&) = delete;
  std::string path;
};

}  // namespace

BackupInfo backup_graph(Store& store, const std::string& folder, uint32_t keep) {
  Store::Impl& impl = Store::Impl::of(store);
  impl.check_writable();
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw IoError("cannot create '" + folder + "': " + error.message());
  rocksdb::BackupEngine* opened = nullptr;
  check(rocksdb::BackupEngine::Open(rocksdb::Env::Default(), engine_options(folder), &opened),
        "cannot open the backups in '" + folder + "'");
  const std::unique_ptr<rocksdb::BackupEngine> engine(opened);
  check(engine->CreateNewBackup(&impl.database.rocks(), true), "cannot back up to '" + folder + "'");
  if (keep > 0) check(engine->PurgeOldBackups(keep), "cannot remove old backups in '" + folder + "'");
  std::vector<rocksdb::BackupInfo> backups;
  engine->GetBackupInfo(&backups);
  return info_of(backups);
}

BackupInfo restore_graph(const std::string& folder, const std::string& directory) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) throw InvalidArgument("there are no backups in '" + folder + "'");
  if (fs::exists(directory, error) && !fs::is_empty(directory, error)) {
    throw InvalidArgument("'" + directory + "' exists already; give a directory that does not exist");
  }
  rocksdb::BackupEngineReadOnly* opened = nullptr;
  check(rocksdb::BackupEngineReadOnly::Open(rocksdb::Env::Default(), engine_options(folder), &opened),
        "cannot open the backups in '" + folder + "'");
  const std::unique_ptr<rocksdb::BackupEngineReadOnly> engine(opened);
  std::vector<rocksdb::BackupInfo> backups;
  engine->GetBackupInfo(&backups);
  if (backups.empty()) throw InvalidArgument("there are no backups in '" + folder + "'");
  check(engine->VerifyBackup(backups.back().backup_id, true), "the backup in '" + folder + "' is damaged");
  PartFolder part(directory + ".restoring");
  check(engine->RestoreDBFromLatestBackup(part.path, part.path), "cannot restore to '" + directory + "'");
  fs::remove(directory, error);  // an empty one
  fs::rename(part.path, directory, error);
  if (error) throw IoError("cannot make '" + directory + "': " + error.message());
  part.path.clear();
  return info_of(backups);
}

}  // namespace actant
