#ifndef ACTANT_EXPORT_NQUADS_H_
#define ACTANT_EXPORT_NQUADS_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "export/rdf_writer.h"
#include "graph/store/record_sort.h"

namespace actant {

/// RDF 1.1 N-Quads (w3.org/TR/n-quads), one statement a line, the lines sorted by their bytes (`LC_ALL=C sort` changes
/// nothing), so that two exports can be compared line by line; without named graphs it is N-Triples too. The triples
/// are those of the JSON-LD export.
///
/// Ids sort by their letters: articles, the run, nodes `e-` to `l-`, evidence `m-`, nodes `o-` and `p-`, statements
/// `r-`, nodes `s-` and `t-`. What comes at another time waits in temporary files: the evidence (the sentence and 32
/// bytes for each piece), triples of nodes (150 bytes each), and the last nodes. Uses WriterOptions::temporary_folder
/// for them.
class NquadsWriter : public RdfWriter {
 public:
  explicit NquadsWriter(const WriterOptions& options);
  WriterNeeds needs() const override;
  void begin(const ExportHeader& header, Buffers& out) override;
  void edge_ahead(const ExportEdge& item, Buffers& out) override;
  void article(const Article& article, Buffers& out) override;
  void node(const ExportNode& item, Buffers& out) override;
  void edge(const ExportEdge& item, Buffers& out) override;
  void end(Buffers& out) override;

 protected:
  std::unique_ptr<RdfSink> start(const std::string& base, Buffers& files) override;

 private:
  const std::vector<std::string_view>& sorted_lines();
  void write_lines(std::string& out);
  void write_run(Buffers& out);
  void write_evidence(Buffers& out);
  void write_line(std::string_view prefix, std::string_view line, bool held, Buffers& out);

  std::string prefix_;  ///< `<` and the IRI that instances begin with: all lines begin with it
  std::string lines_;   ///< of the resource under way, as the sink writes them
  std::string run_;     ///< the lines of the run and its program until they are due
  std::vector<std::string_view> views_;
  RecordSort triples_;                      ///< lines without prefix_ and line end
  RecordSort evidence_;                     ///< u64 hash of the id, big-endian; article, span, confidence, text
  RecordSort held_;                         ///< lines of nodes behind the statements
  std::optional<std::string_view> triple_;  ///< the next of triples_
  bool nodes_begun_ = false, evidence_written_ = false;
};

/// Appends a literal with its quotes, escaped as N-Triples and Turtle want it.
void append_rdf_literal(std::string& out, std::string_view text);

}  // namespace actant

#endif  // ACTANT_EXPORT_NQUADS_H_
