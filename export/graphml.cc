#include "export/graphml.h"

#include <array>
#include <span>
#include <string_view>

#include "export/node_text.h"
#include "export/text.h"

namespace actant {
namespace {

struct Key {
  std::string_view name;
  std::string_view type;
};

// Ids of the keys are n0, n1, ... and e0, e1, ... in this order: Gephi looks at the id before the name and must not
// find a special one there.
enum NodeKey {
  kNodeLabel,
  kNodeType,
  kAliases,
  kMentions,
  kNodeArticles,
  kNodeFirst,
  kNodeLast,
  kCountry,
  kSector,
  kIri,
  kX,
  kY,
  kSize,
  kRed,
  kGreen,
  kBlue,
  kCommunity
};
constexpr std::array<Key, 17> kNodeKeys = {{{"label", "string"},
                                            {"node_type", "string"},
                                            {"aliases", "string"},
                                            {"mentions", "int"},
                                            {"articles", "int"},
                                            {"first_date", "string"},
                                            {"last_date", "string"},
                                            {"actor_country", "string"},
                                            {"sector", "string"},
                                            {"iri", "string"},
                                            {"x", "float"},
                                            {"y", "float"},
                                            {"size", "float"},
                                            {"r", "int"},
                                            {"g", "int"},
                                            {"b", "int"},
                                            {"community", "int"}}};

enum EdgeKeyIndex {
  kEdgeLabel,
  kWeight,
  kRelation,
  kModality,
  kNegated,
  kSymmetric,
  kEdgeArticles,
  kStatements,
  kAttributed,
  kConfidence,
  kEdgeFirst,
  kEdgeLast,
  kCameo,
  kPlover,
  kEvidence,
  kSourceUrl,
  kOrigin
};
constexpr std::array<Key, 17> kEdgeKeys = {{{"label", "string"},
                                            {"weight", "double"},
                                            {"relation", "string"},
                                            {"modality", "string"},
                                            {"negated", "boolean"},
                                            {"symmetric", "boolean"},
                                            {"articles", "int"},
                                            {"statements", "int"},
                                            {"attributed", "int"},
                                            {"confidence", "double"},
                                            {"first_date", "string"},
                                            {"last_date", "string"},
                                            {"cameo", "string"},
                                            {"plover", "string"},
                                            {"evidence", "string"},
                                            {"source_url", "string"},
                                            {"origin", "string"}}};

void open_data(std::string& out, char letter, int key) {
  out += "<data key=\"";
  out += letter;
  append_number(out, static_cast<uint64_t>(key));
  out += "\">";
}

void data_text(std::string& out, char letter, int key, std::string_view value) {
  if (value.empty()) return;
  open_data(out, letter, key);
  append_xml_text(out, value);
  out += "</data>";
}

template <typename T>
void data_number(std::string& out, char letter, int key, T value) {
  open_data(out, letter, key);
  append_number(out, value);
  out += "</data>";
}

void data_bool(std::string& out, char letter, int key, bool value) {
  open_data(out, letter, key);
  out += value ? "true</data>" : "false</data>";
}

void append_keys(std::string& out, std::span<const Key> keys, char letter, std::string_view target) {
  for (size_t i = 0; i < keys.size(); ++i) {
    out += "<key id=\"";
    out += letter;
    append_number(out, static_cast<uint64_t>(i));
    out += "\" for=\"";
    out += target;
    out += "\" attr.name=\"";
    out += keys[i].name;
    out += "\" attr.type=\"";
    out += keys[i].type;
    out += "\"/>\n";
  }
}

}  // namespace

void GraphmlWriter::begin(const ExportHeader& header, Buffers& files) {
  base_iri_ = instance_base(options_, header);
  std::string& out = files[0];
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  // A comment and no data of the graph, which Gephi warns of.
  out += "<!-- actant " + options_.program_version + ", graph " + header.uuid + " -->\n";
  append_keys(out, kNodeKeys, 'n', "node");
  append_keys(out, kEdgeKeys, 'e', "edge");
  out += "<graph id=\"G\" edgedefault=\"directed\">\n";
}

void GraphmlWriter::node(const ExportNode& item, Buffers& files) {
  const Node& node = item.node;
  std::string& out = files[0];
  out += "<node id=\"";
  out += node.id.to_string();
  out += "\">";
  data_text(out, 'n', kNodeLabel, node_label(node));
  data_text(out, 'n', kNodeType, entity_type_name(node.type));
  data_text(out, 'n', kAliases, joined_aliases(node));
  data_number(out, 'n', kMentions, node.mentions);
  data_number(out, 'n', kNodeArticles, static_cast<uint64_t>(node.articles));
  data_text(out, 'n', kNodeFirst, node.first_date);
  data_text(out, 'n', kNodeLast, node.last_date);
  data_text(out, 'n', kCountry, node.actor_country);
  data_text(out, 'n', kSector, node.sector);
  open_data(out, 'n', kIri);
  append_xml_text(out, base_iri_ + node.id.to_string());
  out += "</data>";
  if (item.look) {
    data_number(out, 'n', kX, static_cast<double>(item.look->x));
    data_number(out, 'n', kY, static_cast<double>(item.look->y));
    data_number(out, 'n', kSize, static_cast<double>(item.look->size));
    data_number(out, 'n', kRed, static_cast<uint64_t>(item.look->color.r));
    data_number(out, 'n', kGreen, static_cast<uint64_t>(item.look->color.g));
    data_number(out, 'n', kBlue, static_cast<uint64_t>(item.look->color.b));
    if (item.look->community) data_number(out, 'n', kCommunity, static_cast<uint64_t>(item.look->community));
  }
  out += "</node>\n";
}

void GraphmlWriter::edge(const ExportEdge& item, Buffers& files) {
  std::string& out = files[0];
  const Edge& edge = item.edge;
  const RelationInfo& info = relation_info(edge.key.relation);
  const std::string kind = edge_kind(edge);
  out += "<edge id=\"";
  out += edge.key.to_string();
  out += "\" source=\"";
  out += edge.key.subject.to_string();
  out += "\" target=\"";
  out += edge.key.object.to_string();
  if (!options_.strict) {
    out += "\" label=\"";
    append_xml_attribute(out, kind);
  }
  out += "\">";
  data_text(out, 'e', kEdgeLabel, kind);
  data_number(out, 'e', kWeight, edge_weight(edge));
  data_text(out, 'e', kRelation, kind.substr(0, kind.find('~')));
  data_text(out, 'e', kModality, modality_name(edge.key.modality));
  data_bool(out, 'e', kNegated, edge.key.negated);
  data_bool(out, 'e', kSymmetric, info.symmetric);
  data_number(out, 'e', kEdgeArticles, static_cast<uint64_t>(edge.articles));
  data_number(out, 'e', kStatements, static_cast<uint64_t>(edge.statements));
  data_number(out, 'e', kAttributed, static_cast<uint64_t>(edge.attributed));
  data_number(out, 'e', kConfidence, edge.confidence);
  data_text(out, 'e', kEdgeFirst, edge.first_date);
  data_text(out, 'e', kEdgeLast, edge.last_date);
  data_text(out, 'e', kCameo, info.cameo);
  data_text(out, 'e', kPlover, info.plover);
  data_text(out, 'e', kEvidence, quotation(item.evidence));
  if (item.article) {
    data_text(out, 'e', kSourceUrl, article_url(*item.article));
    data_text(out, 'e', kOrigin, clean_name(item.article->origin));
  }
  out += "</edge>\n";
}

void GraphmlWriter::end(Buffers& files) { files[0] += "</graph>\n</graphml>\n"; }

}  // namespace actant
