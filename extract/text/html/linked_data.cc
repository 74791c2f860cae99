#include "extract/text/html/linked_data.h"

#include <array>
#include <nlohmann/json.hpp>

#include "extract/text/archive/charset.h"
#include "extract/text/html/html_converter.h"
#include "extract/text/strings.h"

namespace actant {
namespace {

using Json = nlohmann::json;
constexpr int kDeepest = 6;

// 2 for news, 1 for other articles, 0 for anything else.
int rank_of_type(std::string_view type) {
  if (const size_t slash = type.rfind('/'); slash != std::string_view::npos) type.remove_prefix(slash + 1);
  if (type.ends_with("NewsArticle") || type == "LiveBlogPosting") return 2;
  if (type.ends_with("Article") || type == "BlogPosting" || type == "Report") return 1;
  return 0;
}

// Whether one of the types above can be in a script: most of them describe the site, breadcrumbs and videos.
bool may_describe_article(std::string_view script) {
  for (const std::string_view name : {"Article", "BlogPosting", "Report"}) {
    if (script.find(name) != std::string_view::npos) return true;
  }
  return false;
}

int rank_of(const Json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return 0;
  if (type->is_string()) return rank_of_type(type->get_ref<const std::string&>());
  int best = 0;
  if (type->is_array()) {
    for (const Json& one : *type) {
      if (one.is_string()) best = std::max(best, rank_of_type(one.get_ref<const std::string&>()));
    }
  }
  return best;
}

void find_article(const Json& value, int depth, const Json*& best, int& best_rank) {
  if (depth > kDeepest) return;
  if (value.is_array()) {
    for (const Json& element : value) find_article(element, depth + 1, best, best_rank);
    return;
  }
  if (!value.is_object()) return;
  if (const int rank = rank_of(value); rank > best_rank) {
    best = &value;
    best_rank = rank;
  }
  for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
    const auto inner = value.find(key);
    if (inner != value.end()) find_article(*inner, depth + 1, best, best_rank);
  }
}

// A string, the name of an object, or the first of an array that has one.
std::string name_of(const Json& value, int depth = 0) {
  if (value.is_string()) return std::string(trim(value.get_ref<const std::string&>()));
  if (depth > kDeepest) return {};
  if (value.is_object()) {
    for (const char* key : {"name", "@id", "url"}) {
      const auto at = value.find(key);
      if (at != value.end() && at->is_string()) return std::string(trim(at->get_ref<const std::string&>()));
    }
  }
  if (value.is_array()) {
    for (const Json& element : value) {
      if (std::string name = name_of(element, depth + 1); !name.empty()) return name;
    }
  }
  return {};
}

std::string field(const Json& object, const char* key) {
  const auto at = object.find(key);
  return at == object.end() ? std::string() : name_of(*at);
}

// All names of a value, parted by commas.
std::string names(const Json& object, const char* key) {
  const auto at = object.find(key);
  if (at == object.end()) return {};
  if (!at->is_array()) return name_of(*at);
  std::string result;
  for (const Json& element : *at) {
    const std::string name = name_of(element);
    if (!name.empty()) result.append(result.empty() ? "" : ", ").append(name);
  }
  return result;
}

// JSON that sites write by hand has line breaks inside of strings, and remarks of the CMS around it.
Json parse_leniently(std::string_view script) {
  script = trim(script);
  for (const std::string_view start : {"<!--", "//<![CDATA[", "<![CDATA[", "/*<![CDATA[*/"}) {
    if (script.starts_with(start)) script = trim(script.substr(start.size()));
  }
  const size_t end = script.find_last_of("}]");
  if (end == std::string_view::npos) return {};
  script = script.substr(0, end + 1);
  Json json = Json::parse(script, nullptr, false);
  if (!json.is_discarded()) return json;
  std::string flat(script);
  for (char& c : flat) c = static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  json = Json::parse(flat, nullptr, false);
  return json.is_discarded() ? Json() : json;
}

std::string plain(std::string text) {
  const bool markup = text.find("</") != std::string::npos || text.find("&#") != std::string::npos ||
                      text.find("&amp;") != std::string::npos || text.find("&quot;") != std::string::npos ||
                      text.find("&nbsp;") != std::string::npos || text.find("&lt;") != std::string::npos;
  return markup ? html_fragment_text(text) : text;
}

}  // namespace

LinkedArticle find_linked_article(const std::vector<std::string_view>& scripts) {
  LinkedArticle result;
  int best_rank = 0;
  for (const std::string_view script : scripts) {
    if (!may_describe_article(script)) continue;
    const Json json = parse_leniently(script);
    const Json* article = nullptr;
    find_article(json, 0, article, best_rank);
    if (article == nullptr) continue;
    result.headline = plain(field(*article, "headline"));
    if (result.headline.empty()) result.headline = plain(field(*article, "name"));
    result.date_published = field(*article, "datePublished");
    if (result.date_published.empty()) result.date_published = field(*article, "dateCreated");
    result.date_modified = field(*article, "dateModified");
    result.publisher = plain(field(*article, "publisher"));
    result.author = plain(names(*article, "author"));
    result.body = plain(field(*article, "articleBody"));
    result.language = field(*article, "inLanguage");
    result.url = field(*article, "url");
    if (result.url.empty()) result.url = field(*article, "mainEntityOfPage");
  }
  return result;
}

}  // namespace actant
