#ifndef ACTANT_EXPORT_DOT_H_
#define ACTANT_EXPORT_DOT_H_

#include "export/writer.h"

namespace actant {

/// Graphviz DOT. Graphviz takes minutes for thousands of edges, so more than kMostEdges need
/// WriterOptions::allow_large.
class DotWriter : public Writer {
 public:
  static constexpr uint64_t kMostEdges = 5000;

  explicit DotWriter(const WriterOptions& options) : options_(options) {}
  WriterNeeds needs() const override { return {.texts = CitationNeeds::Texts::kNoTexts, .best_article = false}; }
  void begin(const ExportHeader& header, Buffers& out) override;
  void node(const ExportNode& item, Buffers& out) override;
  /// \throws InvalidArgument for an edge too many.
  void edge(const ExportEdge& item, Buffers& out) override;
  void end(Buffers& out) override;

 private:
  WriterOptions options_;
  uint64_t edges_ = 0;
};

}  // namespace actant

#endif  // ACTANT_EXPORT_DOT_H_
