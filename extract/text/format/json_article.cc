#include "extract/text/format/json_article.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "extract/text/archive/charset.h"
#include "extract/text/format/record_fields.h"
#include "extract/text/html/html_converter.h"
#include "extract/text/strings.h"
#include "extract/text/utf8.h"
#include "extract/text/utf8_report.h"
#include "graph/model/json_repair.h"

namespace actant {
namespace {

using Json = nlohmann::json;

// A string, a number as it is written, or the name of an object; else empty.
std::string scalar(const Json& value) {
  if (value.is_string()) return std::string(trim(value.get_ref<const std::string&>()));
  if (value.is_number_integer()) return value.dump();
  if (value.is_number_float() && value.get<double>() < 1e15 && value.get<double>() > 0) {
    return std::to_string(static_cast<int64_t>(value.get<double>()));  // seconds since 1970 with a fraction
  }
  if (!value.is_object()) return {};
  for (const char* key : {"name", "title", "domain", "id"}) {
    const auto at = value.find(key);
    if (at != value.end() && at->is_string()) return std::string(trim(at->get_ref<const std::string&>()));
  }
  return {};
}

// Names in an array, parted by commas.
std::string names_of(const Json& array) {
  std::string names;
  for (const Json& element : array) {
    const std::string name = element.is_number() ? std::string() : scalar(element);
    if (name.empty()) continue;
    if (!names.empty()) names += ", ";
    names += name;
  }
  return names;
}

// The value of a field as RecordFields wants it; nullopt where it is of no use.
std::optional<std::string> value_of(const Json& value, ArticleField field) {
  const auto rendered = value.is_object() ? value.find("rendered") : value.end();
  if (value.is_object() && rendered != value.end() && rendered->is_string()) {
    return html_fragment_text(rendered->get_ref<const std::string&>());
  }
  if (field == ArticleField::kText) {
    if (!value.is_string()) return std::nullopt;
    return value.get_ref<const std::string&>();
  }
  if (field == ArticleField::kDate && value.is_object()) return std::nullopt;
  if (field == ArticleField::kAuthor && value.is_array()) return names_of(value);
  if (field == ArticleField::kUrl && !value.is_string()) return std::nullopt;
  return scalar(value);
}

// The reason in the parser's message, which begins with its own class name and place.
std::string parse_reason(const Json::exception& error) {
  std::string message = error.what();
  const size_t at = message.find("] ");
  if (at != std::string::npos) message.erase(0, at + 2);
  for (char& c : message) c = static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  if (message.size() > 200) message = message.substr(0, utf8_floor(message, 200)) + " ...";
  return "broken JSON: " + message;
}

constexpr auto kArrays = std::to_array<std::string_view>(
    {"articles", "items", "item", "results", "docs", "stories", "entries", "posts", "records", "data"});

// Reads the string that begins at the quote `at`; the offset behind it, npos when it does not end.
size_t string_end(std::string_view json, size_t at) {
  for (++at; at < json.size(); ++at) {
    if (json[at] == '\\') {
      ++at;
    } else if (json[at] == '"') {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

size_t skip_white(std::string_view text, size_t at) {
  while (at < text.size() && is_ascii_blank(text[at])) ++at;
  return at;
}

}  // namespace

std::string parse_json_article(std::string_view json, const ReadOptions& options, InputArticle& article) {
  if (find_invalid_utf8(json) != json.size()) {
    std::string bytes(json);
    if (std::string reason = make_utf8(bytes, options.encoding, "of the record"); !reason.empty()) return reason;
    return parse_json_article(bytes, options, article);
  }
  Json record;
  try {
    record = Json::parse(json);
  } catch (const Json::exception& error) {  // not only parse_error: a number beyond double is out_of_range
    const std::string repaired = replace_lone_surrogates(json);
    if (!repaired.empty()) return parse_json_article(repaired, options, article);
    return parse_reason(error);
  }
  if (!record.is_object()) return std::string("no record: expected a JSON object, found ") + record.type_name();
  std::unordered_map<std::string, const Json*> values;  // by name in lower case; the first of equal ones
  for (const auto& [key, value] : record.items()) values.emplace(to_lower(key), &value);
  const RecordFields fields(options, [&](std::string_view name, ArticleField field) -> std::optional<std::string> {
    const auto at = values.find(to_lower(name));
    return at == values.end() ? std::nullopt : value_of(*at->second, field);
  });
  return fields.fill(article);
}

size_t find_article_array(std::string_view head) {
  constexpr size_t kDeepest = 3;
  size_t at = skip_white(head, 0), depth = 0;
  if (at >= head.size() || head[at] != '{') return 0;
  while (at < head.size()) {
    const char c = head[at];
    if (c == '{' || c == '[') {
      // Arrays that hold no articles are passed over like objects: by counting.
      ++depth;
      ++at;
    } else if (c == '}' || c == ']') {
      if (--depth == 0) return 0;
      ++at;
    } else if (c == '"') {
      const size_t end = string_end(head, at);
      if (end == std::string_view::npos) return 0;
      const size_t colon = skip_white(head, end);
      if (colon < head.size() && head[colon] == ':' && depth <= kDeepest) {
        const std::string key = to_lower(head.substr(at + 1, end - at - 2));
        const size_t value = skip_white(head, colon + 1);
        const bool array = value < head.size() && head[value] == '[';
        const size_t element = array ? skip_white(head, value + 1) : head.size();
        const bool objects = element < head.size() && head[element] == '{';
        if (objects && std::find(kArrays.begin(), kArrays.end(), key) != kArrays.end()) return value + 1;
        const auto texts = field_names(ArticleField::kText);
        const bool is_text =
            value < head.size() && head[value] == '"' && std::find(texts.begin(), texts.end(), key) != texts.end();
        if (depth == 1 && is_text) return 0;  // the object itself is an article
      }
      at = end;
    } else {
      ++at;
    }
  }
  return 0;
}

}  // namespace actant
