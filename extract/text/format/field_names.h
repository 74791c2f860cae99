#ifndef ACTANT_EXTRACT_TEXT_FORMAT_FIELD_NAMES_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_FIELD_NAMES_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "extract/text/article_reader.h"

namespace actant {

/// What the readers of JSON and of tables look for in a record.
enum class ArticleField : uint8_t { kText, kTitle, kDate, kUrl, kSource, kLanguage, kId, kAuthor };

/// The names, in lower case, under which news archives keep a field, those to be tried first in front: news-please,
/// trafilatura, newspaper4k, NewsAPI, NGEC, Media Cloud, ninjs, JSON Feed, WordPress.
///
/// - text: text maintext body content articleBody article_text full_text raw_text event_text story content_text
/// body_text
///   body_html content_html body_xhtml
/// - title: title headline title_page name
/// - date: date_publish date published publishedAt published_at pub_date publish_date publication_date publicationDate
///   datePublished created_at timestamp date_published versioncreated firstcreated date_gmt published_time
/// - url: url link source_url sourceUrl uri, and id where it is an address
/// - source: source_domain source-hostname hostname sitename source media_name publisher outlet domain provider
/// - language: language lang
/// - id: id story_id guid uuid
/// - author: authors author byline creator
std::span<const std::string_view> field_names(ArticleField field);

/// The name that the user chose for a field; empty when none.
const std::string& chosen_name(const ReadOptions& options, ArticleField field);

/// ISO 639-1 code of a language tag or English name, empty when it is not known: `en-US`, `eng` and `English` give
/// `en`.
std::string language_code(std::string_view tag);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_FIELD_NAMES_H_
