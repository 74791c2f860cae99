#include "tools/cli/csv_output.h"

#include <cstdio>

#include "tools/cli/text_format.h"

namespace actant {
namespace {

std::string probability(double value) {
  char text[16];
  std::snprintf(text, sizeof text, "%.4f", value);
  return text;
}

void add(std::string& line, std::string_view field) {
  if (!line.empty()) line += ',';
  line += csv_field(field);
}

void add_node(std::string& line, const Node& node) {
  add(line, node.id.to_string());
  add(line, node.type == EntityType::kStatement ? node.statement_text : node.name);
  add(line, entity_type_name(node.type));
}

}  // namespace

std::string csv_field(std::string_view text) {
  const std::string clean = printable(text);
  if (clean.find_first_of(",\"") == std::string::npos) return clean;
  std::string quoted = "\"";
  for (const char c : clean) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

std::string node_csv(const Node& node) {
  return node.id.to_string() + ',' + csv_field(node.type == EntityType::kStatement ? node.statement_text : node.name) +
         ',' + std::string(entity_type_name(node.type));
}

std::string edge_csv_header() {
  return "id,subject_id,subject,subject_type,relation,object_id,object,object_type,negated,modality,articles,"
         "statements,"
         "attributed,confidence,first_date,last_date\n";
}

std::string edge_csv(const ShownEdge& shown, NodeNames& names) {
  const Edge& edge = shown.edge;
  std::string line = edge.key.to_string();
  add_node(line, names.of(shown.subject()));
  std::string relation(relation_info(edge.key.relation).id);
  if (!edge.open_lemma.empty()) relation += ":" + edge.open_lemma;
  add(line, relation);
  add_node(line, names.of(shown.object()));
  add(line, edge.key.negated ? "true" : "false");
  add(line, modality_name(edge.key.modality));
  add(line, std::to_string(edge.articles));
  add(line, std::to_string(edge.statements));
  add(line, std::to_string(edge.attributed));
  add(line, probability(edge.confidence));
  add(line, edge.first_date);
  add(line, edge.last_date);
  return line + "\n";
}

}  // namespace actant
