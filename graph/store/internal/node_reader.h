#ifndef ACTANT_GRAPH_STORE_INTERNAL_NODE_READER_H_
#define ACTANT_GRAPH_STORE_INTERNAL_NODE_READER_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/store/internal/keys.h"
#include "graph/store/internal/read_view.h"
#include "graph/store/store.h"

namespace actant::internal {

/// Merged nodes: sums over the layer-1 nodes that the resolver holds to be one.
class NodeReader {
 public:
  explicit NodeReader(const ReadView& view);
  ~NodeReader();

  /// `id` may be any layer-1 node of it. nullopt when no article mentions it.
  std::optional<Node> read(NodeId id) const;
  /// The layer-1 node `id` alone.
  std::optional<Node> read_member(NodeId id) const;
  /// All nodes by id, read as they stand on disk.
  void for_each(const std::function<bool(const Node&)>& visit);
  /// Articles that mention the node, without reading more of it.
  uint32_t articles(NodeId id) const;
  /// How many articles mention any of these layer-1 nodes. Reads all their mentions.
  uint32_t distinct_articles(const std::vector<NodeId>& members) const;

 private:
  struct Walk;  ///< beside the nodes over what is known of them

  using Visitor = std::function<void(std::string_view key, std::string_view value)>;
  void scan(Family family, NodeId node, const Visitor& visit) const;
  std::optional<std::string> aggregate(NodeId member) const;
  std::optional<Node> read_representative(NodeId id) const;
  std::optional<Node> read_sum(NodeId id, const std::vector<NodeId>& members) const;
  void add_known(Node& node) const;
  void read_statement(Node& node) const;

  const ReadView& view_;
  std::unique_ptr<Walk> walk_;  ///< inside for_each()
};

/// Texts with their counts.
using Counted = std::vector<std::pair<std::string, uint64_t>>;

/// The name to show for a node with these best names of articles (with the articles of each): the most frequent, but a
/// full name before a surname or an acronym ("Nato" is one where NATO is); among equals the longest, then the first in
/// byte order. Empty for none.
std::string choose_name(EntityType type, const Counted& names);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_NODE_READER_H_
