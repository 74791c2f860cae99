#include "extract/text/format/text_reader.h"

#include "extract/text/archive/charset.h"
#include "extract/text/format/html_article.h"
#include "extract/text/format/markdown_article.h"
#include "extract/text/format/plain_text_article.h"

namespace actant {

bool PlainTextReader::next(InputArticle& article) {
  if (std::exchange(done_, true)) return false;
  std::string bytes;
  std::string reason = too_large();
  if (stream_.read_all(bytes, options().max_article_bytes))
    reason = parse_plain_text_article(std::move(bytes), options(), article);
  if (reason.empty()) return true;
  lose("", 0, std::move(reason));
  return false;
}

bool MarkdownReader::next(InputArticle& article) {
  if (std::exchange(done_, true)) return false;
  std::string bytes;
  std::string reason = too_large();
  if (stream_.read_all(bytes, options().max_article_bytes))
    reason = parse_markdown_article(std::move(bytes), options(), article);
  if (reason.empty()) return true;
  lose("", 0, std::move(reason));
  return false;
}

bool HtmlReader::next(InputArticle& article) {
  if (std::exchange(done_, true)) return false;
  std::string bytes;
  std::string reason = too_large();
  if (stream_.read_all(bytes, options().max_article_bytes)) {
    // Kept from file to file: its memory, and what it knows of class names.
    static thread_local HtmlConverter converter;
    reason = parse_html_article(std::move(bytes), {}, converter, article);
  }
  if (reason.empty()) return true;
  lose("", 0, std::move(reason));
  return false;
}

}  // namespace actant
