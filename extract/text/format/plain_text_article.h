#ifndef ACTANT_EXTRACT_TEXT_FORMAT_PLAIN_TEXT_ARTICLE_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_PLAIN_TEXT_ARTICLE_H_

#include <string>

#include "extract/text/article_reader.h"

namespace actant {

/// Makes an article of a plain text file, as article_reader.h describes; `bytes` (without byte order mark) is consumed.
/// `info.id` stays empty when the header does not give it; `info.origin` is left alone.
/// \return an empty string, or the reason why it is no article (one line).
std::string parse_plain_text_article(std::string&& bytes, const ReadOptions& options, InputArticle& article);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_PLAIN_TEXT_ARTICLE_H_
