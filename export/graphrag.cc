#include "export/graphrag.h"

#include <algorithm>
#include <array>
#include <set>

#include "export/csv.h"
#include "export/node_text.h"
#include "export/text.h"

namespace actant {
namespace {

enum File { kEntities, kRelationships, kTextUnits, kDocuments };

// `['a','b']`: ids hold no quotes.
template <typename Ids>
std::string list_of(const Ids& ids) {
  std::string list = "[";
  for (const auto& id : ids) {
    if (list.size() > 1) list += ',';
    list += '\'';
    list += id;
    list += '\'';
  }
  return list + "]";
}

std::string description_of(const Node& node) {
  std::string text(entity_type_name(node.type));
  if (!node.actor_country.empty()) text += ", acts for " + node.actor_country;
  if (!node.sector.empty()) text += ", sector " + node.sector;
  if (!node.first_date.empty()) text += ", in the news from " + node.first_date + " to " + node.last_date;
  const std::string aliases = joined_aliases(node);
  if (!aliases.empty()) text += "; also called " + aliases;
  return text;
}

uint64_t words_of(std::string_view text) {
  uint64_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    count += !blank && !inside;
    inside = !blank;
  }
  return count;
}

// Where a sentence stands, as bytes that sort by article and place.
std::string sentence_key(const SentenceKey& sentence) {
  std::string key;
  const auto append = [&](uint64_t value, int bits) {
    for (int shift = bits - 8; shift >= 0; shift -= 8) key += static_cast<char>(value >> shift);
  };
  append(sentence.article.value, 64);
  append(sentence.span.begin, 32);
  append(sentence.span.end, 32);
  return key;
}
constexpr size_t kSentenceKey = 16;
constexpr size_t kSortMemory = size_t{32} << 20;

// Fields of a record for sorting; none holds the separator, since all are ids or cleaned text.
constexpr char kField = '\x1f';

std::vector<std::string_view> fields_of(std::string_view record) {
  std::vector<std::string_view> fields;
  for (size_t begin = 0;;) {
    const size_t end = record.find(kField, begin);
    fields.push_back(record.substr(begin, end - begin));
    if (end == std::string_view::npos) return fields;
    begin = end + 1;
  }
}

}  // namespace

GraphragWriter::GraphragWriter(const WriterOptions& options)
    : options_(options), sentences_(kSentenceKey, kSortMemory, options.temporary_folder) {}

std::span<const std::string_view> GraphragWriter::files() const {
  static constexpr std::array<std::string_view, 4> kFiles = {"entities.csv", "relationships.csv", "text_units.csv",
                                                             "documents.csv"};
  return kFiles;
}

void GraphragWriter::begin(const ExportHeader&, Buffers& files) {
  files[kEntities] += "id,human_readable_id,title,type,description,text_unit_ids,frequency,degree\n";
  files[kRelationships] += "id,human_readable_id,source,target,description,weight,combined_degree,text_unit_ids\n";
  files[kTextUnits] += "id,human_readable_id,text,n_tokens,document_id,entity_ids,relationship_ids,covariate_ids\n";
  files[kDocuments] += "id,human_readable_id,title,creation_date,url,source,language,origin\n";
}

void GraphragWriter::node(const ExportNode& item, Buffers& files) {
  const Node& node = item.node;
  const std::string id = node.id.to_string();
  std::string title = node_label(node);
  if (!titles_.insert(stable_hash(title)).second) {
    title += " (" + id + ")";
    titles_.insert(stable_hash(title));
  }
  std::vector<std::string> units;
  if (item.surroundings) {
    for (const SentenceKey& sentence : item.surroundings->sentences) units.push_back(sentence_id(sentence));
  }
  const uint32_t degree = item.surroundings ? item.surroundings->degree : 0;
  CsvRow row(files[kEntities], options_.excel);
  row.plain(id).count(nodes_++).text(title).plain(entity_type_name(node.type)).text(description_of(node));
  row.text(list_of(units)).count(units.size()).count(degree);
  known_.emplace(node.id.value, Known{std::move(title), degree});
}

void GraphragWriter::edge(const ExportEdge& item, Buffers& files) {
  const Edge& edge = item.edge;
  const Known& source = known_[edge.key.subject.value];
  const Known& target = known_[edge.key.object.value];
  const std::string id = edge.key.to_string();
  std::set<std::string> units;
  for (const Evidence& piece : item.evidence) {
    std::string unit = sentence_id({piece.article, piece.sentence});
    std::string record = unit;
    for (const std::string& field : {piece.article.to_string(), clean_name(piece.text), edge.key.subject.to_string(),
                                     edge.key.object.to_string(), id}) {
      record += kField;
      record += field;
    }
    sentences_.add(sentence_key({piece.article, piece.sentence}), record);
    units.insert(std::move(unit));
  }
  std::string description = source.title + " " + edge_kind(edge) + " " + target.title;
  if (const std::string quote = quotation(item.evidence); !quote.empty()) description += ": " + quote;
  CsvRow row(files[kRelationships], options_.excel);
  row.plain(id).count(edges_++).text(source.title).text(target.title).text(description).number(edge_weight(edge));
  row.count(source.degree + target.degree).text(list_of(units));
}

void GraphragWriter::article(const Article& article, Buffers& files) {
  const ArticleInfo& info = article.info;
  CsvRow row(files[kDocuments], options_.excel);
  row.plain(article.id.to_string())
      .count(documents_++)
      .text(info.title.empty() ? info.id : info.title)
      .plain(info.date);
  row.text(article_url(info)).text(info.source).text(info.language).text(info.origin);
}

// All rows of one sentence: one for each edge that rests on it.
void GraphragWriter::text_unit(const std::vector<std::string>& rows, Buffers& files) {
  std::set<std::string_view> entities, relations;
  const auto first = fields_of(rows.front());
  for (const std::string& text : rows) {
    const auto fields = fields_of(text);
    entities.insert(fields[3]);
    entities.insert(fields[4]);
    relations.insert(fields[5]);
  }
  CsvRow row(files[kTextUnits], options_.excel);
  row.plain(first[0]).count(units_++).text(first[2]).count(words_of(first[2])).plain(first[1]);
  row.text(list_of(entities)).text(list_of(relations)).text("[]");
}

void GraphragWriter::end(Buffers& files) {
  std::vector<std::string> rows;  // of one sentence
  std::string key;
  while (const auto record = sentences_.next()) {
    if (!rows.empty() && !record->starts_with(key)) {
      text_unit(rows, files);
      files.drain();
      rows.clear();
    }
    key = record->substr(0, kSentenceKey);
    rows.emplace_back(record->substr(kSentenceKey));
  }
  if (!rows.empty()) text_unit(rows, files);
}

}  // namespace actant
