#ifndef ACTANT_TOOLS_TRAIN_ARTICLE_LINES_H_
#define ACTANT_TOOLS_TRAIN_ARTICLE_LINES_H_

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "extract/document.h"
#include "extract/text/utf8.h"
#include "graph/model/error.h"

namespace actant {

/// Calls `visit(document)` for each article of a file with one JSON object a line: `id`, `text`, and where known `date`
/// and `source`. The document has these and nothing else yet; it is the same object each time.
/// \throws IoError where the file cannot be opened
template <typename Visit>
void for_each_article_line(const std::string& path, Document& document, const Visit& visit) {
  std::ifstream in(path);
  if (!in) throw IoError("cannot open " + path);
  std::string line;
  while (std::getline(in, line)) {
    const auto article = nlohmann::json::parse(line);
    document.clear();
    document.info = ArticleInfo();
    document.info.id = article.at("id");
    document.info.date = article.value("date", "");
    document.info.source = article.value("source", "");
    document.text = article.at("text");
    visit(document);
  }
}

/// Begin and end of `bytes` as counts of code points of the text.
inline nlohmann::json points_of(const Document& document, Span bytes) {
  const auto points = [&](uint32_t byte) { return count_code_points(std::string_view(document.text).substr(0, byte)); };
  return nlohmann::json::array({points(bytes.begin), points(bytes.end)});
}

}  // namespace actant

#endif  // ACTANT_TOOLS_TRAIN_ARTICLE_LINES_H_
