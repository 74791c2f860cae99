#include "extract/text/archive/charset.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "extract/text/strings.h"
#include "extract/text/utf8.h"
#include "extract/text/utf8_report.h"
#include "graph/model/error.h"

namespace actant {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

// What iconv calls the character set that the web means by a label.
std::string iconv_name(std::string_view label) {
  static constexpr auto kAliases = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"iso-8859-1", "CP1252"},  {"iso8859-1", "CP1252"},     {"iso_8859-1", "CP1252"},
       {"latin1", "CP1252"},      {"latin-1", "CP1252"},       {"l1", "CP1252"},
       {"ascii", "CP1252"},       {"us-ascii", "CP1252"},      {"windows-1252", "CP1252"},
       {"cp1252", "CP1252"},      {"x-cp1252", "CP1252"},      {"ansi", "CP1252"},
       {"iso-8859-9", "CP1254"},  {"latin5", "CP1254"},        {"iso-8859-11", "CP874"},
       {"tis-620", "CP874"},      {"gb2312", "GB18030"},       {"gb_2312-80", "GB18030"},
       {"gbk", "GB18030"},        {"x-gbk", "GB18030"},        {"shift_jis", "CP932"},
       {"shift-jis", "CP932"},    {"sjis", "CP932"},           {"x-sjis", "CP932"},
       {"euc-kr", "CP949"},       {"ks_c_5601-1987", "CP949"}, {"big5", "BIG5-HKSCS"},
       {"utf8", "UTF-8"},         {"unicode", "UTF-16LE"},     {"x-mac-roman", "MACINTOSH"},
       {"macroman", "MACINTOSH"}, {"utf-16", "UTF-16LE"}});
  const std::string lower = to_lower(trim(label));
  for (const auto& [alias, name] : kAliases) {
    if (alias == lower) return std::string(name);
  }
  // iconv reads options behind slashes, and nothing that is longer is a name.
  if (lower.empty() || lower.size() > 40 || lower.find_first_of("/, \t") != std::string::npos) return {};
  if (lower.starts_with("windows-")) return "CP" + lower.substr(8);
  return lower;
}

iconv_t open_converter(std::string_view label) {
  const std::string name = iconv_name(label);
  iconv_t converter = name.empty() ? reinterpret_cast<iconv_t>(-1) : iconv_open("UTF-8", name.c_str());
  return converter;
}

bool is_open(iconv_t converter) { return converter != reinterpret_cast<iconv_t>(-1); }

// Converts as much as fits; whatever is invalid becomes U+FFFD. \return bytes of `in` used.
size_t convert(iconv_t converter, std::string_view in, bool last, char* out, size_t room, size_t& written) {
  char* from = const_cast<char*>(in.data());
  size_t left = in.size();
  char* to = out;
  size_t space = room;
  while (left > 0) {
    if (iconv(converter, &from, &left, &to, &space) != static_cast<size_t>(-1)) break;
    if (errno == E2BIG || (errno == EINVAL && !last)) break;
    if (space < kReplacement.size()) break;
    kReplacement.copy(to, kReplacement.size());
    to += kReplacement.size();
    space -= kReplacement.size();
    ++from;
    --left;
  }
  written = room - space;
  return in.size() - left;
}

}  // namespace

bool is_utf8_label(std::string_view label) {
  const std::string name = iconv_name(label);
  return equal_ignoring_case(name, "utf-8");
}

bool is_known_charset(std::string_view label) {
  const iconv_t converter = open_converter(label);
  if (!is_open(converter)) return false;
  iconv_close(converter);
  return true;
}

std::string decode(std::string_view bytes, std::string_view label) {
  if (is_utf8_label(label)) return replace_invalid_utf8(bytes);
  iconv_t converter = open_converter(label);
  if (!is_open(converter)) converter = iconv_open("UTF-8", "CP1252");
  if (!is_open(converter)) return replace_invalid_utf8(bytes);
  std::string result;
  std::array<char, 16 * 1024> block;
  while (!bytes.empty()) {
    size_t written = 0;
    const size_t used = convert(converter, bytes, true, block.data(), block.size(), written);
    result.append(block.data(), written);
    bytes.remove_prefix(used);
    if (used == 0 && written == 0) break;
  }
  iconv_close(converter);
  return result;
}

