#include "extract/text/json_article.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <span>
#include <utility>

#include "extract/text/date.h"
#include "extract/text/utf8_report.h"
#include "graph/model/json_repair.h"

namespace actant {
namespace {

using Json = nlohmann::json;
using Names = std::span<const std::string_view>;

constexpr auto kText =
    std::to_array<std::string_view>({"text", "maintext", "body", "content", "articlebody", "article_text", "full_text",
                                     "raw_text", "event_text", "story"});
constexpr auto kTitle = std::to_array<std::string_view>({"title", "headline", "title_page", "name"});
constexpr auto kDate = std::to_array<std::string_view>({"date_publish", "date", "published", "publishedat",
                                                        "published_at", "pub_date", "publish_date", "publication_date",
                                                        "publicationdate", "datepublished", "created_at", "timestamp"});
constexpr auto kUrl = std::to_array<std::string_view>({"url", "link", "source_url", "sourceurl", "id"});
constexpr auto kSource = std::to_array<std::string_view>({"source_domain", "source-hostname", "hostname", "sitename",
                                                          "source", "media_name", "publisher", "outlet", "domain"});
constexpr auto kLanguage = std::to_array<std::string_view>({"language", "lang"});
constexpr auto kId = std::to_array<std::string_view>({"id", "story_id", "guid", "uuid"});

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return text;
}

bool is_address(std::string_view text) { return text.find("://") != std::string_view::npos; }

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

class Fields {
 public:
  explicit Fields(const Json& record) : record_(record) {}

  // The value of the first name that `accept` takes.
  template <typename Accept>
  void find(std::string_view chosen, Names names, const Accept& accept) const {
    if (!chosen.empty()) {
      if (const Json* value = get(chosen)) accept(*value);
      return;
    }
    for (const std::string_view name : names) {
      const Json* value = get(name);
      if (value != nullptr && accept(*value)) return;
    }
  }

  std::string find_scalar(std::string_view chosen, Names names) const {
    std::string result;
    find(chosen, names, [&](const Json& value) { return !(result = scalar(value)).empty(); });
    return result;
  }

 private:
  const Json* get(std::string_view name) const {
    for (const auto& [key, value] : record_.items()) {
      if (same_name(key, name)) return &value;
    }
    return nullptr;
  }

  const Json& record_;
};

// The reason in the parser's message, which begins with its own class name and place.
std::string parse_reason(const Json::exception& error) {
  std::string message = error.what();
  const size_t at = message.find("] ");
  if (at != std::string::npos) message.erase(0, at + 2);
  for (char& c : message) c = static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  if (message.size() > 200) message = message.substr(0, utf8_floor(message, 200)) + " ...";
  return "broken JSON: " + message;
}

std::string take_text(const Fields& fields, const ReadOptions& options, std::string& text) {
  bool seen = false;
  fields.find(options.text_field, kText, [&](const Json& value) {
    if (!value.is_string()) return false;
    seen = true;
    if (trim(value.get_ref<const std::string&>()).empty()) return false;
    text = value.get_ref<const std::string&>();
    return true;
  });
  if (!text.empty()) return {};
  if (seen) return "no text: the text field is empty";
  if (!options.text_field.empty()) return "no text: the field " + options.text_field + " is missing or no string";
  return "no text: none of the fields text, maintext, body, content, articleBody, article_text, full_text, raw_text, "
         "event_text "
         "and story holds a string";
}

}  // namespace

std::string language_code(std::string_view tag) {
  static constexpr auto kNames = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"english", "en"}, {"eng", "en"},        {"german", "de"},  {"deu", "de"},     {"ger", "de"},
       {"french", "fr"},  {"fra", "fr"},        {"fre", "fr"},     {"spanish", "es"}, {"spa", "es"},
       {"italian", "it"}, {"ita", "it"},        {"russian", "ru"}, {"rus", "ru"},     {"arabic", "ar"},
       {"ara", "ar"},     {"persian", "fa"},    {"fas", "fa"},     {"farsi", "fa"},   {"chinese", "zh"},
       {"zho", "zh"},     {"portuguese", "pt"}, {"por", "pt"},     {"dutch", "nl"},   {"nld", "nl"},
       {"turkish", "tr"}, {"tur", "tr"},        {"polish", "pl"},  {"pol", "pl"},     {"ukrainian", "uk"},
       {"ukr", "uk"},     {"japanese", "ja"},   {"jpn", "ja"},     {"korean", "ko"},  {"kor", "ko"}});
  tag = trim(tag);
  for (const auto& [name, code] : kNames) {
    if (same_name(name, tag)) return std::string(code);
  }
  const bool letters =
      tag.size() >= 2 && lower(tag[0]) >= 'a' && lower(tag[0]) <= 'z' && lower(tag[1]) >= 'a' && lower(tag[1]) <= 'z';
  if (!letters || (tag.size() > 2 && tag[2] != '-' && tag[2] != '_')) return {};
  return {lower(tag[0]), lower(tag[1])};
}

std::string parse_json_article(std::string_view json, const ReadOptions& options, InputArticle& article) {
  if (std::string reason = describe_invalid_utf8(json, "of the record"); !reason.empty()) return reason;
  Json record;
  try {
    record = Json::parse(json);
  } catch (const Json::exception& error) {  // not only parse_error: a number beyond double is out_of_range
    const std::string repaired = replace_lone_surrogates(json);
    if (!repaired.empty()) return parse_json_article(repaired, options, article);
    return parse_reason(error);
  }
  if (!record.is_object()) return std::string("no record: expected a JSON object, found ") + record.type_name();
  const Fields fields(record);
  article.text.clear();
  if (std::string reason = take_text(fields, options, article.text); !reason.empty()) return reason;
  ArticleInfo& info = article.info;
  info.title = fields.find_scalar(options.title_field, kTitle);
  info.source = fields.find_scalar(options.source_field, kSource);
  info.id = fields.find_scalar(options.id_field, kId);
  info.language = language_code(fields.find_scalar(options.language_field, kLanguage));
  info.url.clear();
  info.date.clear();
  fields.find(options.url_field, kUrl, [&](const Json& value) {
    const std::string url = scalar(value);
    if (value.is_string() && (is_address(url) || !options.url_field.empty())) info.url = url;
    return !info.url.empty();
  });
  fields.find(options.date_field, kDate, [&](const Json& value) {
    const auto date = value.is_object() ? std::nullopt : parse_date(scalar(value));
    if (date) info.date = *date;
    return date.has_value();
  });
  // trafilatura writes the address as `source`; the publisher then stands in a later field.
  if (is_address(info.source)) {
    if (info.url.empty()) info.url = info.source;
    info.source.clear();
  }
  return {};
}

}  // namespace actant
