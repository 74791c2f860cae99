#ifndef ACTANT_GRAPH_STORE_INTERNAL_DUPLICATES_H_
#define ACTANT_GRAPH_STORE_INTERNAL_DUPLICATES_H_

#include <functional>
#include <utility>
#include <vector>

#include "graph/store/internal/database.h"
#include "graph/store/internal/read_view.h"
#include "graph/store/internal/values.h"

namespace actant::internal {

// Near duplicates: articles that print one story (graph/merge/text_signature.h). They are decisions of layer 2, a
// function of the stored articles alone: the first of them by date and id is the original of the others, and of the
// articles of one story that support an edge only the first counts as evidence.

/// (article, its original) for each article that is not its own original, by article. Articles whose dates are more
/// than 30 days apart are not compared. Cost: one pass over the family articles for each group of bands that fits 256
/// MiB (all of them up to two million articles), sorting, and at most 12 comparisons for each article and band. Memory:
/// 16 bytes an article and at most 384 MiB.
std::vector<std::pair<ArticleId, ArticleId>> find_duplicates(const Database& database);

/// What the family edges_once holds for these articles (each with its original), in the order of the keys. `view` reads
/// the links between them from the database.
void for_each_counted_once(const ReadView& view, const std::vector<std::pair<ArticleId, ArticleId>>& duplicates,
                           const std::function<void(std::string_view key, std::string_view value)>& visit);

/// Writes the differences to what the families duplicates and edges_once hold: the links, and the sums of those edges
/// that several articles of one story support. `counted`: no such sums, every article counts. Not atomic as a whole; to
/// be followed by the batch that says that the graph is resolved.
void write_duplicates(Database& database, const std::vector<std::pair<ArticleId, ArticleId>>& duplicates, bool counted);

/// How many articles are linked to an original. Cost: one pass over the links.
uint64_t count_duplicates(const Database& database, const Database::Snapshot* snapshot = nullptr);

/// The original of an article: itself for most. Cost: one look-up, mostly in a filter.
ArticleId original_of(const ReadView& view, ArticleId article);

/// original_of() for walks over many articles: all links in memory, 16 bytes each.
class Originals {
 public:
  explicit Originals(const ReadView& view);
  ArticleId of(ArticleId article) const;

 private:
  std::vector<std::pair<ArticleId, ArticleId>> links_;  // by article
};

/// What supports an edge, with the articles of one story counted once: the first of them by date and id, where no
/// original is among them. Fed in any order.
class CountedOnce {
 public:
  /// `originals`: where they are read already.
  explicit CountedOnce(const ReadView& view, const Originals* originals = nullptr)
      : view_(view), originals_(originals) {}
  void add(const EvidenceKey& key, const EvidenceValue& value);
  EdgeAggregate sum();

 private:
  struct Row {
    ArticleId story;
    PackedDate published;
    ArticleId article;
    EvidenceValue value;
  };
  const ReadView& view_;
  const Originals* originals_;
  std::vector<Row> rows_;
};

/// The sums of an edge of layer 1 as a reader counts them, given those of edges_out.
EdgeAggregate counted_once(const ReadView& view, std::string_view edge_key, const EdgeAggregate& stored);
/// The same where the edge has the entry `once` in edges_once.
EdgeAggregate counted_once(const ReadView& view, std::string_view edge_key, const EdgeAggregate& stored,
                           std::string_view once);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_DUPLICATES_H_
