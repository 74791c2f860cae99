#ifndef ACTANT_GRAPH_STORE_INTERNAL_NAME_READER_H_
#define ACTANT_GRAPH_STORE_INTERNAL_NAME_READER_H_

#include <string>
#include <string_view>
#include <vector>

#include "graph/store/internal/node_reader.h"

namespace actant::internal {

/// Look-up by name in the family names.
class NameReader {
 public:
  explicit NameReader(const ReadView& view) : view_(view), nodes_(view) {}

  std::vector<Node> find(std::string_view name) const;
  /// The layer-1 nodes that bear this name, most mentions first.
  std::vector<NodeId> find_members(std::string_view name) const;
  /// Reads a bounded number of index entries, so that the time does not grow with the graph beyond that.
  std::vector<Node> nearest(std::string_view name, size_t limit) const;

 private:
  std::vector<NodeId> raw_nodes_named(char kind, std::string_view text, size_t limit) const;
  struct Candidate {
    NodeId node;
    double score = 0;
  };

  std::vector<NodeId> nodes_named(char kind, std::string_view text, size_t limit) const;
  void words_like(std::string_view word, std::vector<Candidate>& words_of_nodes) const;

  const ReadView& view_;
  NodeReader nodes_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_NAME_READER_H_
