// Opening a graph: what is refused, what is made new, what is repaired.

#include <rocksdb/cache.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <random>
#include <thread>

#include "graph/model/error.h"
#include "graph/store/internal/coding.h"
#include "graph/store/internal/database.h"
#include "graph/store/internal/database_options.h"

namespace actant::internal {
namespace {

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

bool is_family(std::string_view name) {
  for (size_t i = 0; i < kFamilies; ++i) {
    if (Database::name(static_cast<Family>(i)) == name) return true;
  }
  return false;
}

}  // namespace

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
    if (!create) throw InvalidArgument(title() + " does not exist");
    fs::create_directories(path, error);
    if (error) throw IoError("cannot create " + title() + ": " + error.message());
    return;
  }
  if (!fs::is_directory(status)) {
    throw InvalidArgument("'" + directory_ + "' is a file, expected the directory of a graph");
  }
  const bool empty = fs::is_empty(path, error);
  if (error) throw IoError("cannot read " + title() + ": " + error.message());
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
  check(rocksdb::DB::OpenForReadOnly(options, directory_, descriptors, &handles, &opened), "cannot open " + title());
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
    check(rocksdb::DB::ListColumnFamilies(db, directory_, &found), "cannot open " + title());
    for (const std::string& name : found) {
      if (!is_family(name)) {
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
    descriptors.emplace_back(std::string(name(static_cast<Family>(i))),
                             family_options(static_cast<Family>(i), options, cache));
  }
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* opened = nullptr;
  const rocksdb::Status status = read_only_
                                     ? rocksdb::DB::OpenForReadOnly(db, directory_, descriptors, &handles, &opened)
                                     : rocksdb::DB::Open(db, directory_, descriptors, &handles, &opened);
  if (status.IsIOError() && status.ToString().find("lock") != std::string::npos) {
    throw IoError(title() + " is being written by another process (" + status.ToString() +
                  "); wait until it ends, or read only");
  }
  check(status, "cannot open " + title());
  db_.reset(opened);
  std::copy(handles.begin(), handles.end(), handles_.begin());
}

void Database::check_version(std::string_view format) const {
  Decoder in(format);
  const uint32_t version = in.u32();
  if (!in.ok()) throw CorruptData(title() + " has no readable format version");
  if (version >= kOldestFormatVersion && version <= kFormatVersion) return;
  throw UnsupportedVersion(title() + " has format " + std::to_string(version) + ", this program reads " +
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

}  // namespace actant::internal
