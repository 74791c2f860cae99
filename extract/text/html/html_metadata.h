#ifndef ACTANT_EXTRACT_TEXT_HTML_HTML_METADATA_H_
#define ACTANT_EXTRACT_TEXT_HTML_HTML_METADATA_H_

#include <string>
#include <string_view>
#include <vector>

#include "extract/text/html/html_tree.h"

namespace actant {

/// What a page says of its article. Empty strings mean unknown; dates are as parse_date() gives them (date.h).
struct HtmlMetadata {
  std::string title, date, source, url, language, author;
  std::string body;  ///< `articleBody` of JSON-LD: plain text, whole or cut
  bool date_from_url = false;
};

/// Looks in this order: JSON-LD (NewsArticle and its kinds, before Article and BlogPosting; in arrays and `@graph`),
/// microdata and RDFa (`itemprop`), `<meta>` (Open Graph, article:, rNews, Dublin Core, parsely, ...), `<time
/// datetime>`, a date in the address, `<title>`, `<h1>`. `address` is where the page was fetched, or empty.
///
/// A date behind `latest` (calendar form; empty: no limit), the day of the crawl, is wrong and passed over.
HtmlMetadata find_metadata(const HtmlTree& tree, const std::vector<std::string_view>& linked_data,
                           std::string_view address, std::string_view latest);

/// The date in the path of an address, `/2024/05/17/` or `/2024-05-17-` (also `/2024/05/`, partial); empty when there
/// is none.
std::string date_in_address(std::string_view address);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_HTML_HTML_METADATA_H_
