#ifndef ACTANT_EXTRACT_TEXT_FORMAT_FEED_ARTICLE_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_FEED_ARTICLE_H_

#include <string>

#include "extract/text/article_reader.h"
#include "extract/text/format/xml_tree.h"

namespace actant {

/// What a feed says of itself.
struct FeedInfo {
  std::string title, language;
};

/// Makes an article of an `item` of RSS or an `entry` of Atom. The text is `content:encoded` or `content`, else
/// `description` or `summary`, which is an excerpt; HTML in it becomes text.
/// \return an empty string, or the reason why it is no article.
std::string fill_feed_article(const XmlNode& item, const FeedInfo& feed, const ReadOptions& options,
                              InputArticle& article);

/// The text of an element that holds text, escaped HTML, or XHTML.
std::string element_text(const XmlNode& element);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_FEED_ARTICLE_H_
