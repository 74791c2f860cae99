#include "extract/text/format/xml_reader.h"

#include "extract/text/format/feed_article.h"
#include "extract/text/format/news_article.h"
#include "extract/text/strings.h"
#include "graph/model/error.h"

namespace actant {
namespace {

std::vector<std::string_view> record_names(XmlKind kind) {
  switch (kind) {
    case XmlKind::kRss: return {"item"};
    case XmlKind::kAtom: return {"entry"};
    case XmlKind::kNitf: return {"nitf"};
    case XmlKind::kNewsMl: return {"NewsItem"};
    default: return {"newsItem"};
  }
}

}  // namespace

XmlKind xml_kind(std::string_view root) {
  if (equal_ignoring_case(root, "html")) return XmlKind::kHtml;
  const size_t colon = root.find(':');
  if (colon != std::string_view::npos) root.remove_prefix(colon + 1);
  if (root == "rss" || root == "RDF") return XmlKind::kRss;
  if (root == "feed") return XmlKind::kAtom;
  if (root == "nitf") return XmlKind::kNitf;
  if (root == "NewsML") return XmlKind::kNewsMl;
  if (root == "newsItem" || root == "newsMessage" || root == "packageItem") return XmlKind::kNewsMlG2;
  return XmlKind::kUnknown;
}

std::string first_element(std::string_view head) {
  size_t at = 0;
  while (at < head.size()) {
    while (at < head.size() && is_ascii_blank(head[at])) ++at;
    const std::string_view rest = head.substr(at);
    if (!rest.starts_with('<')) return {};
    if (rest.starts_with("<!--")) {
      const size_t end = head.find("-->", at);
      if (end == std::string_view::npos) return {};
      at = end + 3;
    } else if (rest.starts_with("<?") || rest.starts_with("<!")) {
      // A DOCTYPE may hold declarations in brackets.
      size_t end = head.find('>', at);
      const size_t bracket = head.find('[', at);
      if (rest.starts_with("<!") && bracket < end) end = head.find('>', head.find(']', bracket));
      if (end == std::string_view::npos) return {};
      at = end + 1;
    } else {
      size_t end = at + 1;
      while (end < head.size() && !is_ascii_blank(head[end]) && head[end] != '>' && head[end] != '/') ++end;
      return std::string(head.substr(at + 1, end - at - 1));
    }
  }
  return {};
}

XmlReader::XmlReader(ReaderContext& context, InputStream& stream, XmlKind kind)
    : RecordReader(context, stream),
      kind_(kind),
      records_(stream, record_names(kind), context.options->max_article_bytes) {}

std::string_view XmlReader::format() const {
  switch (kind_) {
    case XmlKind::kRss: return "RSS";
    case XmlKind::kAtom: return "Atom";
    case XmlKind::kNitf: return "NITF";
    case XmlKind::kNewsMl: return "NewsML";
    default: return "NewsML-G2";
  }
}

std::string XmlReader::fill(const XmlNode& record, InputArticle& article) const {
  switch (kind_) {
    case XmlKind::kRss:
    case XmlKind::kAtom:
      return fill_feed_article(record, {records_.outer("title"), records_.outer("language")}, options(), article);
    case XmlKind::kNitf: return fill_nitf_article(record, options(), article);
    case XmlKind::kNewsMl: return fill_newsml_article(record, options(), article);
    default: return fill_newsml_g2_article(record, options(), article);
  }
}

bool XmlReader::next(InputArticle& article) {
  XmlNode record;
  for (;;) {
    try {
      const XmlRecords::Result result = records_.next(record);
      if (result == XmlRecords::Result::kEnd) {
        if (given_ == 0) lose("", 0, "no articles: the element " + records_.root() + " holds none");
        return false;
      }
      ++given_;
      begin_record(records_.byte());
      context_.line = records_.line();
      if (result == XmlRecords::Result::kTooLarge) {
        lose("", context_.line, too_large());
        continue;
      }
    } catch (const ParseError& error) {
      ++given_;
      lose("", 0, error.what());
      return false;
    }
    std::string reason = fill(record, article);
    if (reason.empty()) {
      article.place = "@" + std::to_string(records_.byte());
      if (!article.info.id.empty()) article.place += "#" + article.info.id;
      return true;
    }
    if (reason.starts_with("no article")) {
      pass_over("@" + std::to_string(records_.byte()), std::move(reason));
    } else {
      lose("", context_.line, std::move(reason));
    }
    article = {};
  }
}

}  // namespace actant
