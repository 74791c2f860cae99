#include "export/graphrag.h"

#include <algorithm>
#include <array>
#include <cstring>
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
constexpr size_t kSortMemory = size_t{32} << 20, kWaitingMemory = size_t{8} << 20;

SentenceKey read_sentence_key(std::string_view key) {
  const auto number = [&](size_t begin, size_t size) {
    uint64_t value = 0;
    for (const char c : key.substr(begin, size)) value = value << 8 | static_cast<unsigned char>(c);
    return value;
  };
  return {ArticleId{number(0, 8)}, Span{static_cast<uint32_t>(number(8, 4)), static_cast<uint32_t>(number(12, 4))}};
}

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
    : options_(options),
      relationships_(0, kWaitingMemory, options.temporary_folder),
      sentences_(kSentenceKey, kSortMemory, options.temporary_folder) {}

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

void GraphragWriter::node_ahead(const Node& node) {
  std::string title = node_label(node);
  if (!titles_.insert(stable_hash(title)).second) {
    title += " (" + node.id.to_string() + ")";
    titles_.insert(stable_hash(title));
  }
  known_.emplace(node.id.value, Known{std::move(title), 0});
}

void GraphragWriter::node(const ExportNode& item, Buffers& files) {
  const Node& node = item.node;
  Known& known = known_[node.id.value];
  std::vector<std::string> units;
  if (item.surroundings) {
    for (const SentenceKey& sentence : item.surroundings->sentences) units.push_back(sentence_id(sentence));
    known.degree = item.surroundings->degree;
  }
  CsvRow row(files[kEntities], options_.excel);
  row.plain(node.id.to_string()).count(nodes_++).text(known.title).plain(entity_type_name(node.type));
  row.text(description_of(node)).text(list_of(units)).count(units.size()).count(known.degree);
}

void GraphragWriter::edge(const ExportEdge& item, Buffers&) {
  const Edge& edge = item.edge;
  const Known& source = known_[edge.key.subject.value];
  const Known& target = known_[edge.key.object.value];
  const std::string id = edge.key.to_string();
  const std::string ends = edge.key.subject.to_string() + kField + edge.key.object.to_string() + kField;
  std::set<std::string> units;
  std::string record;
  for (const Evidence& piece : item.evidence) {
    record.assign(ends).append(id) += kField;
    record += is_clean_name(piece.text) ? piece.text : clean_name(piece.text);
    sentences_.add(sentence_key({piece.article, piece.sentence}), record);
    units.insert(sentence_id({piece.article, piece.sentence}));
  }
  std::string description = source.title + " " + edge_kind(edge) + " " + target.title;
  if (const std::string quote = quotation(item.evidence); !quote.empty()) description += ": " + quote;
  record.assign(reinterpret_cast<const char*>(&edge.key.subject.value), sizeof(uint64_t));
  record.append(reinterpret_cast<const char*>(&edge.key.object.value), sizeof(uint64_t));
  record.append(sizeof(uint32_t), '\0');
  {
    CsvRow row(record, options_.excel);
    row.plain(id).count(edges_++).text(source.title).text(target.title).text(description).number(edge_weight(edge));
    const auto place = static_cast<uint32_t>(record.size());
    std::memcpy(record.data() + 2 * sizeof(uint64_t), &place, sizeof place);
    row.text(list_of(units));
  }
  relationships_.add({}, record);
}

// The rows as edge() made them, with the sum of both degrees where it left room for it.
void GraphragWriter::relationships(Buffers& files) {
  std::string& out = files[kRelationships];
  while (const auto record = relationships_.next()) {
    std::array<uint64_t, 2> ends;
    uint32_t place = 0;
    std::memcpy(ends.data(), record->data(), sizeof ends);
    std::memcpy(&place, record->data() + sizeof ends, sizeof place);
    constexpr size_t kRow = sizeof ends + sizeof place;
    out.append(record->substr(kRow, place - kRow)) += ',';
    append_number(out, uint64_t{known_[ends[0]].degree} + known_[ends[1]].degree);
    out.append(record->substr(place));
    files.drain();
  }
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
void GraphragWriter::text_unit(std::string_view key, const std::vector<std::string>& rows, Buffers& files) {
  std::set<std::string_view> entities, relations;
  for (const std::string& record : rows) {
    const auto fields = fields_of(record);
    entities.insert(fields[0]);
    entities.insert(fields[1]);
    relations.insert(fields[2]);
  }
  const std::string_view text = fields_of(rows.front())[3];
  const SentenceKey sentence = read_sentence_key(key);
  CsvRow row(files[kTextUnits], options_.excel);
  row.plain(sentence_id(sentence)).count(units_++).text(text).count(words_of(text));
  row.plain(sentence.article.to_string()).text(list_of(entities)).text(list_of(relations)).text("[]");
}

void GraphragWriter::end(Buffers& files) {
  relationships(files);
  std::vector<std::string> rows;  // of one sentence
  std::string key;
  while (const auto record = sentences_.next()) {
    if (!rows.empty() && !record->starts_with(key)) {
      text_unit(key, rows, files);
      files.drain();
      rows.clear();
    }
    key = record->substr(0, kSentenceKey);
    rows.emplace_back(record->substr(kSentenceKey));
  }
  if (!rows.empty()) text_unit(key, rows, files);
}

}  // namespace actant
