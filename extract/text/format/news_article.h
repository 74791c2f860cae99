#ifndef ACTANT_EXTRACT_TEXT_FORMAT_NEWS_ARTICLE_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_NEWS_ARTICLE_H_

#include <string>

#include "extract/text/article_reader.h"
#include "extract/text/format/xml_tree.h"

namespace actant {

// Articles in the formats of news agencies (https://iptc.org/standards/). Each returns an empty string, or the reason
// why the record is no article; `no article: ...` where it is a picture, a film or a package.

/// NITF 3: title, `docdata` (date.issue, doc-id), `pubdata`, headline, dateline, paragraphs of `body.content`; of a
/// block `full_text` alone where there is one (The New York Times Annotated Corpus).
std::string fill_nitf_article(const XmlNode& nitf, const ReadOptions& options, InputArticle& article);

/// A `newsItem` of NewsML-G2: guid, itemMeta, contentMeta, contentSet with inlineXML (XHTML or NITF) or inlineData.
std::string fill_newsml_g2_article(const XmlNode& item, const ReadOptions& options, InputArticle& article);

/// A `NewsItem` of NewsML 1.
std::string fill_newsml_article(const XmlNode& item, const ReadOptions& options, InputArticle& article);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_NEWS_ARTICLE_H_
