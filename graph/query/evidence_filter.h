#ifndef ACTANT_GRAPH_QUERY_EVIDENCE_FILTER_H_
#define ACTANT_GRAPH_QUERY_EVIDENCE_FILTER_H_

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/store/store.h"

namespace actant {

/// Which evidence counts.
struct EvidenceBounds {
  /// ISO 8601, inclusive, possibly partial. The date of a piece of evidence is that of the event where it is known,
  /// else of the article; undated evidence passes no bound. A partial date passes when one of its days would. Empty: no
  /// bound.
  std::string since, until;
  std::vector<std::string> sources;  ///< names of publishers, compared without case; empty: all
  std::string title;  ///< the title (see holds-position) must contain it, compared without case; empty: any or none

  bool any() const { return !since.empty() || !until.empty() || !sources.empty() || !title.empty(); }
};

/// What an edge is worth when only the evidence of some dates and publishers is asked. Where publishers are asked for,
/// it remembers those of the articles it has looked up; for one thread. The store must outlive it.
class EvidenceFilter {
 public:
  EvidenceFilter(const Store& store, EvidenceBounds bounds);

  /// True when there are bounds, so that evidence has to be read.
  bool is_needed() const { return bounds_.any(); }
  bool passes(const Evidence& evidence) { return !is_needed() || passing_date(evidence).has_value(); }
  /// The date of the event or else of the article, empty when neither is known; nullopt when the evidence does not
  /// pass.
  std::optional<std::string> passing_date(const Evidence& evidence);
  /// The edge with counts, dates and confidence of the passing evidence alone; nullopt when there is none. Without
  /// bounds the edge as it is. Cost: its evidence, or none where the dates of the edge tell that nothing passes.
  std::optional<Edge> narrow(const Edge& edge);
  /// The same from evidence that was read already: all of the edge's, by the date of the article, then by article. What
  /// does not pass is taken out of it.
  std::optional<Edge> narrow(const Edge& edge, std::vector<Evidence>& evidence);
  /// False where the dates of the edge tell that none of its evidence passes.
  bool may_pass(const Edge& edge) const;

 private:
  class Sum;
  bool source_passes(ArticleId id);

  const Store& store_;
  EvidenceBounds bounds_;
  std::unordered_map<uint64_t, bool> sources_;  // whether the publisher of an article passes
};

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_EVIDENCE_FILTER_H_
