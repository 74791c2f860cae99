#include "extract/text/article_id.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstdio>

#include "extract/text/strings.h"

namespace actant {
namespace {

std::string hash_id(const std::string& place, const std::string& text) {
  XXH64_state_t state;
  XXH64_reset(&state, 0);
  XXH64_update(&state, place.data(), place.size() + 1);  // with its NUL, which parts it from the text
  XXH64_update(&state, text.data(), text.size());
  char id[24];
  std::snprintf(id, sizeof id, "a-%016llx", static_cast<unsigned long long>(XXH64_digest(&state)));
  return id;
}

}  // namespace

std::string canonical_address(std::string_view address) {
  address = address.substr(0, address.find('#'));
  const size_t begin = address.find("://");
  if (begin == std::string_view::npos) return std::string(trim(address));
  std::string_view path = address.substr(begin + 3);
  path = path.substr(std::min(path.find_first_of("/?"), path.size()));
  std::string result = host_of(address);
  const size_t query = std::min(path.find('?'), path.size());
  std::string_view folders = path.substr(0, query);
  while (folders.ends_with('/')) folders.remove_suffix(1);
  result += folders;
  char sign = '?';
  for (size_t at = query; at < path.size();) {
    const size_t end = std::min(path.find('&', at + 1), path.size());
    const std::string_view parameter = path.substr(at + 1, end - at - 1);
    if (!parameter.empty() && !starts_with_ignoring_case(parameter, "utm_")) {
      result.append(1, sign).append(parameter);
      sign = '&';
    }
    at = end;
  }
  return result;
}

std::string make_article_id(const std::string& url, const std::string& stream, const std::string& place,
                            const std::string& text) {
  // Standard input has no folders: find_last_of() gives npos, and all of the name counts.
  const std::string file = stream.substr(stream.find_last_of('/') + 1);
  return hash_id(url.empty() ? file + place : canonical_address(url), text);
}

}  // namespace actant
