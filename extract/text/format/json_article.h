#ifndef ACTANT_EXTRACT_TEXT_FORMAT_JSON_ARTICLE_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_JSON_ARTICLE_H_

#include <string>
#include <string_view>

#include "extract/text/article_reader.h"

namespace actant {

/// Reads one JSON object as an article: news-please, trafilatura, NewsAPI, NGEC, ninjs and like records, whose fields
/// field_names.h lists. An object as a value gives its `rendered` (WordPress), `name` or `title`. `info.origin` is left
/// alone.
/// \return an empty string, or the reason why `json` is no article (one line).
std::string parse_json_article(std::string_view json, const ReadOptions& options, InputArticle& article);

/// Where the array of articles begins in an object around it, `{"status": "ok", "articles": [{...}, ...]}`: the offset
/// behind its `[`; 0 when the object that begins `head` is no such thing. Looks at the names articles, items, item,
/// results, docs, stories, entries, posts, records and data, at most three levels deep.
size_t find_article_array(std::string_view head);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_JSON_ARTICLE_H_
