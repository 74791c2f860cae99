#ifndef ACTANT_EXPORT_JSONLD_H_
#define ACTANT_EXPORT_JSONLD_H_

#include <string>
#include <string_view>

#include "export/rdf_writer.h"

namespace actant {

/// JSON-LD 1.1 in the streaming profile (w3.org/TR/json-ld11-streaming): `@context` first, then `@graph` with one flat node object
/// a line, `@type` before `@id`.
class JsonldWriter : public RdfWriter {
 public:
  using RdfWriter::RdfWriter;

 protected:
  std::unique_ptr<RdfSink> start(const std::string& base, std::string& out) override;
  void finish(std::string& out) override;
};

/// The context as it stands in every file, but for the relations and the prefix `i` of the instances. export/context.jsonld
/// holds the same.
std::string_view jsonld_context();

}  // namespace actant

#endif  // ACTANT_EXPORT_JSONLD_H_
