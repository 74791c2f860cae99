#ifndef ACTANT_EXPORT_GRAPHML_H_
#define ACTANT_EXPORT_GRAPHML_H_

#include "export/writer.h"

namespace actant {

/// GraphML (graphml.graphdrawing.org) in the subset that Gephi, networkx, igraph, graphology and Cytoscape all read;
/// the rules are in export/formats.md. Uses WriterOptions::strict.
class GraphmlWriter : public Writer {
 public:
  explicit GraphmlWriter(const WriterOptions& options) : options_(options) {}
  void begin(const ExportHeader& header, Buffers& out) override;
  void node(const ExportNode& item, Buffers& out) override;
  void edge(const ExportEdge& item, Buffers& out) override;
  void end(Buffers& out) override;

 private:
  WriterOptions options_;
  std::string base_iri_;
};

}  // namespace actant

#endif  // ACTANT_EXPORT_GRAPHML_H_
