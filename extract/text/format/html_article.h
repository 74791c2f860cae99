#ifndef ACTANT_EXTRACT_TEXT_FORMAT_HTML_ARTICLE_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_HTML_ARTICLE_H_

#include <string>
#include <string_view>

#include "extract/text/article_reader.h"
#include "extract/text/html/html_converter.h"

namespace actant {

/// What is known of a page from outside.
struct PageContext {
  std::string_view address;     ///< where it was fetched; empty: unknown
  std::string_view charset;     ///< of the HTTP header; empty: none
  std::string_view crawl_date;  ///< calendar form with day; empty: unknown
};

/// Makes an article of a page. The character set is that of the byte order mark, the HTTP header, the `<meta>`, else
/// UTF-8 where the bytes are, else Windows-1252. Without any other date the article has the crawl date, marked as such.
/// \return an empty string, or the reason why it is no article (one line).
std::string parse_html_article(std::string&& bytes, const PageContext& context, HtmlConverter& converter,
                               InputArticle& article);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_HTML_ARTICLE_H_
