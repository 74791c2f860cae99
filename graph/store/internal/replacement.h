#ifndef ACTANT_GRAPH_STORE_INTERNAL_REPLACEMENT_H_
#define ACTANT_GRAPH_STORE_INTERNAL_REPLACEMENT_H_

#include <rocksdb/write_batch.h>

#include <memory>
#include <string>
#include <string_view>

#include "graph/store/internal/database.h"

namespace actant::internal {

/// Replaces what a range of a family holds by sorted entries that are given one after the other, writing the
/// differences alone, in batches of 4 MiB. Not atomic as a whole.
class Replacement {
 public:
  /// The keys from `begin` to before `end`; empty: from the first, to the last.
  Replacement(Database& database, Family family, std::string_view begin = {}, std::string_view end = {});
  /// Keys must grow. \throws IoError, CorruptData.
  void next(std::string_view key, std::string_view value);
  /// To be called behind the last.
  void finish();

 private:
  bool has_old() const;
  void drop_old();
  void write(size_t least);

  Database& database_;
  const Family family_;
  const std::string end_;
  std::unique_ptr<rocksdb::Iterator> old_;
  rocksdb::WriteBatch batch_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_REPLACEMENT_H_
