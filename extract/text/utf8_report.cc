#include "extract/text/utf8_report.h"

#include <cstdint>
#include <cstdio>

#include "extract/text/utf8.h"

namespace actant {
namespace {

// Text of a Western 8-bit character set: single high bytes between ASCII, few of them, and no control characters.
bool looks_like_cp1252(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, 1 << 16);
  size_t high = 0, control = 0;
  for (const char c : sample) {
    const auto byte = static_cast<uint8_t>(c);
    high += byte >= 0x80;
    control += byte < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  }
  return control == 0 && high * 5 < sample.size();
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
    return reason + "; it looks like UTF-16, convert it with `iconv -f UTF-16 -t UTF-8`";
  }
  if (looks_like_cp1252(bytes)) {
    return reason + "; it looks like Windows-1252, convert it with `iconv -f CP1252 -t UTF-8`";
  }
  return reason;
}

size_t utf8_floor(std::string_view text, size_t at) {
  if (at >= text.size()) return text.size();
  while (at > 0 && (static_cast<uint8_t>(text[at]) & 0xc0) == 0x80) --at;
  return at;
}

}  // namespace actant
