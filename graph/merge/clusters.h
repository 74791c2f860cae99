#ifndef ACTANT_GRAPH_MERGE_CLUSTERS_H_
#define ACTANT_GRAPH_MERGE_CLUSTERS_H_

#include <cstdint>
#include <vector>

#include "graph/merge/conflict.h"
#include "graph/merge/resolver.h"

namespace actant {

/// Disjoint sets of nodes (union by size, path halving), with what their members say together.
class NodeClusters {
 public:
  explicit NodeClusters(const std::vector<RawNode>& nodes);

  uint32_t find(uint32_t node) const;
  /// Returns false when they were one already.
  bool join(uint32_t a, uint32_t b);
  const CountryVotes& countries(uint32_t node) const { return countries_[find(node)]; }
  /// Sum over the members; an article may count more than once.
  uint64_t articles(uint32_t node) const { return articles_[find(node)]; }
  const std::vector<uint32_t>& members(uint32_t node) const { return members_[find(node)]; }

 private:
  mutable std::vector<uint32_t> parent_;
  std::vector<CountryVotes> countries_;
  std::vector<uint64_t> articles_;
  std::vector<std::vector<uint32_t>> members_;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_CLUSTERS_H_
