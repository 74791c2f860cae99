#ifndef ACTANT_TOOLS_CLI_EVIDENCE_FILTER_H_
#define ACTANT_TOOLS_CLI_EVIDENCE_FILTER_H_

#include <optional>
#include <unordered_map>

#include "graph/store/store.h"
#include "tools/cli/edge_filters.h"

namespace actant {

/// Which articles pass the filters by date and publisher, and what an edge is worth when only those are asked.
class EvidenceFilter {
 public:
  EvidenceFilter(const Store& store, const EdgeFilters& filters) : store_(store), filters_(filters) {}

  /// False when every article passes, so that evidence need not be read.
  bool is_needed() const { return !filters_.since.empty() || !filters_.until.empty() || !filters_.sources.empty(); }
  /// True when the article is of the dates and publishers asked for. A partial date passes when one of its days would;
  /// an undated article passes no date. Remembers the answer.
  bool passes(ArticleId article);
  /// The edge with counts, dates and confidence of the passing evidence alone; nullopt when there is none.
  std::optional<Edge> narrow(const Edge& edge);

 private:
  bool check(const Article& article) const;

  const Store& store_;
  const EdgeFilters& filters_;
  std::unordered_map<uint64_t, bool> known_;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_EVIDENCE_FILTER_H_
