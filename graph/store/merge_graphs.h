#ifndef ACTANT_GRAPH_STORE_MERGE_GRAPHS_H_
#define ACTANT_GRAPH_STORE_MERGE_GRAPHS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "graph/store/bulk_loader.h"
#include "graph/store/store.h"

namespace actant {

/// What merge_graphs() did.
struct MergedGraphs {
  uint64_t added = 0;      ///< articles that were not in the graph
  uint64_t unchanged = 0;  ///< articles that were there already, with the same content
  uint64_t differing = 0;  ///< articles that were there already with other content, which stays
};

/// Adds the articles of other graphs, built anywhere, to a graph: the graph becomes what one build over all articles
/// makes. Of an article that several graphs hold, that of `store` counts, else that of the first graph in the order of
/// `others`. The tables of the graphs are merged as they are, without reading an article anew; all becomes visible in
/// one step, or nothing when the process ends before. Call Store::resolve() after it. \throws InvalidArgument when one
/// of `others` is no graph or is the graph of `store` itself; IoError, CorruptData, UnsupportedVersion; the graph is
/// then as it was.
MergedGraphs merge_graphs(Store& store, const std::vector<std::string>& others, const BulkOptions& options = {});

}  // namespace actant

#endif  // ACTANT_GRAPH_STORE_MERGE_GRAPHS_H_
