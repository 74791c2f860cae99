#ifndef ACTANT_GRAPH_STORE_MERGE_GRAPHS_H_
#define ACTANT_GRAPH_STORE_MERGE_GRAPHS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "graph/store/bulk_loader.h"
#include "graph/store/store.h"

namespace actant {

/// A decision of a person in one of the other graphs that was left out, since an earlier graph has another one on the
/// same nodes.
struct DecisionConflict {
  Decision kept, left_out;
  std::string kept_from, left_out_from;  ///< directories of the graphs
};

/// What merge_graphs() did.
struct MergedGraphs {
  uint64_t added = 0;            ///< articles that were not in the graph
  uint64_t unchanged = 0;        ///< articles that were there already, with the same content
  uint64_t differing = 0;        ///< articles that were there already with other content, which stays
  uint64_t decisions = 0;        ///< decisions of persons that were taken over
  uint64_t known = 0;            ///< entities of watch lists that were taken over
  uint64_t known_differing = 0;  ///< that an earlier graph has with other names, countries or ids, which stay
  std::vector<DecisionConflict> conflicts;  ///< in the order of the graphs
};

/// Adds the articles of other graphs, built anywhere, to a graph: the graph becomes what one build over all articles
/// makes. Of an article that several graphs hold, that of `store` counts, else that of the first graph in the order of
/// `others`. The tables of the graphs are merged as they are, without reading an article anew; all becomes visible in
/// one step, or nothing when the process ends before. What persons decided and the entities of watch lists are taken
/// over; of two graphs that say something else on the same nodes or the same id, the earlier one counts. Call
/// Store::resolve() after it. \throws InvalidArgument when one of `others` is no graph or is the graph of `store`
/// itself; IoError, CorruptData, UnsupportedVersion; the graph is then as it was.
MergedGraphs merge_graphs(Store& store, const std::vector<std::string>& others, const BulkOptions& options = {});

}  // namespace actant

#endif  // ACTANT_GRAPH_STORE_MERGE_GRAPHS_H_
