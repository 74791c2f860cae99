#include "extract/text/html/html_metadata.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "extract/text/date.h"
#include "extract/text/format/field_names.h"
#include "extract/text/html/linked_data.h"
#include "extract/text/strings.h"

namespace actant {
namespace {

constexpr auto kDateNames = std::to_array<std::string_view>({"article:published_time",
                                                             "rnews:datepublished",
                                                             "originalpublicationdate",
                                                             "article_date_original",
                                                             "publication_date",
                                                             "sailthru.date",
                                                             "publishdate",
                                                             "pubdate",
                                                             "publish_date",
                                                             "dc.date",
                                                             "parsely-pub-date",
                                                             "date",
                                                             "dc.date.issued",
                                                             "dcterms.date",
                                                             "dcterms.created",
                                                             "article.published",
                                                             "published-date",
                                                             "og:published_time",
                                                             "og:article:published_time",
                                                             "cxenseparse:recs:publishtime",
                                                             "datepublished"});
constexpr auto kModifiedNames =
    std::to_array<std::string_view>({"article:modified_time", "og:updated_time", "last-modified"});
constexpr auto kTitleNames = std::to_array<std::string_view>(
    {"og:title", "twitter:title", "headline", "hdl", "dc.title", "dcterms.title", "parsely-title", "sailthru.title"});
constexpr auto kUrlNames = std::to_array<std::string_view>({"og:url", "twitter:url", "parsely-link"});
constexpr auto kSourceNames = std::to_array<std::string_view>(
    {"og:site_name", "application-name", "dc.publisher", "publisher", "cre", "article:publisher"});
constexpr auto kAuthorNames = std::to_array<std::string_view>(
    {"author", "byl", "dc.creator", "parsely-author", "sailthru.author", "article:author"});

// The day of a date that is none behind the crawl; empty otherwise.
std::string usable_date(std::string_view value, std::string_view latest) {
  const auto date = parse_date(value);
  if (!date) return {};
  // A partial date is behind the limit only when its own digits are.
  const bool behind = !latest.empty() && std::string_view(*date) > latest.substr(0, date->size());
  return behind ? std::string() : *date;
}

class Collector {
 public:
  Collector(const HtmlTree& tree, std::string_view latest) : tree_(tree), latest_(latest) {}

  void run() {
    const auto& nodes = tree_.nodes();
    for (uint32_t i = 0; i < nodes.size(); ++i) {
      const HtmlNode& node = nodes[i];
      if (!node.is_element()) continue;
      if (node.tag == HtmlTag::kHtml) language = tree_.attribute(node, "lang");
      if (node.tag == HtmlTag::kMeta) meta(node);
      if (node.tag == HtmlTag::kTitle && title.empty()) title = text_of(i);
      if (node.tag == HtmlTag::kHeading && node.level == 1 && heading.empty()) heading = text_of(i);
      if (node.tag == HtmlTag::kTime && time.empty()) time = usable_date(tree_.attribute(node, "datetime"), latest_);
      for (const char* attribute : {"itemprop", "property"}) {
        if (const std::string_view property = tree_.attribute(node, attribute); !property.empty()) item(i, property);
      }
    }
  }

  template <size_t kSize>
  std::string first(const std::array<std::string_view, kSize>& names) const {
    for (const std::string_view name : names) {
      const auto at = values_.find(name);
      if (at != values_.end()) return at->second;
    }
    return {};
  }

  template <size_t kSize>
  std::string first_date(const std::array<std::string_view, kSize>& names) const {
    for (const std::string_view name : names) {
      const auto at = values_.find(name);
      if (at == values_.end()) continue;
      if (std::string date = usable_date(at->second, latest_); !date.empty()) return date;
    }
    return {};
  }

  std::string title, heading, time, language, canonical;
  std::string item_date, item_title;

 private:
  void meta(const HtmlNode& node) {
    if (tree_.attribute(node, "rel") == "canonical") {
      canonical = trim(tree_.attribute(node, "href"));
      return;
    }
    const std::string_view content = trim(tree_.attribute(node, "content"));
    if (content.empty()) return;
    for (const char* attribute : {"property", "name"}) {
      const std::string name = to_lower(trim(tree_.attribute(node, attribute)));
      if (!name.empty()) values_.emplace(name, content);
    }
  }

  // Microdata, and RDFa, which names the vocabulary before a colon.
  void item(uint32_t i, std::string_view property) {
    const HtmlNode& node = tree_.nodes()[i];
    property.remove_prefix(std::min(property.rfind(':') + 1, property.size()));
    if (property == "datePublished" && item_date.empty()) {
      std::string_view value = tree_.attribute(node, "datetime");
      if (value.empty()) value = tree_.attribute(node, "content");
      item_date = usable_date(value.empty() ? text_of(i) : std::string(value), latest_);
    }
    if (property == "headline" && item_title.empty()) {
      const std::string_view value = tree_.attribute(node, "content");
      item_title = value.empty() ? text_of(i) : std::string(value);
    }
  }

