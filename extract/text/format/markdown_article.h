#ifndef ACTANT_EXTRACT_TEXT_FORMAT_MARKDOWN_ARTICLE_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_MARKDOWN_ARTICLE_H_

#include <string>
#include <string_view>

#include "extract/text/article_reader.h"

namespace actant {

/// Makes an article of a Markdown file. Front matter between lines `---` (YAML) or `+++` (TOML) is metadata: lines
/// `key: value` or `key = value`, read under the names of field_names.h; lists and nested values are passed over. The
/// text is what a reader sees, paragraphs parted by empty lines: emphasis, addresses of links, pictures, code blocks
/// and tags go, wrapped lines are joined (CommonMark, through md4c).
/// \return an empty string, or the reason why it is no article (one line).
std::string parse_markdown_article(std::string markdown, const ReadOptions& options, InputArticle& article);

/// The text of Markdown as above.
std::string markdown_text(std::string_view markdown);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_MARKDOWN_ARTICLE_H_
