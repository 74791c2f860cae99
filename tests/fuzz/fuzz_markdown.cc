// Any UTF-8 as a file of Markdown, with and without front matter.

#include "extract/text/archive/charset.h"
#include "extract/text/format/markdown_article.h"
#include "tests/fuzz/read_records.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace actant;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  InputArticle article;
  const std::string reason = parse_markdown_article(std::string(bytes), {}, article);
  fuzz::require(!reason.empty() || !article.text.empty());
  if (reason.empty()) {
    for (const std::string* text : {&article.text, &article.info.title, &article.info.url}) fuzz::require_utf8(*text);
  }
  fuzz::require_utf8(markdown_text(replace_invalid_utf8(bytes)));
  return 0;
}
