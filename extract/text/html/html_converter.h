#ifndef ACTANT_EXTRACT_TEXT_HTML_HTML_CONVERTER_H_
#define ACTANT_EXTRACT_TEXT_HTML_HTML_CONVERTER_H_

#include <string>
#include <string_view>

#include "extract/text/html/html_metadata.h"
#include "extract/text/html/html_tree.h"
#include "extract/text/html/markup_filter.h"

namespace actant {

/// What a page was turned into.
struct HtmlArticle {
  HtmlMetadata metadata;
  std::string text;  ///< the running text, see find_main_text(); empty when the page has none
};

/// Turns pages into articles. Keeps its memory from page to page. Not thread-safe.
class HtmlConverter {
 public:
  /// `html` is UTF-8 (charset.h tells how to get there); `address` and `latest` as for find_metadata().
  /// \return false when the page is too complex to be parsed (html_tree.h).
  bool convert(std::string_view html, std::string_view address, std::string_view latest, HtmlArticle& article);

 private:
  MarkupFilter filter_;
  HtmlTree tree_;
};

/// All text of a piece of HTML, entities resolved, its blocks parted by empty lines: `<p>A &amp; B</p>` gives `A & B`.
std::string html_fragment_text(std::string_view html);

/// The character set that the first bytes of a page declare in a `<meta>`; empty when there is none.
std::string_view declared_html_charset(std::string_view html);

/// Whether a text is a piece of HTML: it holds the end tag of a block.
bool looks_like_html(std::string_view text);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_HTML_HTML_CONVERTER_H_
