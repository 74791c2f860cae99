#ifndef ACTANT_GRAPH_STORE_INTERNAL_STORED_CONTEXT_H_
#define ACTANT_GRAPH_STORE_INTERNAL_STORED_CONTEXT_H_

#include <rocksdb/iterator.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "graph/merge/resolver.h"
#include "graph/merge/scratch_space.h"
#include "graph/store/internal/database.h"

namespace actant::internal {

/// The graph around the nodes, as it was when this object was made: read when it is asked for, or ahead in the order in
/// which it lies on disk, which for a node costs a fifth. The iterators are kept, since making one costs more than a
/// few steps of it. For one thread.
class StoredContext : public ResolverContext {
 public:
  /// `space`: for what is read ahead, 8 bytes for each neighbour and article and 24 for each node; may be null.
  explicit StoredContext(const Database& database, ScratchSpace* space = nullptr);

  std::vector<NodeId> neighbors(NodeId node) const override;
  /// Of the node with fewer articles the first ones are looked up at the other.
  uint32_t together(NodeId a, NodeId b) const override;
  std::vector<NodeId> relatives(NodeId node) const override;
  Nearness nearness(NodeId a, NodeId b) const override;
  void read_ahead(std::span<const NodeId> nodes) const override;

 private:
  /// What was read ahead of a node, up to where in the arrays.
  struct Around {
    NodeId node;
    size_t neighbors_end = 0, articles_end = 0;
  };
  struct Ahead {
    explicit Ahead(ScratchSpace* space) : nodes(space), neighbors(space), articles(space) {}
    ScratchVector<Around> nodes;
    ScratchVector<NodeId> neighbors;
    ScratchVector<ArticleId> articles;
  };
  const Around* find_ahead(NodeId node) const;
  std::span<const NodeId> neighbors_ahead(const Around& around) const;
  std::span<const ArticleId> articles_ahead(const Around& around) const;
  std::vector<ArticleId> articles(NodeId node) const;
  /// Dates and publishers of some articles.
  struct Coverage {
    std::vector<int64_t> days;
    std::vector<std::string> sources;
  };
  Coverage coverage(NodeId node) const;

  const Database& database_;
  const std::unique_ptr<rocksdb::Iterator> out_, in_, mentions_;
  mutable Ahead ahead_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_STORED_CONTEXT_H_
