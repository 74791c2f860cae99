#ifndef ACTANT_EXPORT_RDF_WRITER_H_
#define ACTANT_EXPORT_RDF_WRITER_H_

#include <memory>
#include <string>
#include <string_view>

#include "export/rdf.h"
#include "export/writer.h"

namespace actant {

/// Says the graph in RDF, whatever the syntax, so that all RDF exports of one graph hold the same triples. Three layers: nodes
/// and plain triples of what the publisher asserts; statements with their qualifiers; evidence with text selectors of the Web
/// Annotation model, and the articles. The vocabulary is in export/formats.md and export/ontology.ttl.
/// Uses WriterOptions::base_iri, provenance and program_version.
class RdfWriter : public Writer {
 public:
  explicit RdfWriter(const WriterOptions& options) : options_(options) {}
  WriterNeeds needs() const override { return {.all_evidence = true, .texts = CitationNeeds::Texts::kAll, .best_article = false, .articles = true}; }
  void begin(const ExportHeader& header, Buffers& out) override;
  void node(const ExportNode& item, Buffers& out) override;
  void edge(const ExportEdge& item, Buffers& out) override;
  void article(const Article& article, Buffers& out) override;
  void end(Buffers& out) override;

 protected:
  /// Starts the file: makes the sink that appends to files[0]. `base` is the IRI that instances begin with, encoded.
  virtual std::unique_ptr<RdfSink> start(const std::string& base, Buffers& files) = 0;
  virtual void finish(std::string&) {}
  const WriterOptions& options() const { return options_; }

 private:
  void statement(const ExportEdge& item, const std::string& id, const std::string& predicate);
  void times(const std::string& id, const std::vector<std::string>& intervals);
  void evidence(const std::string& id, const Evidence& piece);

  WriterOptions options_;
  std::unique_ptr<RdfSink> sink_;
};

}  // namespace actant

#endif  // ACTANT_EXPORT_RDF_WRITER_H_
