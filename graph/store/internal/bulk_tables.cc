#include "graph/store/internal/bulk_tables.h"

#include <rocksdb/sst_file_writer.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <mutex>
#include <numeric>
#include <thread>

#include "graph/model/error.h"
#include "graph/store/internal/entries.h"
#include "graph/store/internal/merge_operator.h"

namespace actant::internal {
namespace {

constexpr uint64_t kTableBytes = uint64_t{64} << 20;

/// Files of at most kTableBytes, one after the other.
class TableWriter {
 public:
  TableWriter(const Database& database, Family family, std::string prefix, std::vector<std::string>& files)
      : family_(family),
        prefix_(std::move(prefix)),
        files_(files),
        writer_(rocksdb::EnvOptions(), database.table_options(family), database.handle(family)) {}

  void add(std::string_view key, std::string_view value, bool as_operand) {
    if (open_ && writer_.FileSize() >= kTableBytes) close();
    if (!open_) {
      files_.push_back(prefix_ + std::to_string(files_.size()) + ".sst");
      check(writer_.Open(files_.back()), "cannot write " + files_.back());
      open_ = true;
    }
    check(as_operand ? writer_.Merge(slice(key), slice(value)) : writer_.Put(slice(key), slice(value)),
          "cannot write " + files_.back());
  }

  void close() {
    if (open_) check(writer_.Finish(), "cannot write " + files_.back());
    open_ = false;
  }

 private:
  Family family_;
  std::string prefix_;
  std::vector<std::string>& files_;
  rocksdb::SstFileWriter writer_;
  bool open_ = false;
};

}  // namespace

BulkTables::BulkTables(Database& database)
    : database_(database),
      folder_(database.directory() + "/" + kBulkFolder),
      into_empty_(!database.has_entries(Family::kArticles)) {
  std::error_code error;
  std::filesystem::remove_all(folder_, error);
  if (!std::filesystem::create_directory(folder_, error) || error) {
    throw IoError("cannot create '" + folder_ + "': " + error.message());
  }
}

BulkTables::~BulkTables() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void BulkTables::write(const std::vector<Family>& families, const Sources& sources, int threads, const Visit& visit) {
  std::atomic<size_t> next{0};
  std::mutex mutex;
  std::exception_ptr failure;
  const auto work = [&] {
    for (size_t i = next++; i < families.size(); i = next++) {
      try {
        const auto source = sources(families[i]);
        if (source) write_family(families[i], *source, visit);
      } catch (...) {
        const std::lock_guard lock(mutex);
        if (!failure) failure = std::current_exception();
        next = families.size();
      }
    }
  };
  {
    std::vector<std::jthread> others;
    for (int i = 1; i < threads; ++i) others.emplace_back(work);
    work();
  }
  if (failure) std::rethrow_exception(failure);
  bytes_ = std::accumulate(family_bytes_.begin(), family_bytes_.end(), uint64_t{0});
}

void BulkTables::write_family(Family family, EntrySource& source, const Visit& visit) {
  const auto index = static_cast<size_t>(family);
  const bool as_operands = has_sums(family) && !into_empty_;
  TableWriter writer(database_, family, folder_ + "/" + std::to_string(index) + "-", files_[index]);
  for (; source.valid(); source.next()) {
    if (visit) visit(family, source.key(), source.value());
    family_bytes_[index] += source.key().size() + source.value().size();
    writer.add(source.key(), source.value(), as_operands);
  }
  writer.close();
}

void BulkTables::ingest(const std::vector<std::pair<std::string, uint64_t>>& counters) {
  const auto meta = static_cast<size_t>(Family::kMeta);
  TableWriter writer(database_, Family::kMeta, folder_ + "/" + std::to_string(meta) + "-", files_[meta]);
  auto sorted = counters;
  std::sort(sorted.begin(), sorted.end());
  for (const auto& [name, delta] : sorted) writer.add(name, counter_bytes(delta), true);
  writer.close();
  std::vector<rocksdb::IngestExternalFileArg> all;
  for (size_t i = 0; i < kFamilies; ++i) {
    if (files_[i].empty()) continue;
    rocksdb::IngestExternalFileArg one;
    one.column_family = database_.handle(static_cast<Family>(i));
    one.external_files = files_[i];
    one.options.move_files = true;
    one.options.write_global_seqno = false;
    all.push_back(std::move(one));
  }
  database_.ingest(all);
  files_ = {};
}

}  // namespace actant::internal
