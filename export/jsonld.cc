#include "export/jsonld.h"

#include <array>
#include <cstdio>
#include <set>
#include <vector>

#include "export/text.h"

namespace actant {
namespace {

constexpr std::string_view kInstance = "i:";

std::string_view classes_of(const Node& node) {
  switch (node.type) {
    case EntityType::kPerson: return R"(["schema:Person","foaf:Person"])";
    case EntityType::kOrganization:
      return node.sector == "GOV" ? R"(["schema:GovernmentOrganization","org:Organization"])"
                                  : R"(["schema:Organization","org:Organization"])";
    case EntityType::kPlace: return R"(["schema:Place"])";
    case EntityType::kGroup: return R"(["ns:Group","foaf:Group"])";
    case EntityType::kEvent: return R"(["schema:Event"])";
    case EntityType::kTopic: return R"(["skos:Concept"])";
    case EntityType::kStatement: return R"(["schema:Quotation"])";
  }
  return R"(["skos:Concept"])";
}

void field(std::string& out, std::string_view key) {
  out += ",\"";
  out += key;
  out += "\":";
}

void text_field(std::string& out, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  field(out, key);
  append_json_string(out, value);
}

template <typename T>
void number_field(std::string& out, std::string_view key, T value) {
  field(out, key);
  append_number(out, value);
}

void instance(std::string& out, std::string_view id) {
  out += '"';
  out += kInstance;
  out += id;
  out += '"';
}

void instance_field(std::string& out, std::string_view key, std::string_view id) {
  field(out, key);
  instance(out, id);
}

bool digits(std::string_view text) {
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return !text.empty();
}

// The XML Schema type of an ISO 8601 date by its precision; empty when it is none (then it is written as plain text).
std::string_view date_type(std::string_view date) {
  const bool year = date.size() >= 4 && digits(date.substr(0, 4));
  if (year && date.size() == 4) return "xsd:gYear";
  const bool month = year && date.size() >= 7 && date[4] == '-' && digits(date.substr(5, 2));
  if (month && date.size() == 7) return "xsd:gYearMonth";
  if (month && date.size() == 10 && date[7] == '-' && digits(date.substr(8, 2))) return "xsd:date";
  return {};
}

void append_date(std::string& out, std::string_view date) {
  const std::string_view type = date_type(date);
  if (type.empty()) {
    append_json_string(out, date);
    return;
  }
  out += "{\"@type\":\"";
  out += type;
  out += "\",\"@value\":\"";
  out += date;
  out += "\"}";
}

void date_field(std::string& out, std::string_view key, std::string_view date) {
  if (date.empty()) return;
  field(out, key);
  append_date(out, date);
}

template <typename Items, typename Append>
void list_field(std::string& out, std::string_view key, const Items& items, Append append) {
  if (items.empty()) return;
  field(out, key);
  out += '[';
  bool first = true;
  for (const auto& item : items) {
    if (!first) out += ',';
    first = false;
    append(item);
  }
  out += ']';
}

// Opens the next node object of the graph: `@type` before `@id`, as the streaming profile wants it.
void open_object(std::string& out, bool& first, std::string_view types, std::string_view id) {
  out += first ? "\n{" : ",\n{";
  first = false;
  if (!types.empty()) {
    out += "\"@type\":";
    out += types;
    out += ',';
  }
  out += "\"@id\":";
  instance(out, id);
}

std::string predicate_iri(const Edge& edge) {
  if (edge.key.relation != RelationType::kOpen) return "ns:" + std::string(relation_info(edge.key.relation).id);
  std::string local;
  append_iri(local, clean_name(edge.open_lemma));
  return "ns:open-" + local;
}

// Only what the publisher itself asserts as a fact stands as a plain triple.
bool is_asserted(const Edge& edge) {
  return !edge.key.negated && edge.key.modality == Modality::kActual && edge.attributed < edge.statements;
}

std::string evidence_id(const std::string& edge_id, const Evidence& piece, size_t ordinal) {
  const std::string key = edge_id + piece.article.to_string() + ":" + std::to_string(piece.sentence.begin) + ":" +
                          std::to_string(piece.sentence.end) + ":" + std::to_string(ordinal);
  std::array<char, 24> text;
  std::snprintf(text.data(), text.size(), "m-%016llx", static_cast<unsigned long long>(stable_hash(key)));
  return text.data();
}

}  // namespace

void JsonldWriter::begin(const ExportHeader& header, std::string& out) {
  first_ = true;
  out += "{\"@context\": {";
  out += jsonld_context();
  for (const RelationInfo& info : relations()) {
    out += ",\n\"";
    out += info.id;
    out += "\": {\"@id\": \"ns:";
    out += info.id;
    out += "\", \"@type\": \"@id\"}";
  }
  std::string base;
  append_iri(base, options_.base_iri.empty() ? "urn:x-actant:" + header.uuid + ":" : options_.base_iri);
  out += ",\n\"i\": {\"@id\": ";
  append_json_string(out, base);
  out += ", \"@prefix\": true}},\n\"@graph\": [";
  open_object(out, first_, R"(["prov:SoftwareAgent"])", "actant");
  text_field(out, "prefLabel", "actant");
  text_field(out, "softwareVersion", options_.program_version);
  out += '}';
  open_object(out, first_, R"(["prov:Activity"])", "build");
  text_field(out, "startedAtTime", header.created);
  instance_field(out, "wasAssociatedWith", "actant");
  out += '}';
}

void JsonldWriter::node(const Node& node, std::string& out) {
  open_object(out, first_, classes_of(node), node.id.to_string());
  if (node.type == EntityType::kStatement) {
    text_field(out, "text", clean_text(node.statement_text));
  } else {
    text_field(out, "prefLabel", clean_name(node.name));
  }
  std::set<std::string> aliases;
  for (const Alias& alias : node.aliases) {
    std::string name = clean_name(alias.name);
    if (!name.empty()) aliases.insert(std::move(name));
  }
  list_field(out, "altLabel", aliases, [&](const std::string& alias) { append_json_string(out, alias); });
  list_field(out, "sameAs", node.same_as, [&](const std::string& iri) {
    std::string escaped;
    append_iri(escaped, iri);
    append_json_string(out, escaped);
  });
  number_field(out, "mentions", node.mentions);
  number_field(out, "articles", static_cast<uint64_t>(node.articles));
  date_field(out, "firstDate", node.first_date);
  date_field(out, "lastDate", node.last_date);
  text_field(out, "actorCountry", node.actor_country);
  text_field(out, "sector", node.sector);
  out += '}';
}

void JsonldWriter::edge(const ExportEdge& item, std::string& out) {
  const Edge& edge = item.edge;
  const std::string id = edge.key.to_string();
  if (is_asserted(edge)) {
    open_object(out, first_, {}, edge.key.subject.to_string());
    field(out, edge.key.relation == RelationType::kOpen ? predicate_iri(edge) : relation_info(edge.key.relation).id);
    // Open predicates have no term in the context, so the object says itself that it is an IRI.
    if (edge.key.relation == RelationType::kOpen) out += "{\"@id\":";
    instance(out, edge.key.object.to_string());
    out += edge.key.relation == RelationType::kOpen ? "}}" : "}";
  }
  std::set<std::string> times, titles;
  std::set<NodeId> speakers, places;
  std::vector<std::string> derived;
  for (const Evidence& piece : item.evidence) {
    if (!piece.time.empty()) times.insert(piece.time);
    if (!piece.title.empty()) titles.insert(clean_name(piece.title));
    if (piece.attributed_to) speakers.insert(piece.attributed_to);
    if (piece.place) places.insert(piece.place);
    derived.push_back(evidence_id(id, piece, derived.size()));
  }
  open_object(out, first_, R"(["ns:Statement"])", id);
  instance_field(out, "subject", edge.key.subject.to_string());
  text_field(out, "predicate", predicate_iri(edge));
  instance_field(out, "object", edge.key.object.to_string());
  field(out, "negated");
  out += edge.key.negated ? "true" : "false";
  text_field(out, "modality", modality_name(edge.key.modality));
  const auto append_node = [&](NodeId node) { instance(out, node.to_string()); };
  list_field(out, "attributedTo", speakers, append_node);
  list_field(out, "eventTime", times, [&](const std::string& time) { append_date(out, time); });
  list_field(out, "place", places, append_node);
  list_field(out, "title", titles, [&](const std::string& title) { append_json_string(out, title); });
  number_field(out, "confidence", edge.confidence);
  number_field(out, "articles", static_cast<uint64_t>(edge.articles));
  list_field(out, "derivedFrom", derived, [&](const std::string& piece) { instance(out, piece); });
  out += '}';
  for (size_t i = 0; i < item.evidence.size(); ++i) evidence(derived[i], item.evidence[i], out);
}

void JsonldWriter::evidence(const std::string& id, const Evidence& piece, std::string& out) {
  open_object(out, first_, R"(["oa:SpecificResource"])", id);
  instance_field(out, "source", piece.article.to_string());
  const std::array<std::string, 2> selectors = {id + "-position", id + "-quote"};
  list_field(out, "selector", selectors, [&](const std::string& selector) { instance(out, selector); });
  number_field(out, "confidence", piece.confidence);
  out += '}';
  open_object(out, first_, R"(["oa:TextPositionSelector"])", selectors[0]);
  number_field(out, "start", static_cast<uint64_t>(piece.sentence.begin));
  number_field(out, "end", static_cast<uint64_t>(piece.sentence.end));
  out += '}';
  open_object(out, first_, R"(["oa:TextQuoteSelector"])", selectors[1]);
  text_field(out, "exact", clean_text(piece.text));
  out += '}';
}

void JsonldWriter::article(const Article& article, std::string& out) {
  open_object(out, first_, R"(["schema:NewsArticle"])", article.id.to_string());
  text_field(out, "identifier", clean_name(article.info.id));
  text_field(out, "headline", clean_name(article.info.title));
  if (!article.info.url.empty()) {
    std::string iri;
    append_iri(iri, clean_name(article.info.url));
    text_field(out, "url", iri);
  }
  date_field(out, "datePublished", article.info.date);
  text_field(out, "publisher", clean_name(article.info.source));
  text_field(out, "inLanguage", clean_name(article.info.language));
  out += '}';
}

void JsonldWriter::end(std::string& out) { out += "\n]}\n"; }

}  // namespace actant
