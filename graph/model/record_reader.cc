#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <unordered_set>

#include "graph/model/error.h"
#include "graph/model/json_repair.h"
#include "graph/model/record_io.h"

namespace actant {
namespace {

using nlohmann::json;

/// Where in the record the reader is; written only when an error is told.
struct Path {
  const Path* parent = nullptr;
  std::string_view name;
  size_t index = 0;
  bool is_index = false;

  std::string to_string() const {
    if (is_index) return parent->to_string() + '[' + std::to_string(index) + ']';
    const std::string before = parent ? parent->to_string() : "";
    return before.empty() ? std::string(name) : before + '.' + std::string(name);
  }
};

[[noreturn]] void fail(const Path& path, const std::string& reason) {
  throw ParseError(path.to_string() + ": " + reason);
}

const json* find(const json& object, const char* name) {
  const auto it = object.find(name);
  return it == object.end() || it->is_null() ? nullptr : &*it;
}

std::string text_field(const json& object, const char* name, const Path& parent) {
  const json* value = find(object, name);
  if (!value) return {};
  if (!value->is_string()) fail({&parent, name}, std::string("expected a string, found ") + value->type_name());
  return value->get<std::string>();
}

std::string required_text(const json& object, const char* name, const Path& parent) {
  std::string value = text_field(object, name, parent);
  if (value.empty()) fail({&parent, name}, "is missing");
  return value;
}

bool bool_field(const json& object, const char* name, const Path& parent) {
  const json* value = find(object, name);
  if (!value) return false;
  if (!value->is_boolean()) fail({&parent, name}, std::string("expected true or false, found ") + value->type_name());
  return value->get<bool>();
}

const json& object_at(const json& value, const Path& path) {
  if (!value.is_object()) fail(path, std::string("expected an object, found ") + value.type_name());
  return value;
}

// Calls `read(element, path)` for every element of the array `name`; a missing one is empty.
template <typename Read>
void each(const json& object, const char* name, const Path& parent, const Read& read) {
  const json* value = find(object, name);
  if (!value) return;
  const Path list{&parent, name};
  if (!value->is_array()) fail(list, std::string("expected an array, found ") + value->type_name());
  for (size_t i = 0; i < value->size(); ++i) read((*value)[i], Path{&list, {}, i, true});
}

class Reader {
 public:
  explicit Reader(const json& root) : root_(root) {}

  Record read() {
    object_at(root_, Path{nullptr, "record"});
    read_doc();
    record_.text = text_field(root_, "text", top_);
    if (!record_.text.empty()) {
      points_ = 0;
      for (const char c : record_.text) points_ += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    }
    each(root_, "entities", top_, [&](const json& value, const Path& path) { read_entity(value, path); });
    each(root_, "statements", top_, [&](const json& value, const Path& path) { read_statement(value, path); });
    each(root_, "relations", top_, [&](const json& value, const Path& path) { read_relation(value, path); });
    each(root_, "chains", top_, [&](const json& value, const Path& path) { read_chain(value, path); });
    keep_unknown();
    return std::move(record_);
  }

 private:
  void read_doc() {
    const json* doc = find(root_, "doc");
    const Path path{&top_, "doc"};
    if (!doc) fail(path, "is missing");
    object_at(*doc, path);
    record_.doc.id = required_text(*doc, "id", path);
    record_.doc.title = text_field(*doc, "title", path);
    record_.doc.date = text_field(*doc, "date", path);
    record_.doc.source = text_field(*doc, "source", path);
    record_.doc.url = text_field(*doc, "url", path);
    record_.doc.language = text_field(*doc, "language", path);
    record_.doc.origin = text_field(*doc, "origin", path);
  }

  uint32_t read_offset(const json& value, const Path& path) const {
    if (!value.is_number_unsigned() || value.get<uint64_t>() > std::numeric_limits<uint32_t>::max()) {
      fail(path, "expected a code point offset, found " + value.dump());
    }
    const auto offset = value.get<uint32_t>();
    if (offset > points_) {
      fail(path,
           "offset " + std::to_string(offset) + " is behind the end of the text (" + std::to_string(points_) + ")");
    }
    return offset;
  }

