#include "extract/text/format/recognize.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/text/archive/charset.h"
#include "extract/text/format/json_article.h"
#include "extract/text/format/json_reader.h"
#include "extract/text/format/mail_reader.h"
#include "extract/text/format/sgml_reader.h"
#include "extract/text/format/table_reader.h"
#include "extract/text/format/text_reader.h"
#include "extract/text/format/warc_reader.h"
#include "extract/text/format/xml_reader.h"
#include "extract/text/strings.h"
#include "extract/text/utf8.h"

namespace actant {
namespace {

constexpr auto kPacking = std::to_array<std::string_view>({".gz", ".zst", ".xz", ".bz2", ".lz4", ".lzma", ".lz", ".z"});
constexpr auto kTexts =
    std::to_array<std::string_view>({".txt", ".text", ".json", ".jsonl", ".ndjson", ".md", ".markdown"});
constexpr auto kForeign = std::to_array<std::string_view>(
    {".png", ".jpg", ".jpeg",   ".gif",  ".webp", ".svg", ".ico",  ".bmp",  ".tif",    ".tiff",  ".mp3",
     ".mp4", ".m4a", ".wav",    ".ogg",  ".avi",  ".mov", ".webm", ".css",  ".js",     ".woff",  ".woff2",
     ".ttf", ".otf", ".eot",    ".exe",  ".dll",  ".so",  ".o",    ".a",    ".pyc",    ".class", ".jar",
     ".map", ".db",  ".sqlite", ".lock", ".tmp",  ".swp", ".cdx",  ".cdxj", ".sha256", ".md5"});

std::string_view last_part(std::string_view path) { return path.substr(path.find_last_of("/!") + 1); }

std::string extension_of(std::string_view name) {
  const size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string() : to_lower(name.substr(dot));
}

template <size_t kSize>
bool contains(const std::array<std::string_view, kSize>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// Formats that people have and that are no text; empty for anything else.
std::string foreign_format(std::string_view head) {
  using Sign = std::pair<std::string_view, std::string_view>;
  static constexpr auto kSigns = std::to_array<Sign>({
      {"%PDF-", "PDF: convert it with pdftotext"},
      {"\xd0\xcf\x11\xe0", "Microsoft Office: save it as text"},
      {"{\\rtf", "RTF: save it as text"},
      {"7z\xbc\xaf", "7-Zip archive: unpack it, or pack it as zip or tar.zst"},
      {"Rar!", "RAR archive: unpack it, or pack it as zip or tar.zst"},
      {"filedesc://", "ARC: convert it with `warcio recompress`"},
      {"\x89PNG", "picture"},
      {"\xff\xd8\xff", "picture"},
      {"GIF8", "picture"},
      {"SQLite format 3", "SQLite database: export its articles as CSV or JSON Lines"},
      {"PAR1", "Parquet: export it as JSON Lines"},
      {"\x7f"
       "ELF",
       "program"},
  });
  for (const auto& [sign, what] : kSigns) {
    if (head.starts_with(sign)) return "no articles: " + std::string(what);
  }
  return {};
}

bool is_office_zip(std::string_view head) {
  if (head.size() < 60) return false;
  const std::string_view name = head.substr(30, 30);
  return name.starts_with("[Content_Types].xml") || name.starts_with("mimetypeapplication/");
}

bool is_tar(std::string_view head) { return head.size() >= 512 && head.substr(257, 5) == "ustar"; }

bool is_filter(std::string_view head) {
  if (head.starts_with("\x28\xb5\x2f\xfd") || head.starts_with(std::string_view("\xfd"
                                                                                "7zXZ\0",
                                                                                6)))
    return true;
  if (head.starts_with("\x04\x22\x4d\x18") || head.starts_with("LZIP") || head.starts_with("\x1f\x9d")) return true;
  return head.size() > 10 && head.starts_with("BZh") && head.substr(4, 6) == "\x31\x41\x59\x26\x53\x59";
}

size_t skip_white(std::string_view text, size_t at) {
  while (at < text.size() && is_ascii_blank(text[at])) ++at;
  return at;
}

enum class JsonForm : uint8_t { kNone, kLines, kElements };

// An array or an object that is spread over lines is read object by object; lines are read one by one, so that a broken
// one costs no other.
JsonForm json_form(std::string_view head, std::string_view name) {
  const bool lines = has_extension(name, ".jsonl") || has_extension(name, ".ndjson");
  const bool named = lines || has_extension(name, ".json");
  const size_t at = skip_white(head, 0);
  const char first = at < head.size() ? head[at] : '\0';
  const size_t second_at = skip_white(head, at + 1);
  const char second = second_at < head.size() ? head[second_at] : '\0';
  if (first == '[' && (second == '{' || second == ']' || second == '[')) return JsonForm::kElements;
  if (lines || first != '{' || !(second == '"' || second == '}' || named))
    return named ? JsonForm::kLines : JsonForm::kNone;
  const size_t end = head.find('\n', at);
  if (end == std::string_view::npos) return JsonForm::kLines;
  size_t last = end;
  while (last > at && is_ascii_blank(head[last - 1])) --last;
  const size_t next = skip_white(head, end);
  // The next line begins a record: this one is broken, not spread.
  const bool records = next < head.size() && head[next] == '{';
  const char closing = head[last - 1];
  return !records && (closing == '{' || closing == ',' || closing == '[') ? JsonForm::kElements : JsonForm::kLines;
}

// A web page by its first element; a page may begin with any.
bool is_html_element(std::string_view name) {
  static constexpr auto kElements = std::to_array<std::string_view>(
      {"html",  "head", "body",   "title", "meta",   "div",  "p",     "article", "section", "h1",     "h2",
       "table", "span", "script", "main",  "header", "link", "style", "a",       "ul",      "center", "base"});
  return contains(kElements, to_lower(name));
}

std::unique_ptr<RecordReader> make_markup_reader(ReaderContext& context, InputStream& stream, std::string_view head,
                                                 std::string& reason) {
  if (starts_with_ignoring_case(head, "<!doctype lewis") || head.starts_with("<REUTERS")) {
    return std::make_unique<SgmlReader>(context, stream);
  }
  const std::string element = first_element(head);
  const XmlKind kind = xml_kind(element);
  if (kind == XmlKind::kHtml || starts_with_ignoring_case(head, "<!doctype html"))
    return std::make_unique<HtmlReader>(context, stream);
  if (kind != XmlKind::kUnknown) return std::make_unique<XmlReader>(context, stream, kind);
  if (head.starts_with("<?xml")) {
    reason = "no articles: XML with the root element " + element + ", which is no news format";
    return nullptr;
  }
  const bool named = has_extension(context.file, ".html") || has_extension(context.file, ".htm") ||
                     has_extension(context.file, ".xhtml");
  if (named || is_html_element(element)) return std::make_unique<HtmlReader>(context, stream);
  if (has_extension(context.file, ".xml")) {
    reason = "no articles: XML with the root element " + element + ", which is no news format";
    return nullptr;
  }
  return std::make_unique<PlainTextReader>(context, stream);
}

bool has_front_matter(std::string_view head) {
  size_t at = 0;
  const std::string_view fence = trim(take_line(head, at));
  if (fence != "---" && fence != "+++") return false;
  const std::string_view line = take_line(head, at);
  return line.find(fence == "---" ? ':' : '=') != std::string_view::npos &&
         head.find("\n" + std::string(fence), at) != std::string_view::npos;
}

// Tables of GDELT 2.1, which have no header: what they are called, else empty. https://www.gdeltproject.org/data.html
std::string_view gdelt_table(std::string_view head) {
  constexpr size_t kGraphColumns = 27, kEventColumns = 61, kMentionColumns = 16;
  size_t at = 0;
  std::string_view line = take_line(head, at);
  const size_t columns = static_cast<size_t>(std::count(line.begin(), line.end(), '\t')) + 1;
  if (columns != kGraphColumns && columns != kEventColumns && columns != kMentionColumns) return {};
  const std::string_view second = line.substr(line.find('\t') + 1);
  const std::string_view stamp = second.substr(0, second.find('\t'));
  const bool digits = stamp.find_first_not_of("0123456789") == std::string_view::npos;
  if (!digits || (stamp.size() != 8 && stamp.size() != 14) || !parse_date(stamp)) return {};
  return columns == kGraphColumns ? "GDELT GKG" : columns == kEventColumns ? "GDELT events" : "GDELT mentions";
}

}  // namespace

bool has_extension(std::string_view name, std::string_view extension) {
  std::string lower = to_lower(last_part(name));
  for (const std::string_view packing : kPacking) {
    if (lower.ends_with(packing)) {
      lower.resize(lower.size() - packing.size());
      break;
    }
  }
  return lower.ends_with(extension);
}

bool is_foreign_name(std::string_view name) {
  name = last_part(name);
  return name.starts_with('.') || name == "Thumbs.db" || contains(kForeign, extension_of(name));
}

std::string file_stem(std::string_view path) {
  std::string name(last_part(path));
  if (contains(kPacking, extension_of(name))) name.resize(name.rfind('.'));
  if (contains(kTexts, extension_of(name))) name.resize(name.rfind('.'));
  return name;
}

std::string date_in_name(std::string_view name) {
  constexpr size_t kDashed = 10;  // bytes of 2025-08-03
  const auto digit = [&](size_t i) { return i < name.size() && is_ascii_digit(name[i]); };
  for (size_t begin = 0; begin < name.size(); ++begin) {
    if (!digit(begin) || (begin > 0 && digit(begin - 1))) continue;
    size_t end = begin;
    while (digit(end)) ++end;
    std::string day(name.substr(begin, end - begin));
    const bool dashed = end - begin == 4 && begin + kDashed <= name.size() &&
                        std::string_view("-_.").find(name[end]) != std::string_view::npos &&
                        name[begin + 7] == name[end] && !digit(begin + kDashed);
    if (dashed) day.append(name.substr(begin + 5, 2)).append(name.substr(begin + 8, 2));
    if (day.size() == 14) day.resize(8);  // with the time of day
    if (day.size() != 8 || (!day.starts_with("19") && !day.starts_with("20"))) continue;
    if (day.find_first_not_of("0123456789") != std::string::npos) continue;
    if (auto date = parse_date(day); date && date->size() == kDashed) return *date;
  }
  return {};
}

Recognized recognize(std::string_view head, std::string_view name, const ReadOptions& options) {
  Recognized result;
  if (head.empty()) {
    result.kind = StreamKind::kEmpty;
  } else if (head.starts_with("\x1f\x8b")) {
    result.kind = StreamKind::kGzip;
  } else if (is_filter(head)) {
    result.kind = StreamKind::kFilter;
  } else if (head.starts_with("PK\x03\x04") && is_office_zip(head)) {
    result.kind = StreamKind::kUnreadable;
    result.reason = "no articles: office document or e-book: save it as text";
  } else if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06") || head.starts_with("PK\x07\x08") ||
             is_tar(head)) {
    result.kind = StreamKind::kContainer;
  } else if (std::string reason = foreign_format(head); !reason.empty()) {
    result.kind = StreamKind::kUnreadable;
    result.reason = std::move(reason);
  } else if (const ByteOrderMark mark = find_byte_order_mark(head); mark.size > 0) {
    result.mark = mark.size;
    if (mark.label != "UTF-8") {
      result.kind = StreamKind::kEncoded;
      result.charset = mark.label;
    }
  } else if (const std::string_view wide = guess_wide_charset(head); !wide.empty()) {
    result.kind = StreamKind::kEncoded;
    result.charset = wide;
  } else {
    // Up to the last whole line: the head may end within a sequence.
    const std::string_view lines = head.size() < kRecognizedBytes ? head : head.substr(0, head.rfind('\n'));
    if (find_invalid_utf8(lines) == lines.size()) return result;
    const size_t begin = skip_white(head, 0);
    // Crawls, pages, mails and SGML say what they are, record by record.
    if (head.substr(begin).starts_with("WARC/") || head.substr(begin).starts_with("<") || looks_like_mail(head) ||
        looks_like_mbox(head)) {
      if (!head.substr(begin).starts_with("<?xml")) return result;
      const size_t end = head.find("?>");
      const std::string_view declaration = head.substr(0, end);
      const size_t at = declaration.find("encoding=");
      if (at == std::string_view::npos || at + 11 > declaration.size()) return result;
      const std::string_view rest = declaration.substr(at + 10);
      const std::string_view label = rest.substr(0, rest.find_first_of("\"'"));
      if (is_known_charset(label) && !is_utf8_label(label)) {
        result.kind = StreamKind::kEncoded;
        result.charset = label;
      }
      return result;
    }
    const bool named_table = has_extension(name, ".csv") || has_extension(name, ".tsv");
    if (!options.encoding.empty()) {
      result.kind = StreamKind::kEncoded;
      result.charset = options.encoding;
    } else if (find_table(head, named_table, options).delimiter != '\0') {
      result.kind = StreamKind::kEncoded;
      result.charset = "windows-1252";
    }
  }
  return result;
}

std::unique_ptr<RecordReader> make_record_reader(ReaderContext& context, InputStream& stream, std::string& reason) {
  const std::string_view head = stream.ahead(kRecognizedBytes);
  const std::string_view text = head.substr(skip_white(head, 0));
  if (text.starts_with("WARC/")) return std::make_unique<WarcReader>(context, stream);
  if (text.starts_with('<') && text.size() > 1 && (is_ascii_letter(text[1]) || text[1] == '!' || text[1] == '?')) {
    return make_markup_reader(context, stream, text, reason);
  }
  if (looks_like_mbox(head)) return std::make_unique<MailReader>(context, stream, true);
  if (has_front_matter(head)) return std::make_unique<MarkdownReader>(context, stream);
  const JsonForm form = json_form(head, context.file);
  if (form != JsonForm::kNone) {
    const size_t array = find_article_array(head);
    if (form == JsonForm::kElements || array > 0) return std::make_unique<JsonReader>(context, stream, array);
    return std::make_unique<JsonLinesReader>(context, stream);
  }
  if (looks_like_mail(head)) return std::make_unique<MailReader>(context, stream, false);
  const bool named_table = has_extension(context.file, ".csv") || has_extension(context.file, ".tsv");
  if (const TableShape shape = find_table(head, named_table, *context.options); shape.delimiter != '\0') {
    return std::make_unique<TableReader>(context, stream, shape);
  }
  if (const std::string_view gdelt = gdelt_table(head); !gdelt.empty()) {
    reason =
        "no text: a table of " + std::string(gdelt) +
        " holds addresses of articles, not their text; fetch the pages into a WARC (`wget --warc-file`) and read that";
    return nullptr;
  }
  if (has_extension(context.file, ".md") || has_extension(context.file, ".markdown")) {
    return std::make_unique<MarkdownReader>(context, stream);
  }
  return std::make_unique<PlainTextReader>(context, stream);
}

}  // namespace actant
