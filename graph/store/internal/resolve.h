#ifndef ACTANT_GRAPH_STORE_INTERNAL_RESOLVE_H_
#define ACTANT_GRAPH_STORE_INTERNAL_RESOLVE_H_

#include <memory>

#include "graph/store/internal/read_view.h"
#include "graph/store/store.h"

namespace actant::internal {

/// Reads all layer-1 nodes, lets graph/merge decide which are one, writes the decisions and the counts of the merged
/// graph in one batch. Null when no article changed since the last time. Memory: about 300 bytes a named node while it
/// runs.
std::shared_ptr<const Resolution> resolve_graph(Database& database, const OpenLemmas& lemmas);

/// Nodes, edges and statements of the merged graph as the last resolve_graph() counted them; false when articles
/// changed since then.
bool read_resolved_counts(const Database& database, StoreCounts& counts);
/// Counts them by walking over the graph.
void count_resolved(const ReadView& view, StoreCounts& counts);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_RESOLVE_H_
