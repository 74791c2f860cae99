#ifndef ACTANT_EXTRACT_TEXT_JSON_ARTICLE_H_
#define ACTANT_EXTRACT_TEXT_JSON_ARTICLE_H_

#include <string>
#include <string_view>

#include "extract/text/article_reader.h"

namespace actant {

/// Reads one JSON object as an article: news-please, trafilatura, NGEC and like records. Of the names below the first
/// that holds a value is taken, case ignored; a name in `options` goes before all of them.
///
/// - text: text maintext body content articleBody article_text full_text raw_text event_text story
/// - title: title headline title_page name
/// - date: date_publish date published publishedAt published_at pub_date publish_date publication_date publicationDate
///   datePublished created_at timestamp; a string or a number of parse_date() (date.h), anything else counts as missing
/// - url: url link source_url sourceUrl, and id where it is an address
/// - source: source_domain source-hostname hostname sitename source media_name publisher outlet domain; an object gives
/// its name
/// - language: language lang; `en-US`, `eng` and `English` become `en`
/// - id: id story_id guid uuid; a string or an integer
///
/// `info.origin` is left alone.
/// \return an empty string, or the reason why `json` is no article (one line).
std::string parse_json_article(std::string_view json, const ReadOptions& options, InputArticle& article);

/// ISO 639-1 code of a language tag or English name, empty when it is not known.
std::string language_code(std::string_view tag);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_JSON_ARTICLE_H_
