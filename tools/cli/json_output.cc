#include "tools/cli/json_output.h"

#include <nlohmann/json.hpp>

namespace actant {
namespace {

using Json = nlohmann::ordered_json;

std::string to_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

void put_text(Json& json, const char* name, const std::string& text) {
  if (!text.empty()) json[name] = text;
}

/// Four digits: what the extractor's calibration can bear, and short to read.
double rounded(double value) { return static_cast<double>(static_cast<int64_t>(value * 10000 + 0.5)) / 10000; }

Json reference(const Node& node) {
  Json json{{"id", node.id.to_string()}};
  put_text(json, "name", node.type == EntityType::kStatement ? node.statement_text : node.name);
  json["type"] = entity_type_name(node.type);
  return json;
}

Json span_json(const Span& span) { return Json{{"start", span.begin}, {"end", span.end}}; }

Json article_json(const ArticleId& id, const Article* article) {
  Json json{{"id", id.to_string()}};
  if (article == nullptr) return json;
  put_text(json, "doc", article->info.id);
  put_text(json, "title", article->info.title);
  put_text(json, "date", article->info.date);
  put_text(json, "source", article->info.source);
  put_text(json, "url", article->info.url);
  put_text(json, "origin", article->info.origin);
  return json;
}

}  // namespace

std::string json_string(std::string_view text) { return to_line(Json(text)); }

std::string node_reference_json(const Node& node) { return to_line(reference(node)); }

std::string node_json(const Node& node) {
  Json json = reference(node);
  json["aliases"] = Json::array();
  for (const Alias& alias : node.aliases) {
    json["aliases"].push_back(Json{{"name", alias.name}, {"mentions", alias.mentions}});
  }
  json["mentions"] = node.mentions;
  json["articles"] = node.articles;
  put_text(json, "first_date", node.first_date);
  put_text(json, "last_date", node.last_date);
  put_text(json, "actor_country", node.actor_country);
  put_text(json, "sector", node.sector);
  return to_line(json);
}

std::string edge_json(const ShownEdge& shown, NodeNames& names) {
  const Edge& edge = shown.edge;
  const RelationInfo& info = relation_info(edge.key.relation);
  Json json{{"id", edge.key.to_string()}};
  json["subject"] = reference(names.of(shown.subject()));
  json["relation"] = std::string(info.id) + (edge.open_lemma.empty() ? "" : ":" + edge.open_lemma);
  json["object"] = reference(names.of(shown.object()));
  json["negated"] = edge.key.negated;
  json["modality"] = modality_name(edge.key.modality);
  json["symmetric"] = info.symmetric;
  json["articles"] = edge.articles;
  json["statements"] = edge.statements;
  json["attributed"] = edge.attributed;
  json["confidence"] = rounded(edge.confidence);
  put_text(json, "first_date", edge.first_date);
  put_text(json, "last_date", edge.last_date);
  return to_line(json);
}

std::string evidence_json(const Evidence& evidence, const Article* article, NodeNames& names) {
  Json json{{"text", evidence.text}};
  json["sentence"] = span_json(evidence.sentence);
  if (!evidence.subject.empty()) json["subject"] = span_json(evidence.subject);
  if (!evidence.object.empty()) json["object"] = span_json(evidence.object);
  json["confidence"] = rounded(evidence.confidence);
  put_text(json, "time", evidence.time);
  put_text(json, "title", evidence.title);
  if (evidence.attributed_to) json["attributed_to"] = reference(names.of(evidence.attributed_to));
  if (evidence.place) json["place"] = reference(names.of(evidence.place));
  json["article"] = article_json(evidence.article, article);
  if (evidence.original != evidence.article) json["original"] = evidence.original.to_string();
  return to_line(json);
}

void JsonArray::add(const std::string& element) {
  out_.write(empty_ ? "[\n" : ",\n");
  out_.write(element);
  empty_ = false;
}

void JsonArray::close(std::string_view after) {
  out_.write(empty_ ? "[]" : "\n]");
  out_.write(after);
}

}  // namespace actant
