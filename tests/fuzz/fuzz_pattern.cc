// Whatever parse_pattern accepts must be read the same after pattern_text; a mistake has a place inside the text or at
// its end.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "graph/model/error.h"
#include "graph/query/pattern.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::string once;
  try {
    once = actant::pattern_text(actant::parse_pattern(text));
  } catch (const actant::ParseError& error) {
    if (error.column() == 0 || error.column() > size + 1) std::abort();
    return 0;
  }
  try {
    if (actant::pattern_text(actant::parse_pattern(once)) == once) return 0;
    std::fprintf(stderr, "not stable: %s\n", once.c_str());
  } catch (const actant::ParseError& error) {
    std::fprintf(stderr, "%s cannot be read: column %zu: %s\n", once.c_str(), error.column(), error.what());
  }
  std::abort();
}
