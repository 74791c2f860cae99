// Any bytes as the JSON-LD of a page, as a tag in its head, and as its address: metadata are UTF-8, dates are dates and
// not behind the day of the crawl.

#include "extract/text/archive/charset.h"
#include "extract/text/date.h"
#include "extract/text/html/html_converter.h"
#include "extract/text/html/linked_data.h"
#include "tests/fuzz/read_records.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace actant;
  const std::string bytes = replace_invalid_utf8({reinterpret_cast<const char*>(data), size});
  const LinkedArticle linked = find_linked_article({bytes});
  for (const std::string* field : {&linked.headline, &linked.publisher, &linked.author, &linked.body, &linked.url}) {
    fuzz::require_utf8(*field);
  }
  const std::string date = date_in_address(bytes);
  fuzz::require(date.empty() || parse_date(date) == date);
  static HtmlConverter converter;
  for (const std::string& head : {"<script type=\"application/ld+json\">" + bytes + "</script>", bytes}) {
    HtmlArticle article;
    converter.convert("<html><head>" + head + "</head><body><h1>A</h1><p itemprop=datePublished>B</body></html>", bytes,
                      "2025-08-04", article);
    const HtmlMetadata& found = article.metadata;
    for (const std::string* field : {&found.title, &found.source, &found.url, &found.language, &found.body}) {
      fuzz::require_utf8(*field);
    }
    fuzz::require(found.date.empty() || (parse_date(found.date) == found.date && found.date <= "2025-08-04"));
  }
  return 0;
}
