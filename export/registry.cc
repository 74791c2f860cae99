#include "export/registry.h"

#include <array>
#include <string>

#include "export/graphml.h"
#include "export/jsonld.h"
#include "graph/model/error.h"

namespace actant {
namespace {

template <typename T>
std::unique_ptr<Writer> make(const WriterOptions& options) {
  return std::make_unique<T>(options);
}

constexpr std::array<Format, 2> kFormats = {{
    {"graphml", ".graphml", "application/graphml+xml", "GraphML for Gephi, networkx, igraph, Cytoscape", make<GraphmlWriter>},
    {"jsonld", ".jsonld", "application/ld+json", "JSON-LD 1.1 with reified provenance, for RDF tools", make<JsonldWriter>},
}};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* find_format(std::string_view name) {
  for (const Format& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

const Format* format_of_file(std::string_view path) {
  for (const Format& format : kFormats) {
    if (path.ends_with(format.extension)) return &format;
  }
  return nullptr;
}

std::unique_ptr<Writer> make_writer(std::string_view name, const WriterOptions& options) {
  if (const Format* format = find_format(name)) return format->make(options);
  std::string known;
  for (const Format& format : kFormats) known += (known.empty() ? "" : ", ") + std::string(format.name);
  throw InvalidArgument("unknown export format `" + std::string(name) + "`; known: " + known);
}

}  // namespace actant
