#ifndef ACTANT_GRAPH_STORE_INTERNAL_WRITER_H_
#define ACTANT_GRAPH_STORE_INTERNAL_WRITER_H_

#include <cstdint>
#include <mutex>
#include <unordered_set>

#include "graph/store/internal/contribution.h"
#include "graph/store/internal/database.h"
#include "graph/store/internal/open_lemmas.h"

namespace actant::internal {

/// Counters of the family meta.
inline constexpr const char* kArticlesCounter = "count.articles";
inline constexpr const char* kEvidenceCounter = "count.evidence";
inline constexpr const char* kMentionsCounter = "count.mentions";
inline constexpr const char* kGeneration = "generation";  ///< grows with every article added, replaced or removed

/// Writes articles: one atomic batch each. Adding one that is new reads nothing but its own key.
class Writer {
 public:
  Writer(Database& database, OpenLemmas& lemmas) : database_(database), lemmas_(lemmas) {}

  AddResult add(const Record& record, uint64_t fingerprint);
  bool remove(ArticleId article);

 private:
  void put(rocksdb::WriteBatch& batch, const Contribution& contribution);
  void put_nodes(rocksdb::WriteBatch& batch, const Contribution& contribution);
  void put_edges(rocksdb::WriteBatch& batch, const Contribution& contribution);
  void put_names(rocksdb::WriteBatch& batch, NodeId node, std::string_view name);
  void count(rocksdb::WriteBatch& batch, const char* counter, uint64_t delta);

  Database& database_;
  OpenLemmas& lemmas_;
  std::mutex mutex_;
  // Hashes of name index entries that are known to be written: the names of frequent actors are not put again and
  // again.
  std::unordered_set<uint64_t> written_names_;
};

/// Takes back what an article contributed. Sums are reduced by what it added; dates are looked up again where they were
/// its own.
class Retraction {
 public:
  Retraction(Database& database, rocksdb::WriteBatch& batch) : database_(database), batch_(batch) {}
  /// Returns the pieces of evidence and the mentions that are gone.
  struct Removed {
    uint64_t evidence = 0, mentions = 0;
  };
  Removed retract(const Contribution& old);

 private:
  void retract_node(const Contribution& old, const Contribution::NodePart& part);
  void retract_attributes(const Contribution::NodePart& part);
  void drop_names(NodeId node, const std::vector<std::string>& gone);
  uint64_t retract_edge(ArticleId article, const EdgeKey& key);
  void drop_prefix(Family family, std::string_view prefix);

  Database& database_;
  rocksdb::WriteBatch& batch_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_WRITER_H_
