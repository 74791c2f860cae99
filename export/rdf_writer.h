#ifndef ACTANT_EXPORT_RDF_WRITER_H_
#define ACTANT_EXPORT_RDF_WRITER_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "export/rdf.h"
#include "export/writer.h"

namespace actant {

/// Says the graph in RDF, whatever the syntax, so that all RDF exports of one graph hold the same triples. Three
/// layers: nodes and plain triples of what the publisher asserts; statements with their qualifiers; evidence with text
/// selectors of the Web Annotation model, and the articles. The vocabulary is in export/formats.md and
/// export/ontology.ttl. Uses WriterOptions::base_iri, provenance and program_version.
class RdfWriter : public Writer {
 public:
  explicit RdfWriter(const WriterOptions& options) : options_(options) {}
  WriterNeeds needs() const override {
    return {.all_evidence = true,
            .texts = CitationNeeds::Texts::kAll,
            .best_article = false,
            .articles = true,
            .named_nodes = true};
  }
  void begin(const ExportHeader& header, Buffers& out) override;
  void node(const ExportNode& item, Buffers& out) override;
  void edge(const ExportEdge& item, Buffers& out) override;
  void article(const Article& article, Buffers& out) override;
  void end(Buffers& out) override;

 protected:
  // The parts of edge(), in its order.
  /// The triple itself: plain where the publisher asserts it, and with Provenance::kGraphs in the graph named by the
  /// statement.
  void triples(const Edge& edge);
  /// The statement with its qualifiers and the times it names. \return the ids of its pieces of evidence, valid until
  /// the next call.
  const std::vector<std::string>& statement(const ExportEdge& item);
  void evidence(const std::string& id, const Evidence& piece);
  /// `m-` and the hash of the piece, which is the `ordinal`th of its edge.
  static uint64_t evidence_hash(const std::string& edge_id, const Evidence& piece, size_t ordinal);
  static std::string evidence_id(uint64_t hash);

  /// Starts the file: makes the sink that appends to files[0]. `base` is the IRI that instances begin with, encoded.
  virtual std::unique_ptr<RdfSink> start(const std::string& base, Buffers& files) = 0;
  virtual void finish(std::string&) {}
  const WriterOptions& options() const { return options_; }

 private:
  void times(const std::string& id, const std::vector<std::string>& intervals);

  WriterOptions options_;
  std::unique_ptr<RdfSink> sink_;
  std::vector<std::string> derived_;  ///< of statement()
};

}  // namespace actant

#endif  // ACTANT_EXPORT_RDF_WRITER_H_
