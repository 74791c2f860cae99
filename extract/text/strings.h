#ifndef ACTANT_EXTRACT_TEXT_STRINGS_H_
#define ACTANT_EXTRACT_TEXT_STRINGS_H_

#include <algorithm>
#include <string>
#include <string_view>

namespace actant {

// Small helpers of the readers. They know ASCII only, so that no locale matters.

inline char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
inline bool is_ascii_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }
inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_letter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

/// Without blanks and control characters at both ends.
inline std::string_view trim(std::string_view text) {
  while (!text.empty() && is_ascii_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_ascii_blank(text.back())) text.remove_suffix(1);
  return text;
}

inline std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = ascii_lower(c);
  return lower;
}

inline bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

inline bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
  return text.size() >= start.size() && equal_ignoring_case(text.substr(0, start.size()), start);
}

/// First place of `what` (lower case) at or behind `from`, case ignored; npos when it is absent. Linear: looks at the
/// places of the first letter only.
inline size_t find_ignoring_case(std::string_view text, std::string_view what, size_t from = 0) {
  for (; from + what.size() <= text.size(); ++from) {
    if (ascii_lower(text[from]) == what[0] && equal_ignoring_case(text.substr(from, what.size()), what)) return from;
  }
  return std::string_view::npos;
}

/// The next line without its end (line feed, with or without carriage return); `at` moves behind it.
inline std::string_view take_line(std::string_view text, size_t& at) {
  const size_t end = std::min(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, end - at);
  at = std::min(end + 1, text.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// `text` with every run of ASCII white space as one blank, none at the ends.
inline std::string collapse_blanks(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    if (!is_ascii_blank(c)) {
      result.push_back(c);
    } else if (!result.empty() && result.back() != ' ') {
      result.push_back(' ');
    }
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

inline bool is_web_address(std::string_view text) { return text.find("://") != std::string_view::npos; }

/// Host name of an address without `www.`, lower case: `https://www.E.org:80/x` gives `e.org`. Empty without `://`.
inline std::string host_of(std::string_view address) {
  const size_t begin = address.find("://");
  if (begin == std::string_view::npos) return {};
  std::string_view host = address.substr(begin + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const size_t user = host.rfind('@'); user != std::string_view::npos) host.remove_prefix(user + 1);
  host = host.substr(0, host.find(':'));
  if (starts_with_ignoring_case(host, "www.")) host.remove_prefix(4);
  return to_lower(host);
}

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_STRINGS_H_
