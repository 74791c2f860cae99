#include "extract/text/format/html_article.h"

#include "extract/text/archive/charset.h"
#include "extract/text/date.h"
#include "extract/text/format/record_fields.h"
#include "extract/text/strings.h"

namespace actant {
namespace {

// Pages with less running text are indexes, players, error pages.
constexpr size_t kFewestWords = 12;

size_t count_words(std::string_view text) {
  size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = is_ascii_blank(c);
    words += inside && blank;
    inside = !blank;
  }
  return words + inside;
}

// Scripts without blanks between words: a hundred letters are text as well.
bool has_running_text(std::string_view text) {
  constexpr size_t kFewestBytes = 300;
  return text.size() >= kFewestBytes || count_words(text) >= kFewestWords;
}

}  // namespace

std::string parse_html_article(std::string&& bytes, const PageContext& context, HtmlConverter& converter,
                               InputArticle& article) {
  const std::string declared(declared_html_charset(bytes));
  const std::string html = decode_with_hints(std::move(bytes), {context.charset, declared});
  HtmlArticle page;
  // Where the article is published it may be tomorrow already.
  const std::string latest = context.crawl_date.empty() ? std::string() : day_after(context.crawl_date);
  if (!converter.convert(html, context.address, latest, page))
    return "too complex: the page does not fit in memory as a tree";
  if (!has_running_text(page.text)) return "no article: the page has no running text";
  ArticleInfo& info = article.info;
  info.title = std::move(page.metadata.title);
  info.date = std::move(page.metadata.date);
  info.source = std::move(page.metadata.source);
  info.url = std::move(page.metadata.url);
  info.language = std::move(page.metadata.language);
  set_author(page.metadata.author, article);
  article.text = std::move(page.text);
  if (!info.date.empty()) {
    article.date_basis = page.metadata.date_from_url ? DateBasis::kAddress : DateBasis::kGiven;
  } else if (!context.crawl_date.empty()) {
    info.date = context.crawl_date;
    article.date_basis = DateBasis::kCrawl;
  }
  return {};
}

}  // namespace actant
