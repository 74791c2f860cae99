#include "graph/store/internal/merged_sums.h"

#include <rocksdb/write_batch.h>

#include "graph/store/internal/coding.h"
#include "graph/store/internal/edge_walk.h"
#include "graph/store/internal/entries.h"
#include "graph/store/internal/keys.h"
#include "graph/store/internal/replacement.h"

namespace actant::internal {

std::string merged_sum_key(const EdgeKey& merged) { return std::string(kMergedSums) + edge_key(merged); }

uint64_t for_each_merged_sum(const ReadView& view,
                             const std::function<void(std::string_view key, std::string_view value)>& visit) {
  uint64_t edges = 0;
  EdgeWalk walk(view);
  walk.read_merged_evidence_ahead();
  walk.run([&](EdgeWalk::Members members) {
    ++edges;
    if (members.size() > 1) visit(merged_sum_key(members.front().merged), encode(walk.sum(members)));
    return true;
  });
  return edges;
}

uint64_t write_merged_sums(Database& database, const ReadView& view, uint64_t generation, rocksdb::WriteBatch& batch) {
  Replacement sums(database, Family::kEdgesOnce, kMergedSums);
  const uint64_t edges =
      for_each_merged_sum(view, [&](std::string_view key, std::string_view value) { sums.next(key, value); });
  sums.finish();
  check(batch.Put(database.handle(Family::kMeta), kMergedSumsGeneration, counter_bytes(generation)), "cannot resolve");
  return edges;
}

std::optional<EdgeAggregate> read_merged_sum(const ReadView& view, const EdgeKey& merged) {
  const auto bytes = view.database.get(Family::kEdgesOnce, merged_sum_key(merged), &view.snapshot);
  if (!bytes) return std::nullopt;
  return parse_value<EdgeAggregate>(*bytes, "edges_once");
}

}  // namespace actant::internal
