#include "extract/text/html/html_converter.h"

#include <algorithm>

#include "extract/text/html/main_text.h"
#include "extract/text/strings.h"

namespace actant {

bool HtmlConverter::convert(std::string_view html, std::string_view address, std::string_view latest,
                            HtmlArticle& article) {
  article = {};
  filter_.run(html);
  if (!tree_.parse(filter_.markup(), filter_.runs())) return false;
  article.metadata = find_metadata(tree_, filter_.linked_data(), address, latest);
  article.text = find_main_text(tree_, article.metadata.title, article.metadata.body);
  return true;
}

std::string html_fragment_text(std::string_view html) {
  // Pages within pages are small; a tree of their own keeps that of the page around them.
  MarkupFilter filter;
  HtmlTree tree;
  filter.run(html);
  if (!tree.parse(filter.markup(), filter.runs())) return {};
  return all_text(tree);
}

std::string_view declared_html_charset(std::string_view html) {
  constexpr size_t kReach = 4096;  // browsers look at 1,024 bytes; pages with long remarks before it exist
  const std::string_view head = html.substr(0, kReach);
  for (size_t at = find_ignoring_case(head, "charset"); at != std::string_view::npos;
       at = find_ignoring_case(head, "charset", at + 1)) {
    size_t begin = at + 7;
    while (begin < head.size() && is_ascii_blank(head[begin])) ++begin;
    if (begin >= head.size() || head[begin] != '=') continue;
    ++begin;
    while (begin < head.size() && (is_ascii_blank(head[begin]) || head[begin] == '"' || head[begin] == '\'')) ++begin;
    const size_t end = std::min(head.find_first_of("\"'> ;/\r\n\t", begin), head.size());
    if (end > begin) return head.substr(begin, end - begin);
  }
  return {};
}

bool looks_like_html(std::string_view text) {
  const std::string_view head = text.substr(0, 20000);
  for (const std::string_view mark :
       {"</p>", "</div>", "<br>", "<br/>", "<br />", "</li>", "</h2>", "</h3>", "</span>"}) {
    if (find_ignoring_case(head, mark) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace actant
