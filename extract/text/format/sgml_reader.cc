#include "extract/text/format/sgml_reader.h"

#include <charconv>

#include "extract/text/archive/charset.h"
#include "extract/text/format/record_fields.h"
#include "extract/text/strings.h"

namespace actant {
namespace {

constexpr size_t kLongestLine = 1 << 20;

// What an element holds, tags inside included; empty when it is absent.
std::string_view element(std::string_view record, std::string_view name) {
  const std::string start = "<" + std::string(name), end = "</" + std::string(name) + ">";
  const size_t begin = record.find(start);
  if (begin == std::string_view::npos) return {};
  const size_t inside = record.find('>', begin);
  if (inside == std::string_view::npos) return {};
  const size_t close = record.find(end, inside);
  return record.substr(inside + 1, close == std::string_view::npos ? std::string_view::npos : close - inside - 1);
}

std::string_view attribute(std::string_view tag, std::string_view name) {
  const std::string key = " " + std::string(name) + "=\"";
  const size_t begin = tag.find(key);
  if (begin == std::string_view::npos) return {};
  const size_t end = tag.find('"', begin + key.size());
  if (end == std::string_view::npos) return {};
  return tag.substr(begin + key.size(), end - begin - key.size());
}

// Entities resolved; control characters and tags left out.
std::string plain(std::string_view text) {
  std::string result;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const size_t end = c == '&' ? text.substr(i, 12).find(';') : std::string_view::npos;
    if (end != std::string_view::npos) {
      const std::string_view name = text.substr(i + 1, end - 1);
      if (name == "lt") result += '<';
      if (name == "gt") result += '>';
      if (name == "amp") result += '&';
      if (name == "lt" || name == "gt" || name == "amp" || name.starts_with('#')) {
        i += end;
        continue;
      }
    }
    if (static_cast<unsigned char>(c) >= ' ' || c == '\n' || c == '\t') result += c;
  }
  return result;
}

// Joins wrapped lines; an indented line begins a paragraph.
std::string join_lines(std::string_view text) {
  std::string result;
  for (size_t at = 0; at < text.size();) {
    const std::string_view line = take_line(text, at);
    const std::string_view words = trim(line);
    if (words.empty()) continue;
    if (!result.empty()) result += is_ascii_blank(line[0]) ? "\n\n" : " ";
    result += words;
  }
  return result;
}

// The agency signs the end of a story.
void cut_signature(std::string& text) {
  const size_t end = text.find_last_not_of(" \n");
  if (end == std::string::npos) return text.clear();
  text.resize(end + 1);
  for (const std::string_view mark : {"Reuter", "REUTER"}) {
    if (!text.ends_with(mark)) continue;
    const std::string_view before = std::string_view(text).substr(0, text.size() - mark.size());
    if (before.ends_with('\n') || before.ends_with(' ')) text.resize(trim(before).size());
  }
}

}  // namespace

bool SgmlReader::next(InputArticle& article) {
  bool too_long = false, inside = false, large = false;
  uint64_t begin = 0;
  for (;;) {
    const uint64_t line_begin = stream_.offset();
    line_.clear();
    if (!stream_.read_line(line_, kLongestLine, too_long)) break;
    const size_t start = line_.find("<REUTERS");
    if (start != std::string::npos) {
      if (inside) lose("@" + std::to_string(begin), 0, "broken record: a new one begins before its end");
      record_.clear();
      inside = true;
      large = false;
      begin = line_begin + start;
      begin_record(begin);
    }
    if (!inside) continue;
    if (record_.size() + line_.size() > options().max_article_bytes) large = true;
    if (!large) record_.append(line_).append("\n");
    if (line_.find("</REUTERS>") == std::string::npos) continue;
    inside = false;
    const std::string place = "@" + std::to_string(begin);
    std::string reason = large ? too_large() : fill(record_, article);
    if (reason.empty()) {
      article.place = place + "#" + article.info.id;
      return true;
    }
    lose(place, 0, std::move(reason));
    article = {};
  }
  if (inside) lose("@" + std::to_string(begin), 0, "broken record: the file ends within it");
  return false;
}

std::string SgmlReader::fill(std::string_view record, InputArticle& article) const {
  const std::string decoded = decode_with_hints(std::string(record), {options().encoding});
  const std::string_view tag = std::string_view(decoded).substr(0, decoded.find('>'));
  ArticleInfo& info = article.info;
  info.id = attribute(tag, "NEWID");
  info.title = collapse_blanks(plain(element(decoded, "TITLE")));
  info.source = "Reuters";
  set_article_date(plain(element(decoded, "DATE")), options(), article);
  const std::string_view text = element(decoded, "TEXT");
  std::string_view body = element(text, "BODY");
  // Unprocessed stories have no elements inside.
  if (body.empty() && text.find("</TITLE>") == std::string_view::npos) body = text;
  article.text = join_lines(plain(body));
  cut_signature(article.text);
  if (trim(article.text).empty()) return "no text: the story has no body";
  const std::string dateline = collapse_blanks(plain(element(text, "DATELINE")));
  if (!dateline.empty()) article.text = dateline + " " + article.text;
  return {};
}

}  // namespace actant
