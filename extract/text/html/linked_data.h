#ifndef ACTANT_EXTRACT_TEXT_HTML_LINKED_DATA_H_
#define ACTANT_EXTRACT_TEXT_HTML_LINKED_DATA_H_

#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// The article that JSON-LD of a page describes (https://schema.org/NewsArticle); empty strings mean unknown.
struct LinkedArticle {
  std::string headline, date_published, date_modified, publisher, author, body, language, url;
};

/// Looks through the scripts for the first object of a kind of news article, else of any article or blog posting: at
/// the top, in arrays, in `@graph` and as `mainEntity`. Broken JSON is passed over.
LinkedArticle find_linked_article(const std::vector<std::string_view>& scripts);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_HTML_LINKED_DATA_H_
