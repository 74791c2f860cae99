#ifndef ACTANT_GRAPH_MERGE_INTERNAL_CLUSTERS_H_
#define ACTANT_GRAPH_MERGE_INTERNAL_CLUSTERS_H_

#include <cstdint>
#include <limits>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/merge/conflict.h"
#include "graph/merge/resolver.h"

namespace actant::internal {

inline constexpr uint32_t kNoEntity = std::numeric_limits<uint32_t>::max();

/// What the members of a cluster say together.
struct ClusterFacts {
  CountryVotes countries;
  uint64_t articles = 0;                               ///< sum over the members; an article may count more than once
  std::vector<std::string_view> offices, occupations;  ///< sorted
  uint16_t first_year = 0, last_year = 0;
  uint32_t known = kNoEntity;       ///< entity of a watch list
  std::vector<uint32_t> different;  ///< nodes that a person said are other things

  ClusterFacts() = default;
  explicit ClusterFacts(const NodeTable::Node& node);
  void add(const ClusterFacts& other);
};

/// Disjoint sets of nodes (union by size, path halving; Tarjan 1975), with what their members say together. 12 bytes
/// for each node; facts of small sets are made when they are asked for, those of larger ones are kept.
class NodeClusters {
 public:
  explicit NodeClusters(const NodeTable& nodes);

  uint32_t find(uint32_t node) const;
  /// Returns false when they were one already.
  bool join(uint32_t a, uint32_t b);
  ClusterFacts facts(uint32_t node) const;
  /// What is said of a node from outside: an entity of a watch list, a person's decision.
  void set_known(uint32_t node, uint32_t entity);
  void set_different(uint32_t node, uint32_t other);
  uint64_t articles(uint32_t node) const;
  uint32_t size(uint32_t node) const { return size_[find(node)]; }
  /// At most `limit` members, those with most articles first, then by index.
  std::vector<uint32_t> members(uint32_t node, size_t limit = std::numeric_limits<size_t>::max()) const;

 private:
  /// From outside, by node.
  struct Said {
    uint32_t known = kNoEntity;
    std::vector<uint32_t> different;
  };
  ClusterFacts collect(uint32_t node) const;

  const NodeTable& nodes_;
  mutable ScratchVector<uint32_t> parent_;
  ScratchVector<uint32_t> size_;
  ScratchVector<uint32_t> next_;  // the members of a cluster in a ring
  std::unordered_map<uint32_t, Said> said_;
  std::unordered_map<uint32_t, ClusterFacts> facts_;  // of the sets of more than kKept nodes, by root
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_MERGE_INTERNAL_CLUSTERS_H_
