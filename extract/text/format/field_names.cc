#include "extract/text/format/field_names.h"

#include <array>
#include <utility>

#include "extract/text/strings.h"

namespace actant {
namespace {

constexpr auto kText = std::to_array<std::string_view>(
    {"text", "maintext", "body", "content", "articlebody", "article_text", "full_text", "raw_text", "event_text",
     "story", "content_text", "body_text", "body_html", "content_html", "body_xhtml"});
constexpr auto kTitle = std::to_array<std::string_view>({"title", "headline", "title_page", "name"});
constexpr auto kDate = std::to_array<std::string_view>(
    {"date_publish", "date", "published", "publishedat", "published_at", "pub_date", "publish_date", "publication_date",
     "publicationdate", "datepublished", "created_at", "timestamp", "date_published", "versioncreated", "firstcreated",
     "date_gmt", "published_time"});
constexpr auto kUrl = std::to_array<std::string_view>({"url", "link", "source_url", "sourceurl", "uri", "id"});
constexpr auto kSource =
    std::to_array<std::string_view>({"source_domain", "source-hostname", "hostname", "sitename", "source", "media_name",
                                     "publisher", "outlet", "domain", "provider"});
constexpr auto kLanguage = std::to_array<std::string_view>({"language", "lang"});
constexpr auto kId = std::to_array<std::string_view>({"id", "story_id", "guid", "uuid"});

constexpr auto kAuthor = std::to_array<std::string_view>({"authors", "author", "byline", "creator"});

}  // namespace

std::span<const std::string_view> field_names(ArticleField field) {
  switch (field) {
    case ArticleField::kText: return kText;
    case ArticleField::kTitle: return kTitle;
    case ArticleField::kDate: return kDate;
    case ArticleField::kUrl: return kUrl;
    case ArticleField::kSource: return kSource;
    case ArticleField::kLanguage: return kLanguage;
    case ArticleField::kId: return kId;
    case ArticleField::kAuthor: return kAuthor;
  }
  return {};
}

const std::string& chosen_name(const ReadOptions& options, ArticleField field) {
  switch (field) {
    case ArticleField::kText: return options.text_field;
    case ArticleField::kTitle: return options.title_field;
    case ArticleField::kDate: return options.date_field;
    case ArticleField::kUrl: return options.url_field;
    case ArticleField::kSource: return options.source_field;
    case ArticleField::kLanguage: return options.language_field;
    case ArticleField::kAuthor: return options.author_field;
    case ArticleField::kId: break;
  }
  return options.id_field;
}

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
    if (equal_ignoring_case(name, tag)) return std::string(code);
  }
  if (tag.size() < 2 || !is_ascii_letter(tag[0]) || !is_ascii_letter(tag[1])) return {};
  if (tag.size() > 2 && tag[2] != '-' && tag[2] != '_') return {};
  return {ascii_lower(tag[0]), ascii_lower(tag[1])};
}

}  // namespace actant
