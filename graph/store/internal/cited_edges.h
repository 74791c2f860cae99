#ifndef ACTANT_GRAPH_STORE_INTERNAL_CITED_EDGES_H_
#define ACTANT_GRAPH_STORE_INTERNAL_CITED_EDGES_H_

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store/internal/evidence_walk.h"
#include "graph/store/record_sort.h"

namespace actant::internal {

/// Store::for_each_cited_edge(). Edges and evidence come as EvidenceWalk gives them; what they cite, sentences and
/// sources, stands all over the families, by article. So the edges wait in a list while what they cite is asked for in
/// the order of the articles, which is one walk over each family, and is sorted back into the order of the edges. All
/// of it moves to files when there is more than `needs.memory`: every block of a table is read and unpacked once,
/// whatever the size of the graph.
class CitedEdgeReader {
 public:
  CitedEdgeReader(const ReadView& view, const CitationNeeds& needs);

  void for_each(const std::function<bool(const Edge&)>& select, const std::function<bool(const CitedEdge&)>& visit);

 private:
  /// A piece of evidence on its way out.
  struct Piece {
    EvidenceRow row;
    Span sentence;
    uint16_t confidence = 0;
  };

  void choose_pieces(std::span<const EvidenceRow> rows);
  void keep(const EvidenceWalk::MergedEdge& edge);
  void read_cited();
  bool emit_kept(const std::function<bool(const CitedEdge&)>& visit);
  void fill(Evidence& evidence, const EvidenceRow& row);
  bool is_cited(size_t piece) const;

  const ReadView& view_;
  const CitationNeeds needs_;
  EvidenceWalk walk_;
  RecordSort kept_;      ///< edges in their order: key, sums, pieces
  RecordSort requests_;  ///< article, begin of the sentence; number of the piece, code points of the sentence, 1 for
                         ///< the best piece
  RecordSort answers_;   ///< number of the piece; text, publisher, address, origin
  uint64_t cited_ = 0;   ///< pieces that requests_ has
  std::vector<Piece> pieces_;  ///< of one edge
  std::string bytes_;
  EvidenceValue value_;
  std::vector<Evidence> evidence_;  ///< of one edge; kept for the memory of its strings
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_CITED_EDGES_H_
