#ifndef ACTANT_EXPORT_SURROUNDINGS_H_
#define ACTANT_EXPORT_SURROUNDINGS_H_

#include <compare>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <queue>
#include <unordered_map>
#include <utility>
#include <vector>

#include "export/selection.h"
#include "export/writer.h"

namespace actant {

/// The surroundings of all nodes of a selection, from one walk over its edges: what each piece of evidence says of both ends is
/// sorted by node, in an unnamed temporary file where it is more than `run_bytes`. Memory: these, 64 KiB for each run of the file,
/// and for kSentences 40 bytes a node.
///
///     SurroundingsReader reader(graph, NodeDetail::kDays);
///     graph.for_each_node([&](const Node& node) { use(reader.of(node.id)); return true; });
class SurroundingsReader {
 public:
  /// Cost: the edges and their evidence are read. \throws IoError when the temporary file cannot be written.
  SurroundingsReader(const SelectedGraph& graph, NodeDetail detail, size_t run_bytes = size_t{24} << 20);

  /// Nodes must be asked for in the order of their ids. Valid until the next call.
  const Surroundings& of(NodeId node);

 private:
  /// `a`, `b`: a day, an article, or an article and a place in it.
  struct Row {
    uint64_t node = 0, a = 0, b = 0;
    friend auto operator<=>(const Row&, const Row&) = default;
  };
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  struct Run {
    long begin = 0, end = 0;  ///< bytes of the file that have not been read
    std::vector<Row> rows;
    size_t at = 0;
  };

  void add(const EdgeKey& edge, const Evidence& piece);
  void add(const Row& row);
  void sort_rows();
  void spill();
  void start_merge();
  bool fill(Run& run);
  void advance();
  void append(const Row& row);

  const NodeDetail detail_;
  const size_t run_rows_;
  std::vector<Row> rows_;
  std::unique_ptr<std::FILE, Close> file_;
  std::vector<Run> runs_;
  using Head = std::pair<Row, size_t>;  // the next row of a run
  std::priority_queue<Head, std::vector<Head>, std::greater<>> heads_;
  std::unordered_map<uint64_t, uint32_t> degrees_;  // for kSentences
  Surroundings result_;
};

}  // namespace actant

#endif  // ACTANT_EXPORT_SURROUNDINGS_H_
