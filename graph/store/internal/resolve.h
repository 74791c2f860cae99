#ifndef ACTANT_GRAPH_STORE_INTERNAL_RESOLVE_H_
#define ACTANT_GRAPH_STORE_INTERNAL_RESOLVE_H_

#include <memory>
#include <optional>
#include <vector>

#include "graph/merge/resolver.h"
#include "graph/store/internal/read_view.h"
#include "graph/store/store.h"

namespace actant::internal {

/// Reads all layer-1 nodes, lets graph/merge decide which are one, writes the decisions and the counts of the merged
/// graph in one batch. Null when no article, decision or watch list changed since the last time. `contradictions`: the
/// decisions of persons that contradict others. Memory: see graph/merge/who_is_who.md.
std::shared_ptr<const Resolution> resolve_graph(Database& database, const OpenLemmas& lemmas,
                                                std::vector<Decision>& contradictions, const ResolveOptions& options);

/// A layer-1 node as the resolver sees it; nullopt when no article mentions it.
std::optional<RawNode> read_raw_node(const Database& database, NodeId id);
/// What speaks for and against two layer-1 nodes being one.
MergeStep compare_raw_nodes(const Database& database, NodeId a, NodeId b);

/// Nodes, edges and statements of the merged graph as the last resolve_graph() counted them; false when articles
/// changed since then.
bool read_resolved_counts(const Database& database, StoreCounts& counts, const Database::Snapshot* snapshot = nullptr);
/// Counts them by walking over the graph.
void count_resolved(const ReadView& view, StoreCounts& counts);
/// Nodes and statements alone.
void count_nodes(const ReadView& view, StoreCounts& counts);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_RESOLVE_H_
