#include "extract/text/format/plain_text_article.h"

#include <algorithm>
#include <string_view>

#include "extract/text/archive/charset.h"
#include "extract/text/format/field_names.h"
#include "extract/text/format/record_fields.h"
#include "extract/text/strings.h"

namespace actant {
namespace {

constexpr size_t kLongestTitle = 150;  // bytes

// The key of `key: value` in lower case, or empty.
std::string header_key(std::string_view line) {
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 24) return {};
  std::string key(line.substr(0, colon));
  for (char& c : key) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (!(c >= 'a' && c <= 'z') && c != '-' && c != '_') return {};
  }
  // `title:` alone, or a value parted by a blank; `http://...` is no header.
  return colon + 1 == line.size() || line[colon + 1] == ' ' || line[colon + 1] == '\t' ? key : std::string();
}

bool set_field(InputArticle& article, const std::string& key, std::string_view value, const ReadOptions& options) {
  ArticleInfo& info = article.info;
  if (key == "title") {
    info.title = value;
  } else if (key == "date") {
    set_article_date(value, options, article);
  } else if (key == "source") {
    info.source = value;
  } else if (key == "url") {
    info.url = value;
  } else if (key == "language") {
    info.language = language_code(value);
  } else if (key == "id") {
    info.id = value;
  } else {
    return false;
  }
  return true;
}

// Reads the header block; the offset behind it and its empty line, 0 when there is none.
size_t read_header(std::string_view text, InputArticle& article, const ReadOptions& options) {
  size_t at = 0;
  for (bool first = true; at < text.size(); first = false) {
    const std::string_view line = take_line(text, at);
    if (trim(line).empty()) return first ? 0 : at;
    const std::string key = header_key(line);
    if (key.empty()) return 0;
    const bool known = set_field(article, key, trim(line.substr(key.size() + 1)), options);
    if (first && !known) return 0;
  }
  return at;
}

void take_title(std::string_view text, ArticleInfo& info) {
  size_t at = 0;
  const std::string_view line = trim(take_line(text, at));
  const bool blank_follows = at < text.size() && trim(take_line(text, at)).empty();
  if (blank_follows && !line.empty() && line.size() <= kLongestTitle && !line.ends_with('.')) info.title = line;
}

}  // namespace

std::string parse_plain_text_article(std::string&& bytes, const ReadOptions& options, InputArticle& article) {
  if (std::string reason = make_utf8(bytes, options.encoding, "of the file"); !reason.empty()) return reason;
  if (const size_t nul = bytes.find('\0'); nul != std::string::npos) {
    return "not a text file: byte " + std::to_string(nul) + " is NUL";
  }
  const std::string origin = std::move(article.info.origin);
  article = {};
  const size_t begin = read_header(bytes, article, options);
  if (begin == 0) {
    article = {};  // what a block that turned out to be none has set
    take_title(bytes, article.info);
  }
  article.info.origin = origin;
  article.text = std::move(bytes);
  article.text.erase(0, begin);
  if (trim(article.text).empty())
    return begin > 0 ? "no text: nothing follows the header" : "no text: the file holds only blanks";
  return {};
}

}  // namespace actant
