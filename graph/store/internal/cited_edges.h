#ifndef ACTANT_GRAPH_STORE_INTERNAL_CITED_EDGES_H_
#define ACTANT_GRAPH_STORE_INTERNAL_CITED_EDGES_H_

#include <functional>
#include <string>
#include <vector>

#include "graph/store/internal/edge_walk.h"

namespace actant::internal {

/// Store::for_each_cited_edge(): edges with their evidence, block by block. A block takes edges and evidence in their order, which
/// is one walk; then what they cite is looked up in the order of sentences and articles, which is a walk again, so that each
/// block of a table is read and unpacked once for a block of edges and not for each edge.
class CitedEdgeReader {
 public:
  CitedEdgeReader(const ReadView& view, const CitationNeeds& needs);

  void for_each(const std::function<bool(const Edge&)>& select, const std::function<bool(const CitedEdge&)>& visit);

 private:
  static constexpr uint32_t kNone = ~uint32_t{0};

  /// A piece of evidence; places and sizes are those of bytes_.
  struct Piece {
    ArticleId article;
    Span sentence;
    PackedDate published = 0;
    uint16_t confidence = 0;
    bool turned = false;  ///< the ends of a symmetric edge have changed sides
    uint32_t value = 0, value_size = 0;
    uint32_t text = 0, text_size = 0;
  };
  struct Item {
    EdgeKey key;
    EdgeAggregate sum;
    uint32_t first = 0, pieces = 0;  ///< in pieces_
    uint32_t source = kNone;         ///< in bytes_: the publisher and the address of the first piece's article
  };
  /// What is cited, sorted as it stands on disk.
  struct Request {
    ArticleId article;
    uint32_t begin = 0;
    uint32_t target = 0;  ///< a piece, or an item
    friend bool operator<(const Request& a, const Request& b) {
      return a.article != b.article ? a.article < b.article : a.begin < b.begin;
    }
  };

  void add(EdgeWalk::Members members, const EdgeAggregate& sum);
  void add_all_pieces(EdgeWalk::Members members);
  void add_best_piece(EdgeWalk::Members members);
  bool is_full() const;
  bool emit(const std::function<bool(const CitedEdge&)>& visit);
  void read_sentences();
  void read_articles();
  void fill(Evidence& evidence, const Piece& piece);
  void clear();

  const ReadView& view_;
  const CitationNeeds needs_;
  EdgeWalk walk_;
  ForwardIterator sentences_, articles_;
  std::vector<Item> items_;
  std::vector<Piece> pieces_;
  std::vector<Request> requests_;
  std::string bytes_;
  std::string best_;  // the value of the best piece so far
  EvidenceValue value_;
  std::vector<Evidence> evidence_;  // of one edge; kept for the memory of its strings
  double cited_bytes_ = 300;        // of an edge: the mean of the last block
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_CITED_EDGES_H_
