#ifndef ACTANT_EXPORT_VIEWER_JSON_H_
#define ACTANT_EXPORT_VIEWER_JSON_H_

#include "export/writer.h"

namespace actant {

/// The serialized graph of graphology, which sigma.js and Gephi Lite open. Every node has a place: that of the layout,
/// or without one one spread evenly in the order of the ids.
class GraphologyWriter : public Writer {
 public:
  explicit GraphologyWriter(const WriterOptions&) {}
  void begin(const ExportHeader& header, Buffers& out) override;
  void node(const ExportNode& item, Buffers& out) override;
  void edge(const ExportEdge& item, Buffers& out) override;
  void end(Buffers& out) override;

 private:
  void open_edges(std::string& out);

  uint64_t nodes_ = 0, edges_ = 0;
  bool edges_open_ = false;
  double x_ = 0.5, y_ = 0.5;  // of the next node without a layout
};

/// The elements JSON of Cytoscape.js and Cytoscape (`.cyjs`).
class CytoscapeWriter : public Writer {
 public:
  explicit CytoscapeWriter(const WriterOptions&) {}
  void begin(const ExportHeader& header, Buffers& out) override;
  void node(const ExportNode& item, Buffers& out) override;
  void edge(const ExportEdge& item, Buffers& out) override;
  void end(Buffers& out) override;

 private:
  void open_edges(std::string& out);

  uint64_t nodes_ = 0, edges_ = 0;
  bool edges_open_ = false;
};

}  // namespace actant

#endif  // ACTANT_EXPORT_VIEWER_JSON_H_