  // `{"start": 3, "end": 9}` or `[3, 9]`.
  Span read_span(const json& value, const Path& path) const {
    Span span;
    if (value.is_array() && value.size() == 2) {
      span = {read_offset(value[0], Path{&path, {}, 0, true}), read_offset(value[1], Path{&path, {}, 1, true})};
    } else {
      object_at(value, path);
      const Path start{&path, "start"}, end{&path, "end"};
      if (!value.contains("start")) fail(start, "is missing");
      if (!value.contains("end")) fail(end, "is missing");
      span = {read_offset(value["start"], start), read_offset(value["end"], end)};
    }
    if (span.begin > span.end) fail(path, "starts behind its end");
    return span;
  }

  void read_mentions(const json& value, const Path& path, std::vector<RecordMention>& mentions) const {
    each(value, "mentions", path, [&](const json& item, const Path& at) {
      RecordMention mention;
      mention.span = read_span(item, at);
      const std::string kind = item.is_object() ? text_field(item, "kind", at) : std::string();
      if (const auto parsed = parse_mention_kind(kind)) {
        mention.kind = *parsed;
      } else if (!kind.empty()) {
        fail({&at, "kind"}, "unknown kind '" + kind + "'");
      }
      mentions.push_back(mention);
    });
  }

  void read_chain(const json& value, const Path& path) {
    object_at(value, path);
    RecordChain chain;
    chain.entity = entity_field(value, "entity", path);
    read_mentions(value, path, chain.mentions);
    record_.chains.push_back(std::move(chain));
  }

  void read_entity(const json& value, const Path& path) {
    object_at(value, path);
    RecordEntity entity;
    entity.id = required_text(value, "id", path);
    if (!entities_.insert(entity.id).second) fail({&path, "id"}, "'" + entity.id + "' is used twice");
    const std::string type = required_text(value, "type", path);
    const auto known = parse_entity_type(type);
    if (!known || *known == EntityType::kStatement) fail({&path, "type"}, "unknown entity type '" + type + "'");
    entity.type = *known;
    entity.name = text_field(value, "name", path);
    entity.actor_country = text_field(value, "actor_country", path);
    entity.sector = text_field(value, "sector", path);
    read_mentions(value, path, entity.mentions);
    record_.entities.push_back(std::move(entity));
  }

  void read_statement(const json& value, const Path& path) {
    object_at(value, path);
    RecordStatement statement;
    statement.id = required_text(value, "id", path);
    if (entities_.contains(statement.id) || !statements_.insert(statement.id).second) {
      fail({&path, "id"}, "'" + statement.id + "' is used twice");
    }
    statement.span = read_span(value, path);
    each(value, "about", path, [&](const json& item, const Path& at) {
      if (!item.is_string()) fail(at, std::string("expected an entity id, found ") + item.type_name());
      statement.about.push_back(item.get<std::string>());
      check_entity(statement.about.back(), at);
    });
    record_.statements.push_back(std::move(statement));
  }

  void check_entity(const std::string& id, const Path& path) const {
    if (!entities_.contains(id)) fail(path, "'" + id + "' is no entity of this record");
  }

  std::string entity_field(const json& value, const char* name, const Path& path) const {
    std::string id = text_field(value, name, path);
    if (!id.empty()) check_entity(id, {&path, name});
    return id;
  }

  void read_arguments(const json& value, const Path& path, RecordRelation& relation) const {
    relation.subject = required_text(value, "subject", path);
    check_entity(relation.subject, {&path, "subject"});
    relation.object = required_text(value, "object", path);
    const Path object{&path, "object"};
    if (relation.type == RelationType::kAlsoKnownAs) return;  // the object is the name itself
    if (relation.type == RelationType::kStated) {
      if (!statements_.contains(relation.object) && !entities_.contains(relation.object)) {
        fail(object, "'" + relation.object + "' is no statement of this record");
      }
    } else {
      check_entity(relation.object, object);
    }
  }

