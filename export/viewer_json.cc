#include "export/viewer_json.h"

#include "export/json_object.h"
#include "export/node_text.h"
#include "export/text.h"

namespace actant {
namespace {

// What both formats say of a node but its place and id.
void node_fields(JsonObject& object, const ExportNode& item) {
  const Node& node = item.node;
  object.text("label", node_label(node))
      .text("node_type", entity_type_name(node.type))
      .text("aliases", joined_aliases(node));
  object.count("mentions", node.mentions).count("articles", node.articles);
  object.text("first_date", node.first_date).text("last_date", node.last_date);
  object.text("actor_country", node.actor_country).text("sector", node.sector);
  object.text("color", hex_of(item.look ? item.look->color : color_of_type(node.type)));
  if (item.look) object.number("size", static_cast<double>(item.look->size));
  if (item.look && item.look->community) object.count("community", item.look->community);
}

void edge_fields(JsonObject& object, const ExportEdge& item) {
  const Edge& edge = item.edge;
  const RelationInfo& info = relation_info(edge.key.relation);
  object.text("label", edge_kind(edge)).text("relation", edge_relation(edge)).number("weight", edge_weight(edge));
  object.text("modality", modality_name(edge.key.modality)).flag("negated", edge.key.negated);
  object.flag("symmetric", info.symmetric).count("articles", edge.articles).count("statements", edge.statements);
  object.count("attributed", edge.attributed).number("confidence", edge.confidence);
  object.text("first_date", edge.first_date).text("last_date", edge.last_date).text("cameo", info.cameo);
  object.text("plover", info.plover).text("evidence", quotation(item.evidence));
  if (item.article)
    object.text("source_url", article_url(*item.article)).text("origin", clean_name(item.article->origin));
}

void next_line(std::string& out, uint64_t& count) { out += count++ == 0 ? "\n" : ",\n"; }

}  // namespace

void GraphologyWriter::begin(const ExportHeader& header, Buffers& files) {
  files[0] += "{\"attributes\":{\"name\":\"actant " + header.uuid + "\"},";
  files[0] += "\"options\":{\"type\":\"directed\",\"multi\":true,\"allowSelfLoops\":true},\n\"nodes\":[";
}

void GraphologyWriter::node(const ExportNode& item, Buffers& files) {
  std::string& out = files[0];
  next_line(out, nodes_);
  JsonObject object(out);
  object.text("key", item.node.id.to_string()).key("attributes");
  JsonObject attributes(out);
  // Without a layout, the sequence R2 (see force_atlas2.cc) covers a square evenly whatever the number of nodes.
  x_ += 0.7548776662466927;
  y_ += 0.5698402909980532;
  x_ -= x_ >= 1 ? 1 : 0;
  y_ -= y_ >= 1 ? 1 : 0;
  attributes.number("x", item.look ? static_cast<double>(item.look->x) : (x_ - 0.5) * 1000);
  attributes.number("y", item.look ? static_cast<double>(item.look->y) : (y_ - 0.5) * 1000);
  if (!item.look) attributes.number("size", 3);
  node_fields(attributes, item);
}

void GraphologyWriter::open_edges(std::string& out) {
  if (!edges_open_) out += "\n],\n\"edges\":[";
  edges_open_ = true;
}

void GraphologyWriter::edge(const ExportEdge& item, Buffers& files) {
  std::string& out = files[0];
  open_edges(out);
  next_line(out, edges_);
  JsonObject object(out);
  const EdgeKey& key = item.edge.key;
  object.text("key", key.to_string()).text("source", key.subject.to_string()).text("target", key.object.to_string());
  object.key("attributes");
  JsonObject attributes(out);
  edge_fields(attributes, item);
}

void GraphologyWriter::end(Buffers& files) {
  open_edges(files[0]);
  files[0] += "\n]}\n";
}

void CytoscapeWriter::begin(const ExportHeader& header, Buffers& files) {
  files[0] +=
      "{\"format_version\":\"1.0\",\"generated_by\":\"actant\",\"data\":{\"name\":\"actant " + header.uuid + "\"},\n";
  files[0] += "\"elements\":{\"nodes\":[";
}

void CytoscapeWriter::node(const ExportNode& item, Buffers& files) {
  std::string& out = files[0];
  next_line(out, nodes_);
  JsonObject object(out);
  object.key("data");
  {
    JsonObject data(out);
    data.text("id", item.node.id.to_string());
    data.text("name", node_label(item.node));  // what Cytoscape (the program) shows
    node_fields(data, item);
  }
  if (!item.look) return;
  object.key("position");
  JsonObject position(out);  // y grows downwards here
  position.number("x", static_cast<double>(item.look->x)).number("y", -static_cast<double>(item.look->y));
}

void CytoscapeWriter::open_edges(std::string& out) {
  if (!edges_open_) out += "\n],\n\"edges\":[";
  edges_open_ = true;
}

void CytoscapeWriter::edge(const ExportEdge& item, Buffers& files) {
  std::string& out = files[0];
  open_edges(out);
  next_line(out, edges_);
  JsonObject object(out);
  object.key("data");
  JsonObject data(out);
  const EdgeKey& key = item.edge.key;
  data.text("id", key.to_string()).text("source", key.subject.to_string()).text("target", key.object.to_string());
  data.text("interaction", edge_kind(item.edge));
  edge_fields(data, item);
}

void CytoscapeWriter::end(Buffers& files) {
  open_edges(files[0]);
  files[0] += "\n]}}\n";
}

}  // namespace actant
