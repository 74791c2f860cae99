#include "extract/relation/time_words.h"

#include <charconv>

#include "extract/relation/syntax_walk.h"

namespace actant {

std::optional<int> number_of(std::string_view word) {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error == std::errc()) {
    const std::string_view rest(end, static_cast<size_t>(word.data() + word.size() - end));
    if (rest.empty() || is_one_of(rest, {"st", "nd", "rd", "th"})) return value;
    return std::nullopt;
  }
  static constexpr std::string_view kWords[] = {"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  for (int i = 1; i <= 12; ++i) {
    if (word == kWords[i]) return i;
  }
  if (is_one_of(word, {"a", "an"})) return 1;
  return std::nullopt;
}

std::optional<TimeUnit> unit_of(std::string_view norm) {
  if (is_one_of(norm, {"day", "days"})) return TimeUnit::kDay;
  if (is_one_of(norm, {"week", "weeks"})) return TimeUnit::kWeek;
  if (is_one_of(norm, {"month", "months"})) return TimeUnit::kMonth;
  if (is_one_of(norm, {"year", "years"})) return TimeUnit::kYear;
  return std::nullopt;
}

TimePoint offset_point(TimeUnit unit, int count) {
  TimePoint point;
  point.kind = TimePoint::Kind::kOffset;
  point.unit = unit;
  point.count = count;
  return point;
}

TimePoint date_point(int year, unsigned month, unsigned day) {
  TimePoint point;
  point.date = {year, month, day};
  return point;
}

bool is_part_of_day(std::string_view norm) { return is_one_of(norm, {"morning", "afternoon", "evening", "night"}); }

std::optional<int> step_of(std::string_view norm) {
  if (is_one_of(norm, {"last", "previous", "past"})) return -1;
  if (norm == "this") return 0;
  if (is_one_of(norm, {"next", "coming"})) return 1;
  return std::nullopt;
}

}  // namespace actant
