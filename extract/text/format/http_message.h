#ifndef ACTANT_EXTRACT_TEXT_FORMAT_HTTP_MESSAGE_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_HTTP_MESSAGE_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actant {

/// Header lines `Name: value` as they stand in HTTP, WARC and e-mail: names in lower case, values trimmed, continued
/// lines joined by a blank.
class HeaderFields {
 public:
  /// Reads lines up to an empty one; `at` moves behind it. What is no header line is passed over.
  void read(std::string_view text, size_t& at);
  /// The first value of a name (lower case); empty when there is none.
  std::string_view get(std::string_view name) const;
  bool empty() const { return fields_.empty(); }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

/// `text/html; charset="utf-8"`: the type in lower case and a parameter of it.
std::string media_type(std::string_view content_type);
std::string_view media_parameter(std::string_view content_type, std::string_view name);

/// A response as a crawler stored it.
struct HttpResponse {
  int status = 0;
  HeaderFields headers;
  std::string body;  ///< chunks joined and content encoding undone, where that has not been done before
  bool cut = false;  ///< the body could not be unpacked to its end
};

/// Reads a stored response. Crawlers undo chunks and encodings and leave the headers that name them, or do not: both
/// are told by the body itself. At most `limit` bytes of body are unpacked.
/// \return false when `bytes` do not begin as a response does.
bool parse_http_response(std::string_view bytes, size_t limit, HttpResponse& response);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_HTTP_MESSAGE_H_
