#ifndef ACTANT_EXPORT_GRAPHML_H_
#define ACTANT_EXPORT_GRAPHML_H_

#include "export/writer.h"

namespace actant {

/// GraphML (graphml.graphdrawing.org) in the subset that Gephi, networkx, igraph, graphology and Cytoscape all read; the
/// rules are in export/formats.md. Uses WriterOptions::strict.
class GraphmlWriter : public Writer {
 public:
  explicit GraphmlWriter(const WriterOptions& options) : options_(options) {}
  void begin(const ExportHeader& header, std::string& out) override;
  void node(const Node& node, std::string& out) override;
  void edge(const ExportEdge& edge, std::string& out) override;
  void end(std::string& out) override;

 private:
  WriterOptions options_;
};

/// Name of the edge kind that keeps parallel edges apart in Gephi: `met-with`, `met-with~negated`, `aided~planned`.
std::string edge_kind(const Edge& edge);

}  // namespace actant

#endif  // ACTANT_EXPORT_GRAPHML_H_
