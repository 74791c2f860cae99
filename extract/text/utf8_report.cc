#include "extract/text/utf8_report.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>

#include "extract/text/utf8.h"

namespace actant {
namespace {

// Text of a Western 8-bit character set: single high bytes between ASCII, few of them, and no control characters.
bool looks_like_cp1252(std::string_view sample) {
  size_t high = 0, control = 0;
  for (const char c : sample) {
    const auto byte = static_cast<uint8_t>(c);
    high += byte >= 0x80;
    control += byte < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  }
  return control == 0 && high * 5 < sample.size();
}

// Mac Roman has its quotation marks where Windows-1252 has capitals with accents (0xD2-0xD5), which text in English has
// none of.
bool looks_like_mac_roman(std::string_view sample) {
  return sample.find_first_of("\xd2\xd3\xd4\xd5") != std::string_view::npos &&
         sample.find_first_of("\x91\x92\x93\x94\x96\x97") == std::string_view::npos;
}

}  // namespace

std::string describe_invalid_utf8(std::string_view bytes, std::string_view of_what) {
  const size_t at = find_invalid_utf8(bytes);
  if (at == bytes.size()) return {};
  char found[64];
  std::snprintf(found, sizeof found, "not UTF-8: byte %zu ", at);
  std::string reason = found + std::string(of_what);
  std::snprintf(found, sizeof found, " is 0x%02X", static_cast<uint8_t>(bytes[at]));
  reason += found;
  if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) {
    return reason + "; it looks like UTF-16, read it with --encoding UTF-16";
  }
  constexpr size_t kBefore = 1 << 10, kSample = 1 << 16;
  const std::string_view sample = bytes.substr(at - std::min(at, kBefore), kSample);
  if (looks_like_cp1252(sample)) {
    const std::string name = looks_like_mac_roman(sample) ? "macintosh" : "CP1252";
    return reason + "; it looks like " + (name == "CP1252" ? "Windows-1252" : "Mac Roman") +
           ", read it with --encoding " + name;
  }
  return reason;
}

size_t utf8_floor(std::string_view text, size_t at) {
  if (at >= text.size()) return text.size();
  while (at > 0 && (static_cast<uint8_t>(text[at]) & 0xc0) == 0x80) --at;
  return at;
}

}  // namespace actant
