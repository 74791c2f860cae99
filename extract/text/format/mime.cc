#include "extract/text/format/mime.h"

#include "extract/text/archive/charset.h"
#include "extract/text/format/http_message.h"
#include "extract/text/strings.h"

namespace actant {
namespace {

constexpr int kDeepest = 8;

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if ((c | 32) >= 'a' && (c | 32) <= 'f') return (c | 32) - 'a' + 10;
  return -1;
}

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return -1;
}

}  // namespace

std::string decode_quoted_printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      result += text[i];
      continue;
    }
    const std::string_view rest = text.substr(i + 1);
    if (rest.starts_with("\r\n")) {
      i += 2;
    } else if (rest.starts_with("\n")) {
      i += 1;
    } else if (rest.size() >= 2 && hex(rest[0]) >= 0 && hex(rest[1]) >= 0) {
      result += static_cast<char>(hex(rest[0]) * 16 + hex(rest[1]));
      i += 2;
    } else {
      result += '=';
    }
  }
  return result;
}

std::string decode_base64(std::string_view text) {
  std::string result;
  result.reserve(text.size() / 4 * 3);
  unsigned bits = 0, value = 0;
  for (const char c : text) {
    if (c == '=') break;
    const int digit = base64_digit(c);
    if (digit < 0) continue;
    value = (value << 6 | static_cast<unsigned>(digit)) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    result += static_cast<char>(value >> bits & 0xff);
  }
  return result;
}

std::string decode_words(std::string_view value) {
  std::string result;
  bool after_word = false;
  while (!value.empty()) {
    const size_t begin = value.find("=?");
    const size_t charset_end = begin == std::string_view::npos ? begin : value.find('?', begin + 2);
    const size_t kind_end = charset_end == std::string_view::npos ? charset_end : value.find('?', charset_end + 1);
    const size_t end = kind_end == std::string_view::npos ? kind_end : value.find("?=", kind_end + 1);
    if (end == std::string_view::npos || kind_end != charset_end + 2) {
      if (begin == std::string_view::npos || kind_end == std::string_view::npos) {
        result += value;
        break;
      }
      result += value.substr(0, begin + 2);
      value.remove_prefix(begin + 2);
      continue;
    }
    // Blanks between two encoded words are none of the text.
    const std::string_view before = value.substr(0, begin);
    if (!after_word || !trim(before).empty()) result += before;
    std::string charset(value.substr(begin + 2, charset_end - begin - 2));
    if (const size_t star = charset.find('*'); star != std::string::npos) charset.resize(star);
    const char kind = ascii_lower(value[charset_end + 1]);
    std::string word(value.substr(kind_end + 1, end - kind_end - 1));
    if (kind == 'q') {
      for (char& c : word) c = c == '_' ? ' ' : c;
      word = decode_quoted_printable(word);
    } else {
      word = decode_base64(word);
    }
    result += decode(word, charset);
    value.remove_prefix(end + 2);
    after_word = true;
  }
  return replace_invalid_utf8(result);
}

void MessageText::read(std::string_view body, std::string_view content_type, std::string_view encoding,
                       std::string_view disposition, int depth) {
  const std::string type = content_type.empty() ? "text/plain" : media_type(content_type);
  if (starts_with_ignoring_case(trim(disposition), "attachment") || depth > kDeepest) return;
  if (type.starts_with("multipart/")) {
    const std::string mark = "--" + std::string(media_parameter(content_type, "boundary"));
    if (mark.size() == 2) return;
    size_t at = body.starts_with(mark) ? 0 : body.find("\n" + mark);
    while (at != std::string_view::npos) {
      size_t begin = body.find('\n', at + 1);
      if (begin == std::string_view::npos ||
          body.substr(at).substr(body[at] == '\n').substr(mark.size()).starts_with("--"))
        break;
      ++begin;
      const size_t end = body.find("\n" + mark, begin - 1);
      const std::string_view part =
          body.substr(begin, end == std::string_view::npos ? end : end - std::min(end, begin));
      HeaderFields headers;
      size_t inside = 0;
      headers.read(part, inside);
      read(part.substr(inside), headers.get("content-type"), headers.get("content-transfer-encoding"),
           headers.get("content-disposition"), depth + 1);
      at = end;
    }
    return;
  }
  if (type == "message/rfc822") {
    HeaderFields headers;
    size_t inside = 0;
    headers.read(body, inside);
    read(body.substr(inside), headers.get("content-type"), headers.get("content-transfer-encoding"),
         headers.get("content-disposition"), depth + 1);
    return;
  }
  std::string& target = type == "text/html" ? html : plain;
  if ((type != "text/plain" && type != "text/html") || !target.empty()) return;
  const std::string how = to_lower(trim(encoding));
  std::string bytes = how == "quoted-printable" ? decode_quoted_printable(body)
                      : how == "base64"         ? decode_base64(body)
                                                : std::string(body);
  target = decode_with_hints(std::move(bytes), {media_parameter(content_type, "charset")});
}

}  // namespace actant
