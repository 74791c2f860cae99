#ifndef ACTANT_EXPORT_JSONLD_H_
#define ACTANT_EXPORT_JSONLD_H_

#include <string>
#include <string_view>

#include "export/writer.h"

namespace actant {

/// JSON-LD 1.1 in the streaming profile (w3.org/TR/json-ld11-streaming): `@context` first, then `@graph` with one flat node object
/// a line. Three layers: nodes and plain triples; reified statements with their qualifiers; evidence with text selectors of
/// the Web Annotation model and the articles. The vocabulary is in export/formats.md and export/ontology.ttl.
/// Uses WriterOptions::base_iri and program_version.
class JsonldWriter : public Writer {
 public:
  explicit JsonldWriter(const WriterOptions& options) : options_(options) {}
  bool wants_all_evidence() const override { return true; }
  bool wants_articles() const override { return true; }
  void begin(const ExportHeader& header, std::string& out) override;
  void node(const Node& node, std::string& out) override;
  void edge(const ExportEdge& edge, std::string& out) override;
  void article(const Article& article, std::string& out) override;
  void end(std::string& out) override;

 private:
  void evidence(const std::string& id, const Evidence& piece, std::string& out);

  WriterOptions options_;
  bool first_ = true;
};

/// The context as it stands in every file, but for the prefix `i` of the instances. export/context.jsonld holds the same.
std::string_view jsonld_context();

}  // namespace actant

#endif  // ACTANT_EXPORT_JSONLD_H_
