// Any bytes as the date of a record: what is read is a date in calendar form, which reads as itself.

#include "extract/text/date.h"
#include "tests/fuzz/read_records.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace actant;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  day_month_order(bytes);
  for (const DayMonthOrder order : {DayMonthOrder::kUnknown, DayMonthOrder::kDayFirst, DayMonthOrder::kMonthFirst}) {
    const auto date = parse_date(bytes, order);
    if (!date) continue;
    fuzz::require(date->size() == 4 || date->size() == 7 || date->size() == 10);
    fuzz::require(parse_date(*date) == date);
    fuzz::require(date->size() < 10 || day_after(*date) > *date || *date == "2999-12-31");
  }
  fuzz::require(!is_unclear_date(bytes) || !parse_date(bytes));
  return 0;
}
