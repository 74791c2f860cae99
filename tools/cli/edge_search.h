#ifndef ACTANT_TOOLS_CLI_EDGE_SEARCH_H_
#define ACTANT_TOOLS_CLI_EDGE_SEARCH_H_

#include <optional>
#include <string>
#include <vector>

#include "graph/store/store.h"
#include "tools/cli/edge_filters.h"
#include "tools/cli/node_names.h"
#include "tools/cli/shown_edge.h"

namespace actant {

/// What a user asks for on the command line: SUBJECT RELATION OBJECT with filters. The arguments and flags that query
/// and why share.
struct EdgeSearch {
  std::string graph;
  std::string subject = "?";
  std::string object = "?";
  std::vector<std::string> relations;  ///< empty: any
  EdgeFilters filters;
  bool negated = false;   ///< only negated edges
  bool affirmed = false;  ///< only edges that are not negated
  std::optional<Modality> modality;
  bool all = false;  ///< every node of an ambiguous name

  /// `subject_help` is added to the help of SUBJECT.
  void declare(OptionTable& table, const std::string& subject_help = {});
  /// \throws UsageError.
  void validate() const;
};

/// The edges found, strongest first (most articles, then most pieces of evidence), and how many there are in all.
struct FoundEdges {
  std::vector<ShownEdge> edges;
  uint64_t total = 0;
};

/// Resolves the names and finds at most `limit` edges (0: all). Empty when a name could not be resolved, which has been
/// reported. With filters by date or publisher, the counts, dates and confidence of an edge are those of the evidence
/// that passes. Cost: the edges of the named nodes, or all edges when neither end is named.
std::optional<FoundEdges> find_edges(const Store& store, const EdgeSearch& search, size_t limit, Messages& messages);

/// The evidence of an edge that passes the filters, ordered by the date of the article; of more than `limit` (0: no
/// limit) pieces the surest ones.
std::vector<Evidence> edge_evidence(const Store& store, const EdgeKey& key, const EdgeFilters& filters, size_t limit);

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_EDGE_SEARCH_H_
