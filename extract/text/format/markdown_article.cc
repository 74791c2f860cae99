#include "extract/text/format/markdown_article.h"

#include <md4c.h>

#include <map>

#include "extract/text/archive/charset.h"
#include "extract/text/format/record_fields.h"
#include "extract/text/html/html_converter.h"
#include "extract/text/strings.h"

namespace actant {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;

// `'a ''b'''` of YAML, `"a \"b\""` of both; anything else as it is.
std::string unquote(std::string_view value) {
  value = trim(value);
  if (value.size() < 2 || (value[0] != '"' && value[0] != '\'') || value.back() != value[0]) return std::string(value);
  const char quote = value[0];
  value = value.substr(1, value.size() - 2);
  std::string result;
  for (size_t i = 0; i < value.size(); ++i) {
    const bool escape = quote == '"' ? value[i] == '\\' : value[i] == '\'';
    if (escape && i + 1 < value.size()) ++i;
    result += value[i];
  }
  return result;
}

// Offset behind the front matter; 0 when there is none.
size_t read_front_matter(std::string_view text, Values& values) {
  size_t at = 0;
  const std::string_view fence = trim(take_line(text, at));
  if (fence != "---" && fence != "+++") return 0;
  const char mark = fence == "---" ? ':' : '=';
  std::string key;
  while (at < text.size()) {
    const std::string_view line = take_line(text, at);
    if (trim(line) == fence || (mark == ':' && trim(line) == "...")) return at;
    if (trim(line).empty() || line[0] == '#') continue;
    if (is_ascii_blank(line[0])) {
      // A value that goes on: folded text, not the items of a list or nested keys.
      if (!key.empty() && !values[key].empty() && trim(line)[0] != '-') values[key] += " " + std::string(trim(line));
      continue;
    }
    const size_t end = line.find(mark);
    if (end == std::string_view::npos) continue;
    key = to_lower(trim(line.substr(0, end)));
    std::string_view value = trim(line.substr(end + 1));
    if (value == "|" || value == ">" || value == ">-" || value == "|-") value = {};
    values[key] = std::string(value);
  }
  return 0;  // it never ends: a rule, not front matter
}

// Gathers the text of the blocks that md4c reports.
struct TextCollector {
  std::string text;
  int skipped = 0;       // depth of blocks and spans that are left out
  bool pending = false;  // an empty line before the next text

  static int enter_block(MD_BLOCKTYPE type, void*, void* self) {
    auto* collector = static_cast<TextCollector*>(self);
    collector->skipped += type == MD_BLOCK_CODE || type == MD_BLOCK_HTML;
    if (type != MD_BLOCK_TD && type != MD_BLOCK_TH) collector->pending = true;
    return 0;
  }
  static int leave_block(MD_BLOCKTYPE type, void*, void* self) {
    auto* collector = static_cast<TextCollector*>(self);
    collector->skipped -= type == MD_BLOCK_CODE || type == MD_BLOCK_HTML;
    if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) {
      collector->text += ' ';
    } else {
      collector->pending = true;
    }
    return 0;
  }
  static int enter_span(MD_SPANTYPE type, void*, void* self) {
    static_cast<TextCollector*>(self)->skipped += type == MD_SPAN_IMG;
    return 0;
  }
  static int leave_span(MD_SPANTYPE type, void*, void* self) {
    static_cast<TextCollector*>(self)->skipped -= type == MD_SPAN_IMG;
    return 0;
  }
  static int add(MD_TEXTTYPE type, const MD_CHAR* characters, MD_SIZE size, void* self) {
    auto* collector = static_cast<TextCollector*>(self);
    if (collector->skipped > 0 || type == MD_TEXT_HTML) return 0;
    std::string& text = collector->text;
    if (type == MD_TEXT_SOFTBR) {
      text += ' ';
      return 0;
    }
    if (collector->pending && !text.empty()) {
      while (text.ends_with(' ')) text.pop_back();
      if (!text.ends_with("\n\n")) text += "\n\n";
    }
    collector->pending = false;
    if (type == MD_TEXT_BR) {
      text += '\n';
    } else if (type == MD_TEXT_ENTITY) {
      text += html_fragment_text({characters, size});
    } else if (type != MD_TEXT_NULLCHAR) {
      text.append(characters, size);
    }
    return 0;
  }
};

}  // namespace

std::string markdown_text(std::string_view markdown) {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS;
  parser.enter_block = &TextCollector::enter_block;
  parser.leave_block = &TextCollector::leave_block;
  parser.enter_span = &TextCollector::enter_span;
  parser.leave_span = &TextCollector::leave_span;
  parser.text = &TextCollector::add;
  TextCollector collector;
  md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &collector);
  return std::string(trim(collector.text));
}

std::string parse_markdown_article(std::string markdown, const ReadOptions& options, InputArticle& article) {
  if (std::string reason = make_utf8(markdown, options.encoding, "of the file"); !reason.empty()) return reason;
  const std::string_view bytes = markdown;
  Values values;
  const size_t begin = read_front_matter(bytes, values);
  std::string text = markdown_text(bytes.substr(begin));
  if (text.empty())
    return begin > 0 ? "no text: nothing follows the front matter" : "no text: the file holds only blanks";
  const RecordFields fields(options, [&](std::string_view name, ArticleField field) -> std::optional<std::string> {
    if (field == ArticleField::kText) return text;
    const auto at = values.find(to_lower(name));
    return at == values.end() ? std::nullopt : std::optional(unquote(at->second));
  });
  const std::string reason = fields.fill(article);
  article.text = std::move(text);
  if (article.info.title.empty()) {
    // A heading that opens the text.
    const size_t at = bytes.find_first_not_of(" \r\n\t", begin);
    if (at != std::string_view::npos && bytes.substr(at).starts_with("# ")) {
      article.info.title = article.text.substr(0, article.text.find('\n'));
    }
  }
  return reason;
}

}  // namespace actant
