#ifndef ACTANT_EXPORT_NEO4J_CSV_H_
#define ACTANT_EXPORT_NEO4J_CSV_H_

#include "export/writer.h"

namespace actant {

/// Four tables with headers for `neo4j-admin database import full --id-type=string`: entities, articles, relations
/// between entities, and the sentences that relations rest on, as relations from entities to articles. Uses
/// WriterOptions::excel.
class Neo4jCsvWriter : public Writer {
 public:
  explicit Neo4jCsvWriter(const WriterOptions& options) : options_(options) {}
  std::span<const std::string_view> files() const override;
  WriterNeeds needs() const override {
    return {.all_evidence = true, .texts = CitationNeeds::Texts::kAll, .best_article = false, .articles = true};
  }
  void begin(const ExportHeader& header, Buffers& out) override;
  void node(const ExportNode& item, Buffers& out) override;
  void edge(const ExportEdge& item, Buffers& out) override;
  void article(const Article& article, Buffers& out) override;
  void end(Buffers&) override {}

 private:
  WriterOptions options_;
};

/// The type of a relation in upper snake case, as is usual in Neo4j: `met-with` gives `MET_WITH`.
std::string neo4j_type(const Edge& edge);

}  // namespace actant

#endif  // ACTANT_EXPORT_NEO4J_CSV_H_
