#include "export/neo4j_csv.h"

#include <array>

#include "export/csv.h"
#include "export/node_text.h"

namespace actant {
namespace {

enum File { kEntities, kArticles, kRelations, kEvidence };

std::string_view label_of(EntityType type) {
  switch (type) {
    case EntityType::kPerson: return "Entity;Person";
    case EntityType::kOrganization: return "Entity;Organization";
    case EntityType::kPlace: return "Entity;Place";
    case EntityType::kGroup: return "Entity;Group";
    case EntityType::kEvent: return "Entity;Event";
    case EntityType::kTopic: return "Entity;Topic";
    case EntityType::kStatement: return "Entity;Statement";
  }
  return "Entity";
}

// Arrays are split at `;`, which no element may hold.
std::string array_of(const std::vector<std::string>& items) {
  std::string joined;
  for (std::string item : items) {
    for (char& c : item) c = c == ';' ? ',' : c;
    joined += (joined.empty() ? "" : ";") + item;
  }
  return joined;
}

// Partial dates do not fit the type: the first day, and how much of it is known.
void add_date(CsvRow& row, std::string_view date, std::string_view time = {}) {
  const std::string day = first_day(date);
  row.plain(day.empty() ? day : day + std::string(time)).plain(day.empty() ? std::string_view() : date_precision(date));
}

}  // namespace

std::string neo4j_type(const Edge& edge) {
  std::string type;
  for (const char c : edge_relation(edge)) {
    const bool lower = c >= 'a' && c <= 'z';
    const bool kept = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    type += lower ? static_cast<char>(c - 'a' + 'A') : kept ? c : '_';
  }
  return type;
}

std::span<const std::string_view> Neo4jCsvWriter::files() const {
  static constexpr std::array<std::string_view, 4> kFiles = {"entities.csv", "articles.csv", "relations.csv",
                                                             "evidence.csv"};
  return kFiles;
}

void Neo4jCsvWriter::begin(const ExportHeader&, Buffers& files) {
  files[kEntities] +=
      "id:ID(entity),name,node_type,aliases:string[],mentions:long,articles:long,first_date:date,first_date_precision,"
      "last_date:date,last_date_precision,actor_country,sector,:LABEL\n";
  files[kArticles] += "id:ID(article),title,url,published:datetime,published_precision,source,language,origin,:LABEL\n";
  files[kRelations] +=
      ":START_ID(entity),:END_ID(entity),:TYPE,id,relation,weight:double,articles:long,statements:long,attributed:long,"
      "negated:boolean,modality,confidence:double,first_date:date,first_date_precision,last_date:date,last_date_precision\n";
  files[kEvidence] +=
      ":START_ID(entity),:END_ID(article),:TYPE,start:long,end:long,relation_id,confidence:double,text\n";
}

void Neo4jCsvWriter::node(const ExportNode& item, Buffers& files) {
  const Node& node = item.node;
  CsvRow row(files[kEntities], options_.excel);
  row.plain(node.id.to_string())
      .text(node_label(node))
      .plain(entity_type_name(node.type))
      .text(array_of(node_aliases(node)));
  row.count(node.mentions).count(node.articles);
  add_date(row, node.first_date);
  add_date(row, node.last_date);
  row.text(node.actor_country).text(node.sector).plain(label_of(node.type));
}

void Neo4jCsvWriter::edge(const ExportEdge& item, Buffers& files) {
  const Edge& edge = item.edge;
  const std::string id = edge.key.to_string(), subject = edge.key.subject.to_string(),
                    object = edge.key.object.to_string();
  {
    CsvRow row(files[kRelations], options_.excel);
    row.plain(subject)
        .plain(object)
        .plain(neo4j_type(edge))
        .plain(id)
        .text(edge_relation(edge))
        .number(edge_weight(edge));
    row.count(edge.articles).count(edge.statements).count(edge.attributed);
    row.flag(edge.key.negated).plain(modality_name(edge.key.modality)).number(edge.confidence);
    add_date(row, edge.first_date);
    add_date(row, edge.last_date);
  }
  for (const Evidence& piece : item.evidence) {
    for (const std::string& end : {subject, object}) {
      CsvRow row(files[kEvidence], options_.excel);
      row.plain(end).plain(piece.article.to_string()).plain("MENTIONED_IN").count(piece.sentence.begin);
      row.count(piece.sentence.end).plain(id).number(piece.confidence).text(piece.text);
    }
  }
}

void Neo4jCsvWriter::article(const Article& article, Buffers& files) {
  CsvRow row(files[kArticles], options_.excel);
  row.plain(article.id.to_string()).text(article.info.title).text(article_url(article.info));
  add_date(row, article.info.date, "T00:00:00Z");
  row.text(article.info.source).text(article.info.language).text(article.info.origin).plain("Article");
}

}  // namespace actant
