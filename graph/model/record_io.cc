// The writer. The reader is in record_reader.cc.
#include "graph/model/record_io.h"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

namespace actant {
namespace {

// Length of the well-formed UTF-8 sequence at the start of `text`, 0 when there is none (Unicode 15, table 3-7).
size_t utf8_length(std::string_view text) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto tail = [&](size_t i) { return (byte(i) & 0xc0) == 0x80; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return tail(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const bool second = tail(1) && !(first == 0xe0 && byte(1) < 0xa0) && !(first == 0xed && byte(1) > 0x9f);
    return second && tail(2) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const bool second = tail(1) && !(first == 0xf0 && byte(1) < 0x90) && !(first == 0xf4 && byte(1) > 0x8f);
    return second && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

void append_escape(std::string& out, unsigned char c) {
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
  }
  out += "\\u00";
  out += "0123456789abcdef"[c >> 4];
  out += "0123456789abcdef"[c & 15];
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  size_t begin = 0;  // of the run of bytes that are copied as they are
  for (size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
      ++i;
      continue;
    }
    const size_t length = c < 0x80 ? 0 : utf8_length(text.substr(i));
    if (length > 0) {
      i += length;
      continue;
    }
    out.append(text.substr(begin, i - begin));
    if (c < 0x80) {
      append_escape(out, c);
    } else {
      out += "\xef\xbf\xbd";
    }
    begin = ++i;
  }
  out.append(text.substr(begin));
  out += '"';
}

void append_number(std::string& out, uint64_t value) {
  char buffer[24];
  out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
}

// Four decimals, shortest form; to_chars knows no locale.
void append_probability(std::string& out, double value) {
  // Adding zero turns -0 into 0, which reads back as it was written.
  const double rounded = (std::isfinite(value) ? std::round(value * 1e4) / 1e4 : 0.0) + 0.0;
  char buffer[40];
  out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, rounded, std::chars_format::fixed).ptr);
}

// `"name":` with a comma before it unless it opens the object.
void open_field(std::string& out, std::string_view name) {
  if (out.back() != '{') out += ',';
  out += '"';
  out += name;
  out += "\":";
}

void field(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  open_field(out, name);
  append_string(out, value);
}

void append_span(std::string& out, Span span) {
  out += "{\"start\":";
  append_number(out, span.begin);
  out += ",\"end\":";
  append_number(out, span.end);
}

template <typename Range, typename Append>
void array(std::string& out, std::string_view name, const Range& range, const Append& append) {
  open_field(out, name);
  out += '[';
  for (const auto& item : range) {
    if (out.back() != '[') out += ',';
    append(item);
  }
  out += ']';
}

void append_mentions(std::string& out, const std::vector<RecordMention>& mentions) {
  array(out, "mentions", mentions, [&](const RecordMention& mention) {
    append_span(out, mention.span);
    field(out, "kind", mention_kind_name(mention.kind));
    out += '}';
  });
}

void append_entity(std::string& out, const RecordEntity& entity) {
  out += '{';
  field(out, "id", entity.id);
  field(out, "type", entity_type_name(entity.type));
  field(out, "name", entity.name);
  field(out, "actor_country", entity.actor_country);
  field(out, "sector", entity.sector);
  append_mentions(out, entity.mentions);
  out += '}';
}

void append_open(std::string& out, const RecordRelation& relation) {
  const auto spans = [&](std::string_view name, const std::vector<Span>& list) {
    array(out, name, list, [&](Span span) {
      out += '[';
      append_number(out, span.begin);
      out += ',';
      append_number(out, span.end);
      out += ']';
    });
  };
  open_field(out, "open");
  out += '{';
  spans("subject", relation.open_subject);
  spans("predicate", relation.open_predicate);
  spans("object", relation.open_object);
  out += '}';
}

void append_relation(std::string& out, const RecordRelation& relation) {
  out += '{';
  field(out, "subject", relation.subject);
  if (relation.type == RelationType::kOpen) {
    field(out, "relation", "open:" + relation.open);
  } else {
    field(out, "relation", relation_info(relation.type).id);
  }
  field(out, "object", relation.object);
  open_field(out, "negated");
  out += relation.negated ? "true" : "false";
  field(out, "modality", modality_name(relation.modality));
  field(out, "attributed_to", relation.attributed_to);
  field(out, "time", relation.time);
  field(out, "place", relation.place);
  field(out, "title", relation.title);
  open_field(out, "confidence");
  append_probability(out, relation.confidence);
  array(out, "evidence", relation.evidence, [&](Span span) {
    append_span(out, span);
    out += '}';
  });
  if (!relation.open_subject.empty() || !relation.open_predicate.empty() || !relation.open_object.empty()) {
    append_open(out, relation);
  }
  out += '}';
}

// The fields of a JSON object but `skip`, as they were kept.
void append_kept(std::string& out, const nlohmann::json& object, std::string_view skip) {
  for (const auto& [name, value] : object.items()) {
    if (name == skip) continue;
    if (out.back() != '{') out += ',';
    append_string(out, name);
    out += ':';
    out += value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }
}

}  // namespace

void append_record(const Record& record, std::string& out) {
  nlohmann::json extra;
  if (!record.extra.empty()) extra = nlohmann::json::parse(record.extra, nullptr, false);
  out += "{\"doc\":{";
  open_field(out, "id");
  append_string(out, record.doc.id);
  field(out, "title", record.doc.title);
  field(out, "date", record.doc.date);
  field(out, "source", record.doc.source);
  field(out, "url", record.doc.url);
  field(out, "language", record.doc.language);
  field(out, "origin", record.doc.origin);
  if (extra.is_object() && extra.contains("doc") && extra["doc"].is_object()) append_kept(out, extra["doc"], {});
  out += '}';
  field(out, "text", record.text);
  array(out, "entities", record.entities, [&](const RecordEntity& entity) { append_entity(out, entity); });
  if (!record.statements.empty()) {
    array(out, "statements", record.statements, [&](const RecordStatement& statement) {
      append_span(out, statement.span);
      field(out, "id", statement.id);
      array(out, "about", statement.about, [&](const std::string& id) { append_string(out, id); });
      out += '}';
    });
  }
  array(out, "relations", record.relations, [&](const RecordRelation& relation) { append_relation(out, relation); });
  if (!record.chains.empty()) {
    array(out, "chains", record.chains, [&](const RecordChain& chain) {
      out += '{';
      field(out, "entity", chain.entity);
      append_mentions(out, chain.mentions);
      out += '}';
    });
  }
  if (extra.is_object()) append_kept(out, extra, "doc");
  out += "}\n";
}

}  // namespace actant
