#ifndef ACTANT_EXPORT_JSONLD_H_
#define ACTANT_EXPORT_JSONLD_H_

#include <string>
#include <string_view>

#include "export/rdf_writer.h"

namespace actant {

/// JSON-LD 1.1 in the streaming profile (w3.org/TR/json-ld11-streaming): `@context` first, then `@graph` with one flat
/// node object a line, `@type` before `@id`. With WriterOptions::split a folder of such files, each with the whole
/// context and of at most that many triples (one object alone may have more); together they hold what one file would.
class JsonldWriter : public RdfWriter {
 public:
  /// Above this many triples in one file most processors, which hold the whole file, run out of memory.
  static constexpr uint64_t kManyTriples = 1'000'000;

  using RdfWriter::RdfWriter;
  std::span<const std::string_view> files() const override;
  std::string advice() const override;

 protected:
  std::unique_ptr<RdfSink> start(const std::string& base, Buffers& files) override;
  void finish(std::string& out) override;

 private:
  class Sink;
  Sink* lines_ = nullptr;  // what start() made
};

/// The context as it stands in every file, but for the relations and the prefix `i` of the instances.
/// export/context.jsonld holds the same.
std::string_view jsonld_context();

}  // namespace actant

#endif  // ACTANT_EXPORT_JSONLD_H_
