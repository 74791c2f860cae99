#ifndef ACTANT_GRAPH_MERGE_RESOLVER_H_
#define ACTANT_GRAPH_MERGE_RESOLVER_H_

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "graph/model/ids.h"

namespace actant {

// Who is who: which nodes of layer 1 are one thing. Knows nothing of the store, which includes this header to keep the
// decisions; so the order of articles cannot matter.

/// A node of layer 1 as the resolver sees it.
struct RawNode {
  struct Name {
    std::string key;  ///< see name_key()
    uint64_t count = 0;
    bool canonical = false;  ///< best name of an article (count: articles), else an alias (count: mentions)
    bool stated = false;     ///< alias that a text gives as such ("also known as")
  };
  NodeId id;
  std::string country;      ///< ISO 3166-1 alpha-3 or empty
  std::vector<Name> names;  ///< by count; canonical ones first
  uint64_t mentions = 0;
  uint64_t articles = 0;
  bool named = false;  ///< has a proper name somewhere

  EntityType type() const { return id.type(); }
  /// The key of the most frequent canonical name.
  const std::string& key() const;
};

/// The layer-1 nodes that share an edge with a node, sorted; asked only for few, ambiguous nodes.
using Neighbors = std::function<std::vector<NodeId>(NodeId)>;

/// Pairs (node, representative) for each node that is not its own representative. A pure function of its arguments: the
/// order of `nodes` does not matter. The representative is the member with most mentions, among equals the smallest id.
/// O(n log n) for n nodes, plus the pairs inside blocks (see blocking.h), whose sizes are bounded.
std::vector<std::pair<NodeId, NodeId>> resolve_nodes(std::vector<RawNode> nodes, const Neighbors& neighbors);

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_RESOLVER_H_