  std::string text_of(uint32_t i) const {
    std::string text;
    for (uint32_t n = i; n < tree_.nodes()[i].end && text.size() < 2000; ++n) text += tree_.nodes()[n].text;
    return collapse_blanks(text);
  }

  const HtmlTree& tree_;
  const std::string_view latest_;
  std::map<std::string, std::string, std::less<>> values_;
};

bool is_source_name(std::string_view name) { return !name.empty() && !is_web_address(name) && name.size() < 80; }

// `Headline | The Daily` without the name of the publisher.
std::string without_site(const std::string& title, std::string_view site) {
  for (const std::string_view mark : {" | ", " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", " :: "}) {
    const size_t at = title.rfind(mark);
    if (at == std::string::npos || at < 10) continue;
    const std::string_view tail = trim(std::string_view(title).substr(at + mark.size()));
    if (mark == " | " || equal_ignoring_case(tail, site)) return title.substr(0, at);
  }
  return title;
}

std::string first_of(std::initializer_list<std::string> values) {
  for (const std::string& value : values) {
    if (!value.empty()) return value;
  }
  return {};
}

}  // namespace

std::string date_in_address(std::string_view address) {
  const size_t scheme = address.find("://");
  const size_t begin = address.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  if (begin == std::string_view::npos) return {};
  const std::string_view path = address.substr(begin, address.find_first_of("?#", begin) - begin);
  std::string partial;
  for (size_t i = 0; i + 5 < path.size(); ++i) {
    const auto digits = [&](size_t at, size_t count) {
      for (size_t k = at; k < at + count; ++k) {
        if (k >= path.size() || !is_ascii_digit(path[k])) return false;
      }
      return true;
    };
    if ((i > 0 && is_ascii_digit(path[i - 1])) || !digits(i, 4)) continue;
    const std::string_view year = path.substr(i, 4);
    if (year < "1990" || year > "2099") continue;
    const char mark = i + 4 < path.size() ? path[i + 4] : '\0';
    if (digits(i, 8) && !digits(i, 9)) {
      if (const auto date = parse_date(path.substr(i, 8))) return *date;
    }
    if ((mark != '/' && mark != '-') || !digits(i + 5, 2)) continue;
    if (i + 7 < path.size() && path[i + 7] == mark && digits(i + 8, 2) && !digits(i + 8, 3)) {
      if (const auto date = parse_date(std::string(path.substr(i, 10)))) return *date;
    }
    if (partial.empty() && !digits(i + 5, 3)) {
      if (const auto date = parse_date(std::string(path.substr(i, 4)) + "-" + std::string(path.substr(i + 5, 2)))) {
        partial = *date;
      }
    }
  }
  return partial;
}

HtmlMetadata find_metadata(const HtmlTree& tree, const std::vector<std::string_view>& linked_data,
                           std::string_view address, std::string_view latest) {
  const LinkedArticle linked = find_linked_article(linked_data);
  Collector page(tree, latest);
  page.run();
  HtmlMetadata result;
  result.url = first_of({linked.url, page.first(kUrlNames), page.canonical, std::string(address)});
  if (!is_web_address(result.url)) result.url = address;
  result.date =
      first_of({usable_date(linked.date_published, latest), page.item_date, page.first_date(kDateNames), page.time});
  if (result.date.empty()) {
    const std::string date = date_in_address(address.empty() ? std::string_view(result.url) : address);
    const bool behind = !latest.empty() && std::string_view(date) > latest.substr(0, date.size());
    result.date = behind ? std::string() : date;
    result.date_from_url = !result.date.empty();
  }
  if (result.date.empty())
    result.date = first_of({usable_date(linked.date_modified, latest), page.first_date(kModifiedNames)});
  result.source = linked.publisher;
  if (!is_source_name(result.source)) result.source = page.first(kSourceNames);
  if (!is_source_name(result.source)) result.source = host_of(result.url);
  result.title = first_of({linked.headline, page.item_title, page.first(kTitleNames)});
  if (result.title.empty() && !page.title.empty()) result.title = without_site(page.title, result.source);
  if (result.title.empty()) result.title = page.heading;
  result.title = collapse_blanks(result.title);
  result.language = language_code(first_of({linked.language, page.language}));
  result.author = first_of({linked.author, page.first(kAuthorNames)});
  result.body = linked.body;
  return result;
}

}  // namespace actant
