#include "graph/model/json_repair.h"

namespace actant {
namespace {

// Value of the escape `\uXXXX` at `at`, -1 when there is none.
int escape_at(std::string_view json, size_t at) {
  if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u') return -1;
  int value = 0;
  for (const char c : json.substr(at + 2, 4)) {
    const int digit = c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

}  // namespace

std::string replace_lone_surrogates(std::string_view json) {
  std::string result;
  size_t copied = 0;
  for (size_t i = json.find('\\'); i < json.size(); i = json.find('\\', i)) {
    const int value = escape_at(json, i);
    if (value < 0) {
      i += 2;  // another escape; its second character may be a backslash
      continue;
    }
    const int next = value >= 0xd800 && value < 0xdc00 ? escape_at(json, i + 6) : -1;
    if (next >= 0xdc00 && next < 0xe000) {
      i += 12;
      continue;
    }
    if (value >= 0xd800 && value < 0xe000) {
      result.append(json.substr(copied, i - copied)).append("\\ufffd");
      copied = i + 6;
    }
    i += 6;
  }
  if (copied > 0) result.append(json.substr(copied));
  return result;
}

}  // namespace actant
