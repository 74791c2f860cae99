#ifndef ACTANT_TOOLS_CLI_GRAPH_SUMMARY_H_
#define ACTANT_TOOLS_CLI_GRAPH_SUMMARY_H_

#include <map>
#include <string>
#include <vector>

#include "graph/store/store.h"

namespace actant {

/// A node of a ranking.
struct RankedNode {
  NodeId id;
  double score = 0;
};

/// What `stats` tells of a graph.
struct GraphSummary {
  StoreCounts counts;
  std::string first_date, last_date;          ///< of the articles
  std::map<std::string, uint64_t> sources;    ///< articles by publisher; unknown ones are not counted
  std::map<EntityType, uint64_t> types;       ///< nodes
  std::map<std::string, uint64_t> relations;  ///< edges; all open ones are `open`
  uint64_t negated = 0, not_actual = 0;       ///< edges
  uint64_t connected_nodes = 0;               ///< nodes with a neighbour, without statements
  uint64_t components = 0;                    ///< connected components among these
  uint64_t largest_component = 0;             ///< nodes
  std::vector<RankedNode> by_degree;          ///< number of different neighbours
  std::vector<RankedNode> by_page_rank;       ///< PageRank, edges weighted by articles; sums to 1 over all nodes
};

/// Counts everything; lists of at most `top` nodes (0: no lists). Statements, open relations and negated edges take no
/// part in components, degree and PageRank. Cost: two passes over the edges and memory for the graph without evidence.
GraphSummary summarize(const Store& store, size_t top);

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_GRAPH_SUMMARY_H_
