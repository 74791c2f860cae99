#include "extract/text/format/mail_reader.h"

#include "extract/text/archive/charset.h"
#include "extract/text/format/http_message.h"
#include "extract/text/format/mime.h"
#include "extract/text/format/record_fields.h"
#include "extract/text/html/html_converter.h"
#include "extract/text/strings.h"

namespace actant {
namespace {

// `"The Desk" <desk@e.org>` gives The Desk, `desk@e.org` the host.
std::string sender_name(std::string_view from) {
  const std::string decoded = decode_words(from);
  const size_t bracket = decoded.find('<');
  std::string_view name = trim(std::string_view(decoded).substr(0, bracket));
  if (name.size() >= 2 && name.front() == '"' && name.back() == '"') name = trim(name.substr(1, name.size() - 2));
  if (!name.empty() && name.find('@') == std::string_view::npos) return std::string(name);
  const std::string_view address = bracket == std::string::npos ? name : std::string_view(decoded).substr(bracket + 1);
  const size_t at = address.find('@');
  if (at == std::string_view::npos) return std::string(name);
  return std::string(address.substr(at + 1, address.find_first_of("> ", at) - at - 1));
}

bool is_from_line(std::string_view line) {
  // `From ADDRESS Wed Jul 13 12:00:00 2022`
  if (!line.starts_with("From ") || line.size() > 300) return false;
  return line.find(':') != std::string_view::npos && is_ascii_digit(trim(line).back());
}

}  // namespace

bool looks_like_mail(std::string_view head) {
  size_t at = 0;
  while (at < head.size() && is_ascii_blank(head[at])) ++at;
  const size_t begin = at;
  // The first line is a header, and one of the block is of those that no other text has.
  std::string_view line = take_line(head, at);
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || line.substr(0, colon).find(' ') != std::string_view::npos)
    return false;
  HeaderFields headers;
  at = begin;
  headers.read(head, at);
  for (const char* name : {"received", "message-id", "mime-version", "return-path", "delivered-to", "x-mailer"}) {
    if (!headers.get(name).empty()) return true;
  }
  return !headers.get("from").empty() && !headers.get("subject").empty() &&
         headers.get("from").find('@') != std::string_view::npos;
}

bool looks_like_mbox(std::string_view head) {
  size_t at = 0;
  const std::string_view line = take_line(head, at);
  return is_from_line(line) && looks_like_mail(head.substr(at));
}

// Reads the next message into message_; false at the end.
bool MailReader::read_message() {
  const size_t limit = options().max_article_bytes;
  message_.clear();
  large_ = false;
  if (ended_) return false;
  if (!mbox_) {
    ended_ = true;
    large_ = !stream_.read_all(message_, limit);
    return true;
  }
  std::string line;
  bool too_long = false, blank = true, any = begun_;
  begin_record(next_begin_);
  for (;;) {
    const uint64_t line_begin = stream_.offset();
    line.clear();
    if (!stream_.read_line(line, limit, too_long)) {
      ended_ = true;
      return any;
    }
    if (blank && is_from_line(line)) {
      next_begin_ = line_begin;
      if (any) return true;
      begun_ = any = true;
      begin_record(line_begin);
      continue;
    }
    blank = trim(line).empty();
    any = true;
    // `>From ` stands for a line that begins with `From `.
    const size_t marks = line.find_first_not_of('>');
    if (marks != std::string::npos && marks > 0 && std::string_view(line).substr(marks).starts_with("From "))
      line.erase(0, 1);
    large_ = large_ || message_.size() + line.size() > limit;
    if (!large_) message_.append(line).append("\n");
  }
}

bool MailReader::next(InputArticle& article) {
  while (read_message()) {
    const std::string place = mbox_ ? "@" + std::to_string(record_begin()) : std::string();
    std::string reason = large_ ? too_large() : fill(article);
    if (reason.empty()) {
      article.place = place;
      if (mbox_ && !article.info.id.empty()) article.place += "#" + article.info.id;
      return true;
    }
    lose(place, 0, std::move(reason));
    article = {};
  }
  return false;
}

std::string MailReader::fill(InputArticle& article) const {
  size_t at = 0;
  while (at < message_.size() && is_ascii_blank(message_[at])) ++at;
  HeaderFields headers;
  headers.read(message_, at);
  ArticleInfo& info = article.info;
  info.title = collapse_blanks(decode_words(headers.get("subject")));
  info.source = sender_name(headers.get("from"));
  std::string_view id = trim(headers.get("message-id"));
  if (id.starts_with('<') && id.ends_with('>')) id = id.substr(1, id.size() - 2);
  info.id = replace_invalid_utf8(id);
  info.language = language_code(headers.get("content-language"));
  set_article_date(headers.get("date"), options(), article);
  MessageText text;
  text.read(std::string_view(message_).substr(at), headers.get("content-type"),
            headers.get("content-transfer-encoding"), headers.get("content-disposition"));
  article.text = !trim(text.plain).empty() ? std::move(text.plain) : html_fragment_text(text.html);
  std::erase(article.text, '\0');
  return trim(article.text).empty() ? "no text: the message has no text part" : "";
}

}  // namespace actant
