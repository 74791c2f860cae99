#ifndef ACTANT_EXPORT_SURROUNDINGS_H_
#define ACTANT_EXPORT_SURROUNDINGS_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "export/writer.h"
#include "graph/store/record_sort.h"

namespace actant {

/// The surroundings of all nodes of a selection, from one walk over its edges: what each piece of evidence says of both
/// ends is sorted by node (RecordSort). Memory: `memory`, 200 KB, and for kSentences 40 bytes a node.
///
///     SurroundingsReader reader(store, NodeDetail::kDays);
///     graph.for_each_cited_edge({.all_evidence = true}, [&](const CitedEdge& cited) {
///       reader.add(cited.edge, cited.evidence);
///       return true;
///     });
///     graph.for_each_node([&](const Node& node) { use(reader.of(node.id)); return true; });
class SurroundingsReader {
 public:
  SurroundingsReader(const Store& store, NodeDetail detail, size_t memory = size_t{24} << 20,
                     const std::string& folder = {});

  /// Takes an edge with all its evidence. \throws IoError when the temporary file cannot be written.
  void add(const Edge& edge, std::span<const Evidence> evidence);
  /// After the last edge. Nodes must be asked for in the order of their ids. Valid until the next call.
  const Surroundings& of(NodeId node);

 private:
  /// `a`, `b`: a day, an article, an article and a place in it, or a node and the number of a tie.
  struct Row {
    uint64_t node = 0, a = 0, b = 0;
    friend auto operator<=>(const Row&, const Row&) = default;
  };
  void add_piece(const EdgeKey& edge, const Evidence& piece);
  void add_ties(const EdgeKey& edge);
  void add_row(const Row& row);
  void advance();
  void append(const Row& row);

  const Store& store_;
  const NodeDetail detail_;
  RecordSort rows_;
  std::string bytes_;
  std::vector<Row> recent_;  ///< rows that were added, each in the place that its hash names
  bool reading_ = false;
  std::optional<Row> head_;                         ///< the next one
  std::unordered_map<uint64_t, uint32_t> degrees_;  // for kSentences
  Surroundings result_;
};

}  // namespace actant

#endif  // ACTANT_EXPORT_SURROUNDINGS_H_
