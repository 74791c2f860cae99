#include "extract/text/format/feed_article.h"

#include "extract/text/format/record_fields.h"
#include "extract/text/html/html_converter.h"
#include "extract/text/strings.h"

namespace actant {
namespace {

std::string link_of(const XmlNode& item) {
  std::string first;
  for (const XmlNode& node : item.children) {
    if (node.name != "link") continue;
    const std::string_view rel = node.attribute("rel"), href = node.attribute("href");
    const std::string address = href.empty() ? collapse_blanks(node.all_text()) : std::string(href);
    if (!is_web_address(address)) continue;
    if (rel.empty() || rel == "alternate") return address;
    if (first.empty() && rel != "enclosure" && rel != "self") first = address;
  }
  return first;
}

}  // namespace

std::string element_text(const XmlNode& element) {
  bool elements = false;
  for (const XmlNode& child : element.children) elements = elements || !child.name.empty();
  if (elements) return html_fragment_text(element.inner_markup());
  const std::string text = element.all_text();
  const bool markup =
      looks_like_html(text) || text.find("</") != std::string::npos || text.find('&') != std::string::npos;
  return markup ? html_fragment_text(text) : std::string(trim(text));
}

std::string fill_feed_article(const XmlNode& item, const FeedInfo& feed, const ReadOptions& options,
                              InputArticle& article) {
  ArticleInfo& info = article.info;
  for (const char* name : {"content:encoded", "content", "description", "summary", "encoded"}) {
    const XmlNode* node = item.child(name);
    if (node == nullptr) continue;
    article.text = element_text(*node);
    article.excerpt = std::string_view(name) == "description" || std::string_view(name) == "summary";
    if (!article.text.empty()) break;
  }
  if (const XmlNode* title = item.child("title")) info.title = collapse_blanks(element_text(*title));
  if (article.text.empty()) return "no text: the item has neither content nor description";
  info.url = link_of(item);
  std::string id = item.text_of("guid");
  if (id.empty()) id = item.text_of("id");
  if (info.url.empty() && is_web_address(id)) info.url = id;
  info.id = id;
  for (const char* name : {"pubDate", "published", "dc:date", "date", "updated", "issued"}) {
    const std::string date = item.text_of(name);
    if (!date.empty() && set_article_date(date, options, article)) break;
  }
  for (const char* name : {"dc:creator", "author", "creator"}) {
    const XmlNode* author = item.child(name);
    if (author == nullptr) continue;
    const std::string person = author->text_of("name");  // of Atom
    set_author(person.empty() ? element_text(*author) : person, article);
    break;
  }
  info.source = item.text_of("source");
  if (const XmlNode* source = item.child("source"); source != nullptr && source->child("title") != nullptr) {
    info.source = source->text_of("title");
  }
  if (info.source.empty()) info.source = feed.title;
  info.language = language_code(feed.language);
  return {};
}

}  // namespace actant
