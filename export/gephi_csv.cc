#include "export/gephi_csv.h"

#include <array>

#include "export/csv.h"
#include "export/node_text.h"

namespace actant {
std::span<const std::string_view> GephiCsvWriter::files() const {
  static constexpr std::array<std::string_view, 2> kFiles = {"nodes.csv", "edges.csv"};
  return kFiles;
}

void GephiCsvWriter::begin(const ExportHeader&, Buffers& files) {
  files[0] += "Id,Label,node_type,aliases,mentions,articles,first_date,last_date,actor_country,sector,timeset\n";
  files[1] +=
      "Source,Target,Type,Kind,Id,Label,Weight,timeset,relation,modality,negated,symmetric,articles,statements,attributed,"
      "confidence,first_date,last_date,cameo,plover,evidence,source_url,origin\n";
}

void GephiCsvWriter::node(const ExportNode& item, Buffers& files) {
  const Node& node = item.node;
  CsvRow row(files[0], options_.excel);
  row.plain(node.id.to_string()).text(node_label(node)).plain(entity_type_name(node.type)).text(joined_aliases(node));
  row.count(node.mentions).count(node.articles).plain(node.first_date).plain(node.last_date);
  row.text(node.actor_country).text(node.sector);
  days_.clear();
  if (item.surroundings) {
    for (const std::string& day : item.surroundings->days) days_.add(day);
  }
  row.text(time_set());
}

std::string GephiCsvWriter::time_set() {
  std::string set;
  append_time_set(set, days_.spans(TimeForm::kTimestamps));
  return set;
}

void GephiCsvWriter::edge(const ExportEdge& item, Buffers& files) {
  const Edge& edge = item.edge;
  const RelationInfo& info = relation_info(edge.key.relation);
  const std::string kind = edge_kind(edge);
  days_.clear();
  for (const Evidence& piece : item.evidence) days_.add(piece.published);
  CsvRow row(files[1], options_.excel);
  row.plain(edge.key.subject.to_string()).plain(edge.key.object.to_string()).plain("Directed").text(kind);
  row.plain(edge.key.to_string()).text(kind).number(edge_weight(edge)).text(time_set());
  row.text(edge_relation(edge)).plain(modality_name(edge.key.modality)).flag(edge.key.negated).flag(info.symmetric);
  row.count(edge.articles).count(edge.statements).count(edge.attributed).number(edge.confidence);
  row.plain(edge.first_date).plain(edge.last_date).plain(info.cameo).plain(info.plover);
  row.text(quotation(item.evidence)).text(item.article ? article_url(*item.article) : std::string());
  row.text(item.article ? item.article->origin : std::string());
}

}  // namespace actant
