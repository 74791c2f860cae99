#ifndef ACTANT_GRAPH_STORE_INTERNAL_ENTRIES_H_
#define ACTANT_GRAPH_STORE_INTERNAL_ENTRIES_H_

#include <rocksdb/write_batch.h>

#include <string>
#include <string_view>
#include <vector>

#include "graph/store/internal/contribution.h"
#include "graph/store/internal/database.h"

namespace actant::internal {

/// Keys of the family meta.
inline constexpr const char* kArticlesCounter = "count.articles";
inline constexpr const char* kEvidenceCounter = "count.evidence";
inline constexpr const char* kMentionsCounter = "count.mentions";
inline constexpr const char* kGeneration = "generation";  ///< grows with every article added, replaced or removed

/// Version of the extractor that added an article last.
inline constexpr const char* kModel = "model";
/// With the hash of a version behind it: the version.
inline constexpr const char* kModelPrefix = "model.";
/// Is there when some articles print one story and are counted once.
inline constexpr const char* kStories = "stories";
/// Is there when articles of one story are counted each.
inline constexpr const char* kCountDuplicates = "count-duplicates";

/// Where the entries of an article go: a batch of the database, or the sorted runs of a bulk load.
class EntrySink {
 public:
  virtual ~EntrySink() = default;
  virtual void put(Family family, std::string_view key, std::string_view value) = 0;
  /// `operand` is added to what stands under the key (see merge_operator.h).
  virtual void merge(Family family, std::string_view key, std::string_view operand) = 0;
};

/// A sink into a write batch.
class BatchSink : public EntrySink {
 public:
  BatchSink(const Database& database, rocksdb::WriteBatch& batch) : database_(database), batch_(batch) {}
  void put(Family family, std::string_view key, std::string_view value) override;
  void merge(Family family, std::string_view key, std::string_view operand) override;

 private:
  const Database& database_;
  rocksdb::WriteBatch& batch_;
};

/// Remembers which names of which nodes are known to be in the name index, so that the names of frequent actors are not
/// put again and again. A table of 2 MB whatever the graph: a name takes the place of another with the same last bits
/// of its hash.
class WrittenNames {
 public:
  /// False when it is known to be written already.
  bool insert(NodeId node, std::string_view name);
  void clear() { hashes_.clear(); }

 private:
  std::vector<uint64_t> hashes_;  // empty, or one for each place
};

/// Everything that an article adds but the counters. The entries of the name index of names in `written` are left out.
void write_entries(const Contribution& contribution, WrittenNames& written, EntrySink& sink);

/// Adds to a counter of meta, modulo 2^64; nothing for 0.
void count(EntrySink& sink, const char* counter, uint64_t delta);

/// A counter as it is stored.
std::string counter_bytes(uint64_t value);

/// Value::append_to() into a new string.
template <typename Value>
std::string encode(const Value& value) {
  std::string out;
  value.append_to(out);
  return out;
}

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_ENTRIES_H_
