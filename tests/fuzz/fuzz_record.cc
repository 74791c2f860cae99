// Whatever parse_record accepts must come back the same after append_record.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "graph/model/error.h"
#include "graph/model/record_io.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  try {
    const actant::Record record = actant::parse_record({reinterpret_cast<const char*>(data), size});
    std::string once, twice;
    actant::append_record(record, once);
    actant::append_record(actant::parse_record(once), twice);
    if (once != twice) {
      std::fprintf(stderr, "not stable:\n%s%s", once.c_str(), twice.c_str());
      std::abort();
    }
  } catch (const actant::ParseError&) {
  }
  return 0;
}
