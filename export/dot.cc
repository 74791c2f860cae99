#include "export/dot.h"

#include "export/node_text.h"
#include "export/text.h"
#include "graph/model/error.h"

namespace actant {
namespace {

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  size_t done = 0;  // what needs no escape is copied in one piece
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '"' && text[i] != '\\') continue;
    out.append(text, done, i - done) += '\\';
    done = i;
  }
  out.append(text, done) += '"';
}

void attribute(std::string& out, std::string_view name, std::string_view value) {
  out += name;
  out += '=';
  append_quoted(out, value);
}

// Inches between neighbours in `neato -n`, which takes positions in points.
constexpr double kPointsPerUnit = 4;

}  // namespace

void DotWriter::begin(const ExportHeader& header, Buffers& files) {
  files[0] += "digraph actant {\ngraph [charset=\"UTF-8\", comment=\"graph " + header.uuid + "\"]\n";
  files[0] += "node [shape=\"ellipse\", fontname=\"Helvetica\"]\nedge [fontname=\"Helvetica\", fontsize=\"9\"]\n";
}

void DotWriter::node(const ExportNode& item, Buffers& files) {
  std::string& out = files[0];
  append_quoted(out, item.node.id.to_string());
  out += " [";
  attribute(out, "label", node_label(item.node));
  out += ", ";
  attribute(out, "node_type", entity_type_name(item.node.type));
  if (item.look) {
    out += ", style=\"filled\", fontcolor=\"white\", ";
    attribute(out, "fillcolor", hex_of(item.look->color));
    out += ", pos=\"";
    append_number(out, item.look->x * kPointsPerUnit);
    out += ',';
    append_number(out, item.look->y * kPointsPerUnit);
    out += '"';
  }
  out += "]\n";
}

void DotWriter::edge(const ExportEdge& item, Buffers& files) {
  if (++edges_ > kMostEdges && !options_.allow_large) {
    throw InvalidArgument(
        "more than " + std::to_string(kMostEdges) +
        " edges, for which Graphviz takes very long; select with --min-articles, --top or --around, or give "
        "--force");
  }
  const Edge& edge = item.edge;
  std::string& out = files[0];
  append_quoted(out, edge.key.subject.to_string());
  out += " -> ";
  append_quoted(out, edge.key.object.to_string());
  out += " [";
  attribute(out, "label", edge_kind(edge));
  out += ", weight=\"";
  append_number(out, static_cast<uint64_t>(edge_weight(edge)));
  out += "\", ";
  attribute(out, "id", edge.key.to_string());
  out += ", ";
  attribute(out, "relation", edge_relation(edge));
  if (edge.key.negated || edge.key.modality != Modality::kActual) out += ", style=\"dashed\"";
  out += "]\n";
}

void DotWriter::end(Buffers& files) { files[0] += "}\n"; }

}  // namespace actant
