#include "extract/relation/calendar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <tuple>

namespace actant {
namespace {

std::string written(const PartialDate& date) {
  std::array<char, 32> text;
  if (date.month == 0)
    std::snprintf(text.data(), text.size(), "%04d", date.year);
  else if (date.day == 0)
    std::snprintf(text.data(), text.size(), "%04d-%02u", date.year, date.month);
  else
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", date.year, date.month, date.day);
  return text.data();
}

bool read_number(std::string_view text, unsigned& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::chrono::sys_days PartialDate::days() const {
  return std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
}

PartialDate PartialDate::of(std::chrono::sys_days days) {
  const std::chrono::year_month_day date(days);
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())};
}

bool PartialDate::valid() const {
  if (year < 1000 || year > 2999 || month > 12 || (month == 0 && day != 0)) return false;
  if (day == 0) return true;
  return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)).ok();
}

std::optional<PartialDate> PartialDate::parse(std::string_view text) {
  unsigned year = 0, month = 0, day = 0;
  if (text.size() < 4 || !read_number(text.substr(0, 4), year)) return std::nullopt;
  if (text.size() >= 7 && text[4] == '-' && !read_number(text.substr(5, 2), month)) return std::nullopt;
  if (text.size() >= 10 && text[7] == '-' && !read_number(text.substr(8, 2), day)) return std::nullopt;
  const PartialDate date{static_cast<int>(year), month, day};
  return date.valid() ? std::optional(date) : std::nullopt;
}

std::string TimeValue::iso() const { return to ? written(from) + "/" + written(*to) : written(from); }

unsigned weekday_number(std::string_view norm) {
  static constexpr std::string_view kNames[] = {"monday", "tuesday",  "wednesday", "thursday",
                                                "friday", "saturday", "sunday"};
  if (norm.size() < 3) return 0;
  for (unsigned i = 0; i < 7; ++i) {
    if (norm == kNames[i]) return i + 1;
    if (norm.back() == '.' && norm.size() <= 6 && kNames[i].starts_with(norm.substr(0, norm.size() - 1))) return i + 1;
  }
  return 0;
}

unsigned month_number(std::string_view norm) {
  static constexpr std::string_view kNames[] = {"january", "february", "march",     "april",   "may",      "june",
                                                "july",    "august",   "september", "october", "november", "december"};
  if (norm.size() < 3) return 0;
  const bool dotted = norm.back() == '.';
  const std::string_view stem = dotted ? norm.substr(0, norm.size() - 1) : norm;
  for (unsigned i = 0; i < 12; ++i) {
    if (norm == kNames[i]) return i + 1;
    if (stem.size() >= 3 && stem.size() <= 4 && stem != "mar" && stem != "dec" && kNames[i].starts_with(stem))
      return i + 1;
    if (dotted && stem.size() == 3 && kNames[i].starts_with(stem)) return i + 1;
  }
  return 0;
}

PartialDate resolve_weekday(PartialDate anchor, unsigned weekday, Direction direction) {
  const std::chrono::sys_days today = anchor.days();
  const unsigned now = std::chrono::weekday(today).iso_encoding();
  const int back = static_cast<int>((now + 7 - weekday) % 7);
  if (direction == Direction::kPast) return PartialDate::of(today - std::chrono::days(back));
  if (direction == Direction::kPresent && back == 0) return anchor;
  return PartialDate::of(today + std::chrono::days(back == 0 ? 7 : 7 - back));
}

PartialDate resolve_month(PartialDate anchor, unsigned month, unsigned day, Direction direction) {
  PartialDate date{anchor.year, month, day};
  if (anchor.month == 0) return date;
  // The present tells of the months around: `opens in July`, `says the report of March`.
  if (direction == Direction::kPresent) {
    direction = (month + 12 - anchor.month) % 12 < 6 ? Direction::kFuture : Direction::kPast;
  }
  if (direction == Direction::kPast) {
    const bool later =
        month > anchor.month || (month == anchor.month && day != 0 && anchor.day != 0 && day > anchor.day);
    if (later) --date.year;
  } else if (month < anchor.month || (month == anchor.month && day != 0 && anchor.day != 0 && day < anchor.day)) {
    ++date.year;
  }
  return date;
}

PartialDate add_months(PartialDate anchor, int months) {
  const int total = anchor.year * 12 + static_cast<int>(anchor.month) - 1 + months;
  return {total / 12, static_cast<unsigned>(total % 12) + 1, 0};
}

PartialDate add_days(PartialDate anchor, int days) { return PartialDate::of(anchor.days() + std::chrono::days(days)); }

TimeValue week_of(PartialDate anchor, int weeks) {
  const std::chrono::sys_days today = anchor.days();
  const int now = static_cast<int>(std::chrono::weekday(today).iso_encoding());
  const std::chrono::sys_days monday = today - std::chrono::days(now - 1) + std::chrono::days(7 * weeks);
  return {PartialDate::of(monday), PartialDate::of(monday + std::chrono::days(6))};
}

TimeValue weekend_of(PartialDate anchor, int weeks) {
  const TimeValue week = week_of(anchor, weeks);
  return {add_days(week.from, 5), week.to};
}

std::optional<TimeValue> shift(PartialDate anchor, TimeUnit unit, int count) {
  switch (unit) {
    case TimeUnit::kYear: return TimeValue{{anchor.year + count, 0, 0}, {}};
    case TimeUnit::kMonth:
      if (anchor.month == 0) return std::nullopt;
      return TimeValue{add_months(anchor, count), {}};
    case TimeUnit::kWeek:
      if (!anchor.full()) return std::nullopt;
      return week_of(anchor, count);
    case TimeUnit::kDay: break;
  }
  if (!anchor.full()) return std::nullopt;
  return TimeValue{add_days(anchor, count), {}};
}

std::optional<TimeValue> stretch(PartialDate anchor, TimeUnit unit, int count) {
  PartialDate near = anchor, far = anchor;
  if (unit == TimeUnit::kDay || unit == TimeUnit::kWeek) {
    if (!anchor.full()) return std::nullopt;
    far = add_days(anchor, unit == TimeUnit::kWeek ? 7 * count : count);
  } else if (unit == TimeUnit::kMonth || count == 1 || count == -1) {
    // A single year is told by its months: `in the past year` of March is since last March.
    if (anchor.month == 0) return std::nullopt;
    far = add_months(anchor, unit == TimeUnit::kYear ? 12 * count : count);
    near.day = 0;
  } else {
    far = {anchor.year + count, 0, 0};
    near = {anchor.year, 0, 0};
  }
  return count < 0 ? TimeValue{far, near} : TimeValue{near, far};
}

bool later(const PartialDate& a, const PartialDate& b) {
  const auto first = [](const PartialDate& date) {
    return std::tuple(date.year, std::max(date.month, 1U), std::max(date.day, 1U));
  };
  return first(a) > first(b);
}

}  // namespace actant
