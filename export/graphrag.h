#ifndef ACTANT_EXPORT_GRAPHRAG_H_
#define ACTANT_EXPORT_GRAPHRAG_H_

#include <unordered_map>
#include <unordered_set>

#include "export/writer.h"
#include "graph/store/record_sort.h"

namespace actant {

/// The tables of GraphRAG's "bring your own graph": `entities.csv`, `relationships.csv`, `text_units.csv`, and
/// `documents.csv` with what is known of the articles. A text unit is a sentence that some edge rests on. GraphRAG
/// joins by title, so titles are made unique: the second node of a name is called `Name (p-764514adefa88b5)`.
///
/// Keeps title and degree of each node, about 100 bytes; the sentences are sorted on disk, where relationships wait
/// too. Uses WriterOptions::excel.
class GraphragWriter : public Writer {
 public:
  explicit GraphragWriter(const WriterOptions& options);
  std::span<const std::string_view> files() const override;
  WriterNeeds needs() const override {
    return {.all_evidence = true,
            .texts = CitationNeeds::Texts::kAll,
            .best_article = false,
            .articles = true,
            .surroundings = NodeDetail::kSentences,
            .nodes_ahead = true};
  }
  void begin(const ExportHeader& header, Buffers& out) override;
  void node_ahead(const Node& node) override;
  void node(const ExportNode& item, Buffers& out) override;
  void edge(const ExportEdge& item, Buffers& out) override;
  void article(const Article& article, Buffers& out) override;
  void end(Buffers& out) override;

 private:
  struct Known {
    std::string title;
    uint32_t degree = 0;
  };

  void relationships(Buffers& out);
  void text_unit(std::string_view key, const std::vector<std::string>& rows, Buffers& out);

  WriterOptions options_;
  std::unordered_map<uint64_t, Known> known_;
  std::unordered_set<uint64_t> titles_;  // hashes
  uint64_t nodes_ = 0, edges_ = 0, units_ = 0, documents_ = 0;
  RecordSort relationships_;  ///< rows that wait for the degrees of both ends, in their order
  RecordSort sentences_;      ///< for each edge that rests on one: article, begin and end, then fields for text_unit()
};

}  // namespace actant

#endif  // ACTANT_EXPORT_GRAPHRAG_H_
