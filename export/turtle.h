#ifndef ACTANT_EXPORT_TURTLE_H_
#define ACTANT_EXPORT_TURTLE_H_

#include "export/rdf_writer.h"

namespace actant {

/// RDF 1.1 Turtle (w3.org/TR/turtle), with the prefixes of the JSON-LD context and `i:` for the instances; the triples
/// are those of the JSON-LD export. \throws InvalidArgument for Provenance::kGraphs: Turtle has no named graphs.
class TurtleWriter : public RdfWriter {
 public:
  explicit TurtleWriter(const WriterOptions& options);

 protected:
  std::unique_ptr<RdfSink> start(const std::string& base, Buffers& files) override;
};

/// RDF 1.1 TriG (w3.org/TR/trig): Turtle with named graphs.
class TrigWriter : public RdfWriter {
 public:
  using RdfWriter::RdfWriter;

 protected:
  std::unique_ptr<RdfSink> start(const std::string& base, Buffers& files) override;
};

}  // namespace actant

#endif  // ACTANT_EXPORT_TURTLE_H_
