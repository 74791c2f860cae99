#include "export/registry.h"

#include <array>
#include <string>

#include "export/dot.h"
#include "export/ftm.h"
#include "export/gephi_csv.h"
#include "export/gexf.h"
#include "export/graphml.h"
#include "export/graphrag.h"
#include "export/html.h"
#include "export/jsonld.h"
#include "export/neo4j_csv.h"
#include "export/nquads.h"
#include "export/turtle.h"
#include "export/viewer_json.h"
#include "graph/model/error.h"

namespace actant {
namespace {

template <typename T>
std::unique_ptr<Writer> make(const WriterOptions& options) {
  return std::make_unique<T>(options);
}

constexpr std::array<Format, 14> kFormats = {{
    {"graphml", ".graphml", "application/graphml+xml", "GraphML for Gephi, networkx, igraph, Cytoscape",
     make<GraphmlWriter>},
    {"gexf", ".gexf", "application/gexf+xml", "GEXF 1.3 for Gephi, with time and looks", make<GexfWriter>},
    {"html", ".html", "text/html", "one page that shows the graph in a browser, offline", make<HtmlWriter>},
    {"jsonld", ".jsonld", "application/ld+json", "JSON-LD 1.1 with reified provenance, for RDF tools",
     make<JsonldWriter>},
    {"nquads", ".nq", "application/n-quads", "N-Quads, the same triples one a line", make<NquadsWriter>},
    {"turtle", ".ttl", "text/turtle", "Turtle, the same triples for human eyes", make<TurtleWriter>},
    {"trig", ".trig", "application/trig", "TriG, which is Turtle with named graphs", make<TrigWriter>},
    {"gephi-csv", "", "text/csv", "a folder with nodes.csv and edges.csv for Gephi", make<GephiCsvWriter>},
    {"neo4j-csv", "", "text/csv", "a folder of tables for neo4j-admin database import", make<Neo4jCsvWriter>},
    {"graphrag", "", "text/csv", "a folder of tables for GraphRAG's bring your own graph", make<GraphragWriter>},
    {"graphology", ".json", "application/json", "graphology JSON for Gephi Lite and sigma.js", make<GraphologyWriter>},
    {"cytoscape", ".cyjs", "application/json", "JSON for Cytoscape and Cytoscape.js", make<CytoscapeWriter>},
    {"ftm", ".ftm.json", "application/json+ftm", "FollowTheMoney for Aleph and OpenSanctions tools", make<FtmWriter>},
    {"dot", ".dot", "text/vnd.graphviz", "DOT for Graphviz", make<DotWriter>},
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
  const Format* best = nullptr;
  for (const Format& format : kFormats) {
    if (format.extension.empty() || !path.ends_with(format.extension)) continue;
    if (!best || format.extension.size() > best->extension.size()) best = &format;
  }
  return best;
}

std::unique_ptr<Writer> make_writer(std::string_view name, const WriterOptions& options) {
  if (const Format* format = find_format(name)) return format->make(options);
  std::string known;
  for (const Format& format : kFormats) known += (known.empty() ? "" : ", ") + std::string(format.name);
  throw InvalidArgument("unknown export format `" + std::string(name) + "`; known: " + known);
}

}  // namespace actant
