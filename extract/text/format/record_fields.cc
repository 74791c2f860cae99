#include "extract/text/format/record_fields.h"

#include "extract/text/html/html_converter.h"
#include "extract/text/strings.h"

namespace actant {

template <typename Accept>
void RecordFields::find(ArticleField field, const Accept& accept) const {
  if (const std::string& chosen = chosen_name(options_, field); !chosen.empty()) {
    if (auto value = value_of_(chosen, field)) accept(chosen, std::move(*value));
    return;
  }
  for (const std::string_view name : field_names(field)) {
    auto value = value_of_(name, field);
    if (value && accept(name, std::move(*value))) return;
  }
}

std::string RecordFields::first(ArticleField field) const {
  std::string result;
  find(field, [&](std::string_view, std::string&& value) {
    result = trim(value);
    return !result.empty();
  });
  return result;
}

std::string RecordFields::take_text(std::string& text) const {
  bool seen = false;
  text.clear();
  find(ArticleField::kText, [&](std::string_view name, std::string&& value) {
    seen = true;
    const std::string_view inner = trim(value);
    if (inner.empty()) return false;
    // Web pages in a field: those that say so, and those that begin with a tag and hold the end of a block.
    const bool markup = name.ends_with("html") || (inner[0] == '<' && looks_like_html(inner));
    text = markup ? html_fragment_text(value) : std::move(value);
    return !trim(text).empty();
  });
  if (!trim(text).empty()) return {};
  if (seen) return "no text: the text field is empty";
  if (!options_.text_field.empty()) return "no text: the field " + options_.text_field + " is missing or no string";
  return "no text: none of the fields text, maintext, body, content, articleBody, article_text, full_text, raw_text, "
         "event_text and story holds a string";
}

void RecordFields::take_date(InputArticle& article) const {
  find(ArticleField::kDate,
       [&](std::string_view, std::string&& value) { return set_article_date(value, options_, article); });
}

std::string RecordFields::fill(InputArticle& article) const {
  if (std::string reason = take_text(article.text); !reason.empty()) return reason;
  ArticleInfo& info = article.info;
  info.title = first(ArticleField::kTitle);
  info.source = first(ArticleField::kSource);
  info.id = first(ArticleField::kId);
  info.language = language_code(first(ArticleField::kLanguage));
  set_author(first(ArticleField::kAuthor), article);
  info.url.clear();
  info.date.clear();
  find(ArticleField::kUrl, [&](std::string_view, std::string&& value) {
    const std::string_view url = trim(value);
    if (is_web_address(url) || !options_.url_field.empty()) info.url = url;
    return !info.url.empty();
  });
  take_date(article);
  // trafilatura writes the address as `source`, and the publisher as `source-hostname`.
  if (is_web_address(info.source)) {
    if (info.url.empty()) info.url = info.source;
    info.source.clear();
  } else if (info.url.empty() && options_.url_field.empty()) {
    const std::string source(trim(value_of_("source", ArticleField::kSource).value_or("")));
    if (is_web_address(source)) info.url = source;
  }
  return {};
}

void set_author(std::string_view value, InputArticle& article) {
  constexpr size_t kLongest = 200;  // more is a biography
  std::string author = collapse_blanks(value);
  for (const std::string_view word : {"By ", "by ", "BY "}) {
    if (author.starts_with(word)) author.erase(0, word.size());
  }
  if (author.size() <= kLongest && !is_web_address(author)) article.author = std::move(author);
}

bool set_article_date(std::string_view value, const ReadOptions& options, InputArticle& article) {
  if (const auto date = parse_date(value, options.day_month_order)) {
    article.info.date = *date;
    article.date_basis = DateBasis::kGiven;
    article.date_order = day_month_order(value);
    return true;
  }
  if (!is_unclear_date(value)) return false;
  article.unclear_date = value;
  return true;
}

}  // namespace actant
