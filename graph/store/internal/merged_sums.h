#ifndef ACTANT_GRAPH_STORE_INTERNAL_MERGED_SUMS_H_
#define ACTANT_GRAPH_STORE_INTERNAL_MERGED_SUMS_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "graph/store/internal/read_view.h"
#include "graph/store/internal/values.h"

namespace rocksdb {
class WriteBatch;
}

namespace actant::internal {

// What supports an edge that merging nodes makes of several layer-1 edges does not follow from their sums: an article
// may support several of them. Nor does a reader who has one of them know the others: of two nodes of five names there
// may be 25, each a look-up. So resolve() keeps the sums of these edges. They hold until the graph changes, and an edge
// without an entry is one layer-1 edge alone.

/// Where these entries begin in edges_once: behind those of layer-1 edges, whose first byte is that of a node.
inline constexpr std::string_view kMergedSums = "\xff";
/// Key of meta; its value is the generation of the graph for which the sums were made.
inline constexpr const char* kMergedSumsGeneration = "merged-sums";

std::string merged_sum_key(const EdgeKey& merged);

/// Walks over all merged edges, replaces the entries by those of edges of several layer-1 edges, and puts into `batch`
/// that they hold for `generation`. Returns the number of all edges. `view`: with the new decisions and without kept
/// sums.
uint64_t write_merged_sums(Database& database, const ReadView& view, uint64_t generation, rocksdb::WriteBatch& batch);

/// What write_merged_sums() writes, in the order of the keys; returns the number of all edges.
uint64_t for_each_merged_sum(const ReadView& view,
                             const std::function<void(std::string_view key, std::string_view value)>& visit);

/// The kept sums of an edge as readers see it; nullopt when it is one layer-1 edge or none. For views with `sums_kept`.
std::optional<EdgeAggregate> read_merged_sum(const ReadView& view, const EdgeKey& merged);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_MERGED_SUMS_H_
