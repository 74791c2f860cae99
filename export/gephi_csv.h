#ifndef ACTANT_EXPORT_GEPHI_CSV_H_
#define ACTANT_EXPORT_GEPHI_CSV_H_

#include <string>

#include "export/day_spans.h"
#include "export/writer.h"

namespace actant {

/// `nodes.csv` and `edges.csv` for Gephi's spreadsheet import and for anyone who reads tables. Uses
/// WriterOptions::excel.
class GephiCsvWriter : public Writer {
 public:
  explicit GephiCsvWriter(const WriterOptions& options) : options_(options) {}
  std::span<const std::string_view> files() const override;
  WriterNeeds needs() const override { return {.all_evidence = true, .surroundings = NodeDetail::kDays}; }
  void begin(const ExportHeader& header, Buffers& out) override;
  void node(const ExportNode& item, Buffers& out) override;
  void edge(const ExportEdge& item, Buffers& out) override;
  void end(Buffers&) override {}

 private:
  std::string time_set();

  WriterOptions options_;
  DaySpans days_;  // of the node or edge at hand
};

}  // namespace actant

#endif  // ACTANT_EXPORT_GEPHI_CSV_H_
