#ifndef ACTANT_EXPORT_GEXF_H_
#define ACTANT_EXPORT_GEXF_H_

#include "export/day_spans.h"
#include "export/writer.h"

namespace actant {

/// GEXF 1.3 (gexf.net) with time, for the timeline of Gephi, and with looks: an edge exists on the days of its
/// articles, a node on those of its edges (see DaySpans). Uses WriterOptions::gexf_12, time and dynamic_weights.
class GexfWriter : public Writer {
 public:
  explicit GexfWriter(const WriterOptions& options);
  WriterNeeds needs() const override { return {.all_evidence = true, .surroundings = NodeDetail::kDays}; }
  void begin(const ExportHeader& header, Buffers& out) override;
  void node(const ExportNode& item, Buffers& out) override;
  void edge(const ExportEdge& item, Buffers& out) override;
  void end(Buffers& out) override;

 private:
  void open_edges(std::string& out);
  void append_times(std::string& out, std::span<const DaySpan> spans) const;
  void append_spells(std::string& out, std::span<const DaySpan> spans) const;
  void append_weights(std::string& out, std::span<const DaySpan> spans) const;

  WriterOptions options_;
  DaySpans days_;  // of the node or edge at hand
  bool edges_open_ = false;
};

}  // namespace actant

#endif  // ACTANT_EXPORT_GEXF_H_