std::string replace_invalid_utf8(std::string_view bytes) {
  std::string result;
  result.reserve(bytes.size());
  while (!bytes.empty()) {
    const size_t valid = find_invalid_utf8(bytes);
    result.append(bytes.substr(0, valid));
    bytes.remove_prefix(valid);
    if (bytes.empty()) break;
    result += kReplacement;
    do bytes.remove_prefix(1);
    while (!bytes.empty() && (static_cast<unsigned char>(bytes[0]) & 0xc0) == 0x80);
  }
  return result;
}

std::string make_utf8(std::string& bytes, std::string_view label, std::string_view of_what) {
  std::string reason = describe_invalid_utf8(bytes, of_what);
  if (reason.empty() || label.empty()) return reason;
  bytes = decode(bytes, label);
  return {};
}

ByteOrderMark find_byte_order_mark(std::string_view bytes) {
  if (bytes.starts_with("\xef\xbb\xbf")) return {"UTF-8", 3};
  if (bytes.starts_with(std::string_view("\xff\xfe\0\0", 4))) return {"UTF-32LE", 4};
  if (bytes.starts_with(std::string_view("\0\0\xfe\xff", 4))) return {"UTF-32BE", 4};
  if (bytes.starts_with("\xff\xfe")) return {"UTF-16LE", 2};
  if (bytes.starts_with("\xfe\xff")) return {"UTF-16BE", 2};
  return {};
}

std::string_view guess_wide_charset(std::string_view bytes) {
  constexpr size_t kSample = 4096, kFewest = 16;
  bytes = bytes.substr(0, std::min(bytes.size(), kSample) / 4 * 4);
  if (bytes.size() < kFewest) return {};
  std::array<size_t, 4> zeros{};
  for (size_t i = 0; i < bytes.size(); ++i) zeros[i % 4] += bytes[i] == '\0';
  // Nine of ten characters are ASCII, and text has no character U+0000 nor many of U+..00.
  const size_t units = bytes.size() / 4, most = units * 9 / 10, few = units / 20;
  const auto full = [&](size_t i) { return zeros[i] >= most; };
  const auto free = [&](size_t i) { return zeros[i] <= few; };
  if (free(0) && full(1) && full(2) && full(3)) return "UTF-32LE";
  if (full(0) && full(1) && full(2) && free(3)) return "UTF-32BE";
  if (free(0) && full(1) && free(2) && full(3)) return "UTF-16LE";
  if (full(0) && free(1) && full(2) && free(3)) return "UTF-16BE";
  return {};
}

std::string decode_with_hints(std::string&& bytes, std::initializer_list<std::string_view> labels) {
  if (const ByteOrderMark mark = find_byte_order_mark(bytes); mark.size > 0) {
    const std::string_view rest = std::string_view(bytes).substr(mark.size);
    return decode(rest, mark.label);
  }
  const bool valid = find_invalid_utf8(bytes) == bytes.size();
  for (const std::string_view label : labels) {
    if (label.empty() || !is_known_charset(label)) continue;
    if (is_utf8_label(label)) return valid ? std::move(bytes) : replace_invalid_utf8(bytes);
    // Valid UTF-8 that is not ASCII is never meant to be an 8-bit set, whatever a template says.
    const std::string name = iconv_name(label);
    if (valid && name.starts_with("CP125")) return std::move(bytes);
    return decode(bytes, label);
  }
  return valid ? std::move(bytes) : decode(bytes, "CP1252");
}

DecodingSource::DecodingSource(InputStream& encoded, std::string_view label)
    : encoded_(encoded), converter_(open_converter(label)) {
  if (!is_open(converter_)) throw IoError("unknown character set " + std::string(label));
}

DecodingSource::~DecodingSource() { iconv_close(converter_); }

size_t DecodingSource::read(char* out, size_t size) {
  for (;;) {
    constexpr size_t kLongestSequence = 16;
    std::string_view in = encoded_.ahead();
    if (in.empty()) return 0;
    if (in.size() < kLongestSequence) in = encoded_.ahead(kLongestSequence);
    const bool last = in.size() < kLongestSequence;
    size_t written = 0;
    const size_t used = convert(converter_, in, last, out, size, written);
    encoded_.consume(used);
    if (written > 0) return written;
    if (used == 0) return 0;
  }
}

}  // namespace actant
