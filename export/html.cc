#include "export/html.h"

#include <algorithm>

#include "export/json_object.h"
#include "export/node_text.h"
#include "graph/model/error.h"

namespace actant {
namespace {

constexpr std::string_view kDataMark = "@ACTANT_GRAPH@";

size_t place_of_data() {
  const size_t place = viewer_page().find(kDataMark);
  if (place == std::string_view::npos) throw CorruptData("the built-in viewer page has no place for the graph");
  return place;
}

// No `<` may stand in the data, or a name could end the script element it stands in.
void append_escaped(std::string& out, std::string_view json) {
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
}

}  // namespace

void HtmlWriter::begin(const ExportHeader& header, Buffers& files) {
  std::string& out = files[0];
  out += viewer_page().substr(0, place_of_data());
  out += "\nh";
  std::string json = "{\"meta\":";
  {
    JsonObject meta(json);
    meta.text("version", options_.program_version).text("graph", header.uuid).text("created", header.created);
    meta.count("articles", header.counts.articles);
  }
  json += ",\"relations\":";
  {
    JsonObject all(json);
    for (const RelationInfo& info : relations()) {
      all.key(info.id);
      JsonObject relation(json);
      relation.flag("fact", info.fact).flag("symmetric", info.symmetric);
    }
  }
  json += "}\n";
  append_escaped(out, json);
}

void HtmlWriter::node(const ExportNode& item, Buffers& files) {
  const Node& node = item.node;
  nodes_.emplace(node.id.value, nodes_.size());
  std::string json = "n";
  {
    JsonObject object(json);
    object.text("id", node.id.to_string()).text("label", node_label(node)).text("type", entity_type_name(node.type));
    if (item.look) {
      object.number("x", static_cast<double>(item.look->x)).number("y", static_cast<double>(item.look->y));
      object.number("size", static_cast<double>(item.look->size)).text("color", hex_of(item.look->color));
      if (item.look->community) object.count("community", item.look->community);
    }
    object.count("mentions", node.mentions).count("articles", node.articles);
    object.text("first", node.first_date).text("last", node.last_date);
    object.text("country", node.actor_country).text("sector", node.sector).text("aliases", joined_aliases(node));
    if (node.type == EntityType::kStatement) object.text("text", clean_name(node.statement_text));
  }
  json += '\n';
  append_escaped(files[0], json);
}

uint64_t HtmlWriter::number_of(ArticleId article) {
  return articles_.emplace(article.value, articles_.size()).first->second;
}

// What the page has to know of each sentence to filter by time: the article and the date of the event, else of the
// article.
void HtmlWriter::sentence_head(const Evidence& piece, std::string& out) {
  append_number(out, number_of(piece.article));
  out += ',';
  const std::string_view date = piece.time.empty() ? piece.published : piece.time;
  append_json_string(out, date.substr(0, std::min<size_t>(10, date.find('/'))));
}

void HtmlWriter::sentence(const Evidence& piece, std::string& out) {
  JsonObject object(out);
  object.text("s", clean_text(piece.text));
  object.key("p") += '[';  // its place in the text of the article, in code points
  append_number(out, static_cast<uint64_t>(piece.sentence.begin));
  out += ',';
  append_number(out, static_cast<uint64_t>(piece.sentence.end));
  out += ']';
  if (piece.confidence < 1) object.number("c", piece.confidence);
  if (const auto speaker = nodes_.find(piece.attributed_to.value); piece.attributed_to && speaker != nodes_.end()) {
    object.count("by", speaker->second);
  }
  object.text("t", clean_name(piece.title));
  // Where subject and object stand in the sentence, in code points: the page marks them.
  object.key("m") += '[';
  bool any = false;
  for (const Span span : {piece.subject, piece.object}) {
    if (span.empty() || !piece.sentence.contains(span)) continue;
    if (any) out += ',';
    any = true;
    append_number(out, static_cast<uint64_t>(span.begin - piece.sentence.begin));
    out += ',';
    append_number(out, static_cast<uint64_t>(span.end - piece.sentence.begin));
  }
  out += ']';
}

void HtmlWriter::edge(const ExportEdge& item, Buffers& files) {
  const Edge& edge = item.edge;
  const auto evidence = item.evidence.first(std::min(kMostSentences, item.evidence.size()));
  std::string json = "e";
  {
    JsonObject object(json);
    object.count("s", nodes_[edge.key.subject.value]).count("o", nodes_[edge.key.object.value]);
    object.text("r", edge_relation(edge));
    if (edge.key.negated) object.flag("neg", true);
    if (edge.key.modality != Modality::kActual) object.text("mod", modality_name(edge.key.modality));
    object.count("n", edge.articles).number("c", edge.confidence).count("e", edge.statements);
    if (edge.attributed >= edge.statements) object.flag("att", true);
    object.key("ev") += '[';
    for (size_t i = 0; i < evidence.size(); ++i) {
      if (i > 0) json += ',';
      sentence_head(evidence[i], json);
    }
    json += ']';
  }
  json += "\t[";
  for (size_t i = 0; i < evidence.size(); ++i) {
    if (i > 0) json += ',';
    sentence(evidence[i], json);
  }
  json += "]\n";
  append_escaped(files[0], json);
}

void HtmlWriter::article(const Article& article, Buffers& files) {
  const auto number = articles_.find(article.id.value);
  if (number == articles_.end()) return;
  std::string json = "a";
  append_number(json, number->second);
  json += '\t';
  {
    JsonObject object(json);
    object.text("title", clean_name(article.info.title)).text("source", clean_name(article.info.source));
    object.text("date", article.info.date).text("url", article_url(article.info));
    object.text("id", clean_name(article.info.id)).text("origin", clean_name(article.info.origin));
  }
  json += '\n';
  append_escaped(files[0], json);
}

void HtmlWriter::end(Buffers& files) { files[0] += viewer_page().substr(place_of_data() + kDataMark.size()); }

}  // namespace actant
