// Any bytes as a web page: the text and metadata are UTF-8, and the text holds no markup of its own making.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "extract/text/archive/charset.h"
#include "extract/text/html/html_converter.h"
#include "extract/text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string declared(actant::declared_html_charset(bytes));
  const std::string html = actant::decode_with_hints(std::move(bytes), {declared});
  static actant::HtmlConverter converter;
  actant::HtmlArticle article;
  converter.convert(html, "https://e.example/2025/08/03/x", "2025-08-04", article);
  for (const std::string* text :
       {&article.text, &article.metadata.title, &article.metadata.source, &article.metadata.url}) {
    if (actant::find_invalid_utf8(*text) != text->size()) std::abort();
  }
  if (article.metadata.date > "2025-08-04") std::abort();
  const std::string fragment = actant::html_fragment_text(html);
  if (actant::find_invalid_utf8(fragment) != fragment.size()) std::abort();
  return 0;
}
