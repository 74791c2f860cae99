#ifndef ACTANT_GRAPH_STORE_INTERNAL_WRITER_H_
#define ACTANT_GRAPH_STORE_INTERNAL_WRITER_H_

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store/internal/contribution.h"
#include "graph/store/internal/database.h"
#include "graph/store/internal/entries.h"
#include "graph/store/internal/entry_buffer.h"

namespace actant::internal {

/// Writes articles: one atomic batch each. Adding one that is new reads nothing but its own key.
class Writer {
 public:
  explicit Writer(Database& database) : database_(database) {}

  AddResult add(const Record& record, uint64_t fingerprint, std::string_view model);
  /// The same for what make_contribution() made of the record.
  AddResult add(const Contribution& contribution);
  /// Adds several in this order. Those that are new are sorted and written together, which is much faster than one by
  /// one.
  std::vector<AddResult> add_all(const std::vector<Contribution>& contributions);
  bool remove(ArticleId article);
  /// The hash of a version of the extractor, which is remembered in meta; 0 for an empty one.
  uint64_t model_id(std::string_view model);
  /// Entries of the database were written past this object.
  void forget();

 private:
  AddResult add_locked(const Contribution& contribution);
  void write(rocksdb::WriteBatch& batch);
  void write_group(EntryBuffer& group);

  Database& database_;
  std::mutex mutex_;
  WrittenNames written_names_;
  std::string last_model_;
};

/// Takes back what an article contributed. Sums are reduced by what it added; dates are looked up again where they were
/// its own.
class Retraction {
 public:
  Retraction(Database& database, rocksdb::WriteBatch& batch) : database_(database), batch_(batch) {}
  /// Returns the pieces of evidence and the mentions that are gone. `old.value` holds what is stored in articles.
  struct Removed {
    uint64_t evidence = 0, mentions = 0;
  };
  Removed retract(const Contribution& old);

 private:
  void retract_node(const Contribution& old, const Contribution::NodePart& part);
  void retract_attributes(const Contribution::NodePart& part);
  void drop_names(NodeId node, const std::vector<std::string>& gone);
  uint64_t retract_edge(const Contribution& old, const EdgeKey& key);
  void drop_prefix(Family family, std::string_view prefix);

  Database& database_;
  rocksdb::WriteBatch& batch_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_WRITER_H_
