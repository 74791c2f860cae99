// Lines of watch lists and of tables of decisions: what is accepted has an id and a name, and a decision is read back.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "graph/merge/decision.h"
#include "graph/merge/known_entity.h"
#include "graph/model/error.h"

namespace {

void check(bool right, const char* what) {
  if (right) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  actant::WatchListReader reader;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    try {
      actant::KnownEntity entity;
      if (reader.read(line, entity) == actant::WatchListLine::kEntity) {
        check(!entity.id.empty() && !entity.names.empty() && !entity.names.front().empty(), "an entity without a name");
      }
    } catch (const actant::ParseError&) {
    }
    try {
      const std::string once = actant::decision_line(actant::parse_decision(line));
      check(actant::decision_line(actant::parse_decision(once)) == once, "a decision is not read back");
    } catch (const actant::ParseError&) {
    }
  }
  return 0;
}