  void read_relation(const json& value, const Path& path) {
    object_at(value, path);
    RecordRelation relation;
    const std::string type = required_text(value, "relation", path);
    const auto known = parse_relation(type);
    if (!known) fail({&path, "relation"}, "unknown relation '" + type + "'");
    relation.type = *known;
    if (*known == RelationType::kOpen) relation.open = type.substr(5);
    read_arguments(value, path, relation);
    relation.negated = bool_field(value, "negated", path);
    const std::string modality = text_field(value, "modality", path);
    if (const auto parsed = parse_modality(modality)) {
      relation.modality = *parsed;
    } else if (!modality.empty()) {
      fail({&path, "modality"}, "unknown modality '" + modality + "'");
    }
    relation.attributed_to = entity_field(value, "attributed_to", path);
    relation.place = entity_field(value, "place", path);
    relation.time = text_field(value, "time", path);
    relation.title = text_field(value, "title", path);
    if (const json* confidence = find(value, "confidence")) {
      const Path at{&path, "confidence"};
      if (!confidence->is_number()) fail(at, std::string("expected a number, found ") + confidence->type_name());
      relation.confidence = confidence->get<double>();
      if (!(relation.confidence >= 0 && relation.confidence <= 1)) fail(at, "is not between 0 and 1");
    }
    read_spans(value, "evidence", path, relation.evidence);
    if (const json* open = find(value, "open")) {
      const Path at{&path, "open"};
      object_at(*open, at);
      read_spans(*open, "subject", at, relation.open_subject);
      read_spans(*open, "predicate", at, relation.open_predicate);
      read_spans(*open, "object", at, relation.open_object);
    }
    record_.relations.push_back(std::move(relation));
  }

  void read_spans(const json& value, const char* name, const Path& path, std::vector<Span>& spans) const {
    each(value, name, path, [&](const json& item, const Path& at) { spans.push_back(read_span(item, at)); });
  }

  void keep_unknown() {
    static const std::unordered_set<std::string> known_top = {"doc",        "text",      "entities",
                                                              "statements", "relations", "chains"};
    static const std::unordered_set<std::string> known_doc = {"id",  "title",    "date",  "source",
                                                              "url", "language", "origin"};
    json extra = json::object();
    for (const auto& [name, value] : root_.items()) {
      if (!known_top.contains(name)) extra[name] = value;
    }
    for (const auto& [name, value] : root_["doc"].items()) {
      if (!known_doc.contains(name)) extra["doc"][name] = value;
    }
    if (!extra.empty()) record_.extra = extra.dump(-1, ' ', false, json::error_handler_t::replace);
  }

  const json& root_;
  const Path top_{nullptr, ""};
  Record record_;
  uint64_t points_ = std::numeric_limits<uint32_t>::max();  // without the text no offset is too large
  std::unordered_set<std::string> entities_;
  std::unordered_set<std::string> statements_;
};

// `[json.exception.parse_error.101] parse error at line 1, column 9: reason` without the parts that say nothing to a
// user.
std::string short_reason(std::string message) {
  if (const size_t end = message.find("] "); message.starts_with("[json.") && end != std::string::npos) {
    message.erase(0, end + 2);
  }
  if (const size_t colon = message.find(": "); message.starts_with("parse error at") && colon != std::string::npos) {
    message.erase(0, colon + 2);
  }
  return "no JSON: " + message;
}

constexpr int kMaxDepth = 64;

// The parser copes with any depth, but what walks over the parsed value recurses.
void check_depth(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') quoted = !quoted;
    if (quoted && c == '\\') ++i;
    if (quoted) continue;
    if ((c == '[' || c == '{') && ++depth > kMaxDepth) throw ParseError("nested deeper than 64 levels", {}, 0, i + 1);
    if (c == ']' || c == '}') --depth;
  }
}

}  // namespace

Record parse_record(std::string_view json_line) {
  check_depth(json_line);
  json root;
  try {
    root = json::parse(json_line);
  } catch (const json::parse_error& error) {
    const std::string repaired = replace_lone_surrogates(json_line);
    if (!repaired.empty()) return parse_record(repaired);
    throw ParseError(short_reason(error.what()), {}, 0, error.byte);
  } catch (const json::exception& error) {
    throw ParseError(short_reason(error.what()));
  }
  return Reader(root).read();
}

}  // namespace actant
