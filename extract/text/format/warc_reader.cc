#include "extract/text/format/warc_reader.h"

#include <charconv>

#include "extract/text/archive/charset.h"
#include "extract/text/format/field_names.h"
#include "extract/text/format/html_article.h"
#include "extract/text/strings.h"

namespace actant {
namespace {

constexpr size_t kLongestLine = 64 * 1024;
constexpr size_t kLongestHead = 1 << 20;

std::string_view without_brackets(std::string_view value) {
  value = trim(value);
  if (value.starts_with('<') && value.ends_with('>')) value = value.substr(1, value.size() - 2);
  return value;
}

bool is_page_type(std::string_view type) { return type == "text/html" || type == "application/xhtml+xml"; }

// `not a page: image/png`; types that crawls invent are counted as one.
std::string other_type(const std::string& type) {
  return "no web page: " + (type.empty() ? "no content type" : type.substr(0, 40));
}

}  // namespace

// Finds the next `WARC/1.0` line and says where its record begins; false at the end. Anything but blanks before it is
// told once.
bool WarcReader::find_version_line(std::string& place) {
  for (;;) {
    const uint64_t begin = stream_.offset();
    const auto member = stream_.member_start(begin);
    header_.clear();
    bool too_long = false;
    if (!stream_.read_line(header_, kLongestLine, too_long)) return false;
    if (header_.starts_with("WARC/")) {
      place = "@" + std::to_string(member.value_or(begin));
      inside_ = false;
      begin_record(begin);
      return true;
    }
    if (trim(header_).empty() || inside_) continue;
    inside_ = true;
    lose("@" + std::to_string(member.value_or(begin)), 0,
         "broken record: expected a line WARC/1.0, looking for the next one");
  }
}

bool WarcReader::read_head(Record& record) {
  std::string base;
  for (;;) {
    if (!find_version_line(base)) return false;
    header_.clear();
    bool too_long = false;
    std::string line;
    while (stream_.read_line(line, kLongestLine, too_long) && line != "\r" && !line.empty() &&
           header_.size() < kLongestHead) {
      header_ += line + "\n";
      line.clear();
    }
    size_t at = 0;
    record.headers = {};
    record.headers.read(header_, at);
    record.place = base;
    const std::string_view id = without_brackets(record.headers.get("warc-record-id"));
    if (!id.empty()) record.place.append("#").append(id);
    const std::string_view length = record.headers.get("content-length");
    const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), record.length);
    if (error == std::errc() && end == length.data() + length.size() && !length.empty()) break;
    lose(record.place, 0, "broken record: it has no Content-Length");
    inside_ = true;  // its block is no further complaint
  }
  record.type = to_lower(record.headers.get("warc-type"));
  record.address = without_brackets(record.headers.get("warc-target-uri"));
  record.date = std::string(record.headers.get("warc-date").substr(0, 10));
  return true;
}

bool WarcReader::next(InputArticle& article) {
  Record record;
  while (read_head(record)) {
    conversion_ = record.type == "conversion";
    if (take(record, article)) return true;
    article = {};
  }
  return false;
}

// The checksum of a gzip member stands behind the record: what it says is known when the next bytes are asked for. A
// damage met then is of the next record where a member begins behind the line ends.
bool WarcReader::damaged_behind() {
  constexpr size_t kEndOfRecord = 8;
  const std::string_view behind = stream_.ahead(kEndOfRecord);
  const size_t line_ends = std::min(behind.find_first_not_of("\r\n"), behind.size());
  return stream_.damaged_ahead() && !stream_.member_start(stream_.offset() + line_ends);
}

// Reads the block of a record; whether it is an article. What it is else is told.
bool WarcReader::take(const Record& record, InputArticle& article) {
  const bool wanted = record.type == "response" || record.type == "resource" || conversion_;
  if (!wanted || record.length > options().max_article_bytes) {
    const bool complete = stream_.skip(record.length) == record.length;
    if (wanted) {
      lose(record.place, 0, too_large());
    } else if (!complete) {
      lose(record.place, 0, "broken record: the file ends within it");
    } else {
      pass_over(record.place,
                "no article: " + (record.type.empty() ? "record of no type" : record.type.substr(0, 40) + " record"));
    }
    return false;
  }
  block_.clear();
  const bool complete = stream_.read(block_, record.length) == record.length;
  if (damaged_behind()) {
    lose(record.place, 0, "broken record: its bytes are damaged");
    return false;
  }
  std::string reason = read_response(record, article);
  if (reason.empty()) {
    if (!complete) {
      lose(record.place, 0, "broken record: the file ends within it");
      return false;
    }
    article.place = record.place;
    return true;
  }
  // What is no page is passed over; what is damaged or too complex is lost.
  const bool no_article = reason.starts_with("no ");
  if (no_article && complete) {
    pass_over(record.place, std::move(reason));
  } else {
    lose(record.place, 0, complete ? std::move(reason) : "broken record: the file ends within it");
  }
  return false;
}

std::string WarcReader::read_response(const Record& record, InputArticle& article) {
  article.info.url = is_web_address(record.address) ? record.address : std::string();
  article.info.source = host_of(record.address);
  article.info.date = parse_date(record.date).value_or("");
  article.date_basis = article.info.date.empty() ? DateBasis::kUnknown : DateBasis::kCrawl;
  const std::string_view content_type = record.headers.get("content-type");
  if (conversion_) {
    const std::string_view languages = record.headers.get("warc-identified-content-language");
    article.info.language = language_code(languages.substr(0, languages.find(',')));
    return read_text(std::move(block_), "utf-8", article);
  }
  HttpResponse response;
  std::string type;
  std::string charset;
  if (parse_http_response(block_, options().max_article_bytes, response)) {
    if (response.status != 200) return "no article: HTTP status " + std::to_string(response.status);
    type = media_type(response.headers.get("content-type"));
    charset = media_parameter(response.headers.get("content-type"), "charset");
  } else {
    if (media_type(content_type) == "application/http") return "broken record: no HTTP response";
    type = media_type(content_type);
    charset = media_parameter(content_type, "charset");
    response.body = std::move(block_);
  }
  if (type == "text/plain") return read_text(std::move(response.body), charset, article);
  const bool untyped = type.empty() && trim(response.body).starts_with('<');
  if (!is_page_type(type) && !untyped) return other_type(type);
  if (response.cut) return "broken record: its body cannot be unpacked";
  return read_page(std::move(response.body), charset, record, article);
}

std::string WarcReader::read_text(std::string&& bytes, std::string_view charset, InputArticle& article) {
  article.text = decode_with_hints(std::move(bytes), {charset});
  if (trim(article.text).empty()) return "no text: the record holds only blanks";
  if (article.text.find('\0') != std::string::npos) return "no text: the record holds NUL bytes";
  constexpr size_t kLongestTitle = 200;
  const std::string_view line = trim(std::string_view(article.text).substr(0, article.text.find('\n')));
  if (conversion_ && line.size() <= kLongestTitle) article.info.title = line;  // the <title> of the page
  return {};
}

std::string WarcReader::read_page(std::string&& bytes, std::string_view charset, const Record& record,
                                  InputArticle& article) {
  const std::string crawl_date = article.info.date;
  article.info = {};
  article.date_basis = DateBasis::kUnknown;
  return parse_html_article(std::move(bytes), {record.address, charset, crawl_date}, converter_, article);
}

}  // namespace actant
