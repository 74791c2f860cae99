#include "export/gexf.h"

#include <array>
#include <span>

#include "export/node_text.h"
#include "export/text.h"

namespace actant {
namespace {

struct Attribute {
  std::string_view title;
  std::string_view type;
};

// Their ids are their numbers: graphology shows the title for numeric ids alone.
enum NodeAttribute { kType, kAliases, kMentions, kNodeArticles, kNodeFirst, kNodeLast, kCountry, kSector, kCommunity };
constexpr std::array<Attribute, 9> kNodeAttributes = {{{"node_type", "string"},
                                                       {"aliases", "liststring"},
                                                       {"mentions", "integer"},
                                                       {"articles", "integer"},
                                                       {"first_date", "string"},
                                                       {"last_date", "string"},
                                                       {"actor_country", "string"},
                                                       {"sector", "string"},
                                                       {"community", "integer"}}};

enum EdgeAttribute {
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
constexpr std::array<Attribute, 15> kEdgeAttributes = {{{"relation", "string"},
                                                        {"modality", "string"},
                                                        {"negated", "boolean"},
                                                        {"symmetric", "boolean"},
                                                        {"articles", "integer"},
                                                        {"statements", "integer"},
                                                        {"attributed", "integer"},
                                                        {"confidence", "double"},
                                                        {"first_date", "string"},
                                                        {"last_date", "string"},
                                                        {"cameo", "string"},
                                                        {"plover", "string"},
                                                        {"evidence", "string"},
                                                        {"source_url", "string"},
                                                        {"origin", "string"}}};

// The id is the one by which Gephi knows the column of weights.
constexpr std::string_view kDynamicWeight =
    "<attributes class=\"edge\" mode=\"dynamic\">\n<attribute id=\"weight\" title=\"Weight\" type=\"double\"/>\n</attributes>\n";

void append_declarations(std::string& out, std::string_view target, std::span<const Attribute> attributes) {
  out += "<attributes class=\"";
  out += target;
  out += "\" mode=\"static\">\n";
  for (size_t i = 0; i < attributes.size(); ++i) {
    out += "<attribute id=\"";
    append_number(out, static_cast<uint64_t>(i));
    out += "\" title=\"";
    out += attributes[i].title;
    out += "\" type=\"";
    out += attributes[i].type;
    out += "\"/>\n";
  }
  out += "</attributes>\n";
}

void open_value(std::string& out, int attribute) {
  out += "<attvalue for=\"";
  append_number(out, static_cast<uint64_t>(attribute));
  out += "\" value=\"";
}

void text_value(std::string& out, int attribute, std::string_view value) {
  if (value.empty()) return;
  open_value(out, attribute);
  append_xml_attribute(out, value);
  out += "\"/>";
}

template <typename T>
void number_value(std::string& out, int attribute, T value) {
  open_value(out, attribute);
  append_number(out, value);
  out += "\"/>";
}

void xml_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_xml_attribute(out, value);
  out += '"';
}

// `["A, B", "C"]`, which Gephi and graphology read as a list.
std::string list_value(const std::vector<std::string>& items) {
  std::string list;
  for (const std::string& item : items) {
    list += list.empty() ? "[" : ", ";
    append_json_string(list, item);
  }
  return list.empty() ? list : list + "]";
}

void number_attribute(std::string& out, std::string_view name, double value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_number(out, value);
  out += '"';
}

void day_attribute(std::string& out, std::string_view name, Day day) {
  out += name;
  append_day(out, day);
  out += '"';
}

void bounds_attributes(std::string& out, const DaySpan& span) {
  day_attribute(out, " start=\"", span.first);
  day_attribute(out, " end=\"", span.last);
}

void append_look(std::string& out, const Look& look) {
  out += "<viz:color r=\"";
  append_number(out, static_cast<uint64_t>(look.color.r));
  out += "\" g=\"";
  append_number(out, static_cast<uint64_t>(look.color.g));
  out += "\" b=\"";
  append_number(out, static_cast<uint64_t>(look.color.b));
  out += "\" a=\"1.0\"/><viz:position";
  number_attribute(out, "x", static_cast<double>(look.x));
  number_attribute(out, "y", static_cast<double>(look.y));
  out += " z=\"0.0\"/><viz:size";
  number_attribute(out, "value", static_cast<double>(look.size));
  out += "/>";
}

}  // namespace

GexfWriter::GexfWriter(const WriterOptions& options) : options_(options) {
  if (options_.gexf_12 && options_.time == TimeForm::kTimestamps) options_.time = TimeForm::kInterval;
}

void GexfWriter::begin(const ExportHeader& header, Buffers& files) {
  std::string& out = files[0];
  const std::string_view version = options_.gexf_12 ? "1.2" : "1.3";
  const std::string space = options_.gexf_12 ? "http://www.gexf.net/1.2draft" : "http://gexf.net/1.3";
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"" + space + "\" xmlns:viz=\"" + space +
         "/viz\" version=\"";
  out += version;
  out += "\">\n<meta lastmodifieddate=\"";
  // The day the graph was made, not today: two exports of one graph are the same bytes.
  const std::string day = first_day(header.created);
  out += day.empty() ? "1970-01-01" : day;
  out += "\">\n<creator>actant ";
  append_xml_text(out, options_.program_version);
  out += "</creator>\n<description>Who did what to whom, graph ";
  append_xml_text(out, header.uuid);
  out += "</description>\n</meta>\n<graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\"";
  if (!options_.gexf_12) {
    out += options_.time == TimeForm::kTimestamps ? " timerepresentation=\"timestamp\""
                                                  : " timerepresentation=\"interval\"";
    out += " timezone=\"UTC\"";
  }
  out += ">\n";
  append_declarations(out, "node", kNodeAttributes);
  append_declarations(out, "edge", kEdgeAttributes);
  if (options_.dynamic_weights) out += kDynamicWeight;
  out += "<nodes>\n";
}

// In the start tag; spells are elements of their own.
void GexfWriter::append_times(std::string& out, std::span<const DaySpan> spans) const {
  if (spans.empty()) return;
  if (options_.time == TimeForm::kInterval) bounds_attributes(out, spans.front());
  if (options_.time != TimeForm::kTimestamps) return;
  std::string set;
  append_time_set(set, spans);
  xml_attribute(out, "timestamps", set);
}

void GexfWriter::append_spells(std::string& out, std::span<const DaySpan> spans) const {
  if (options_.time != TimeForm::kSpells || spans.empty()) return;
  out += "<spells>";
  for (const DaySpan& span : spans) {
    out += "<spell";
    bounds_attributes(out, span);
    out += "/>";
  }
  out += "</spells>";
}

// What weighs at a time is the articles of that time.
void GexfWriter::append_weights(std::string& out, std::span<const DaySpan> spans) const {
  if (!options_.dynamic_weights) return;
  for (const DaySpan& span : spans) {
    out += "<attvalue for=\"weight\"";
    number_attribute(out, "value", static_cast<double>(span.articles));
    if (options_.time == TimeForm::kTimestamps) {
      day_attribute(out, " timestamp=\"", span.first);
    } else {
      bounds_attributes(out, span);
    }
    out += "/>";
  }
}

void GexfWriter::node(const ExportNode& item, Buffers& files) {
  const Node& node = item.node;
  std::string& out = files[0];
  days_.clear();
  if (item.surroundings) {
    for (const std::string& day : item.surroundings->days) days_.add(day);
  }
  const auto spans = days_.spans(options_.time);
  out += "<node";
  xml_attribute(out, "id", node.id.to_string());
  xml_attribute(out, "label", node_label(node));
  append_times(out, spans);
  out += "><attvalues>";
  text_value(out, kType, entity_type_name(node.type));
  text_value(out, kAliases, list_value(node_aliases(node)));
  number_value(out, kMentions, node.mentions);
  number_value(out, kNodeArticles, static_cast<uint64_t>(node.articles));
  text_value(out, kNodeFirst, node.first_date);
  text_value(out, kNodeLast, node.last_date);
  text_value(out, kCountry, node.actor_country);
  text_value(out, kSector, node.sector);
  if (item.look && item.look->community) number_value(out, kCommunity, static_cast<uint64_t>(item.look->community));
  out += "</attvalues>";
  append_spells(out, spans);
  if (item.look) append_look(out, *item.look);
  out += "</node>\n";
}

void GexfWriter::open_edges(std::string& out) {
  if (!edges_open_) out += "</nodes>\n<edges>\n";
  edges_open_ = true;
}

void GexfWriter::edge(const ExportEdge& item, Buffers& files) {
  const Edge& edge = item.edge;
  std::string& out = files[0];
  open_edges(out);
  const RelationInfo& info = relation_info(edge.key.relation);
  const std::string kind = edge_kind(edge);
  days_.clear();
  for (const Evidence& piece : item.evidence) days_.add(piece.published, piece.article);
  const auto spans = days_.spans(options_.time);
  out += "<edge";
  xml_attribute(out, "id", edge.key.to_string());
  xml_attribute(out, "source", edge.key.subject.to_string());
  xml_attribute(out, "target", edge.key.object.to_string());
  if (!options_.gexf_12) xml_attribute(out, "kind", kind);
  xml_attribute(out, "label", kind);
  number_attribute(out, "weight", edge_weight(edge));
  append_times(out, spans);
  out += "><attvalues>";
  append_weights(out, spans);
  text_value(out, kRelation, edge_relation(edge));
  text_value(out, kModality, modality_name(edge.key.modality));
  text_value(out, kNegated, edge.key.negated ? "true" : "false");
  text_value(out, kSymmetric, info.symmetric ? "true" : "false");
  number_value(out, kEdgeArticles, static_cast<uint64_t>(edge.articles));
  number_value(out, kStatements, static_cast<uint64_t>(edge.statements));
  number_value(out, kAttributed, static_cast<uint64_t>(edge.attributed));
  number_value(out, kConfidence, edge.confidence);
  text_value(out, kEdgeFirst, edge.first_date);
  text_value(out, kEdgeLast, edge.last_date);
  text_value(out, kCameo, info.cameo);
  text_value(out, kPlover, info.plover);
  text_value(out, kEvidence, quotation(item.evidence));
  if (item.article) {
    text_value(out, kSourceUrl, article_url(*item.article));
    text_value(out, kOrigin, clean_name(item.article->origin));
  }
  out += "</attvalues>";
  append_spells(out, spans);
  out += "</edge>\n";
}

void GexfWriter::end(Buffers& files) {
  open_edges(files[0]);
  files[0] += "</edges>\n</graph>\n</gexf>\n";
}

}  // namespace actant
