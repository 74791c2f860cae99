#ifndef ACTANT_EXPORT_NQUADS_H_
#define ACTANT_EXPORT_NQUADS_H_

#include "export/rdf_writer.h"

namespace actant {

/// RDF 1.1 N-Quads (w3.org/TR/n-quads), one statement a line; without named graphs it is N-Triples too. The triples are those of
/// the JSON-LD export.
class NquadsWriter : public RdfWriter {
 public:
  using RdfWriter::RdfWriter;

 protected:
  std::unique_ptr<RdfSink> start(const std::string& base, Buffers& files) override;
};

/// Appends a literal with its quotes, escaped as N-Triples and Turtle want it.
void append_rdf_literal(std::string& out, std::string_view text);

}  // namespace actant

#endif  // ACTANT_EXPORT_NQUADS_H_
