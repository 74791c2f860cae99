// The dates of TimeReader, one form at a time.
#include "extract/relation/syntax_walk.h"
#include "extract/relation/time_reader.h"
#include "extract/relation/time_words.h"

namespace actant {

// `January 5, 2024`, `Jan. 5`, `January 2024`, `March last year`, `January` (weak).
TimeReader::Read TimeReader::month_date(uint32_t t, unsigned month) const {
  int year = 0;
  const uint32_t at = norm(t + 1) == "," && is_year(t + 2, year) ? t + 2 : norm(t + 1) == "of" ? t + 2 : t + 1;
  if (is_year(at, year)) return {at + 1, date_point(year, month, 0)};
  const std::optional<int> day = number(t + 1);
  if (day && *day >= 1 && *day <= 31 && form(t + 1)[0] <= '9') {
    const uint32_t comma = form(t + 2) == "," ? t + 3 : t + 2;
    const bool dated = is_year(comma, year);
    return {dated ? comma + 1 : t + 2, date_point(dated ? year : 0, month, static_cast<unsigned>(*day))};
  }
  // Not the verb `may` or `march`.
  if (is_one_of(norm(t), {"may", "march"}) && document_.tokens[t].upos != Upos::kPropn) return {t, {}};
  TimePoint point = date_point(0, month, 0);
  if (is_one_of(norm(t + 1), {"last", "this", "next"}) && norm(t + 2) == "year") {
    point.year = step_of(norm(t + 1));
    return {t + 3, point};
  }
  return {t + 1, point, true};
}

// `5 January 2024`, `5th of January`.
TimeReader::Read TimeReader::day_month(uint32_t t) const {
  const std::optional<int> day = number(t);
  const uint32_t at = norm(t + 1) == "of" ? t + 2 : t + 1;
  const unsigned month = month_number(norm(at));
  if (!day || month == 0 || *day < 1 || *day > 31 || form(t)[0] > '9' || !capital(at)) return {t, {}};
  int year = 0;
  const uint32_t comma = form(at + 1) == "," ? at + 2 : at + 1;
  const bool dated = is_year(comma, year);
  return {dated ? comma + 1 : at + 1, date_point(dated ? year : 0, month, static_cast<unsigned>(*day))};
}

// `2016-12-10`; a bare year (weak).
TimeReader::Read TimeReader::digits(uint32_t t) const {
  const std::string_view text = form(t);
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    if (const std::optional<PartialDate> date = PartialDate::parse(text); date && date->full()) {
      return {t + 1, date_point(date->year, date->month, date->day)};
    }
  }
  int year = 0;
  if (is_year(t, year)) return {t + 1, date_point(year, 0, 0), true};
  return {t, {}};
}

// `two weeks ago`; `a week ago Tuesday` keeps its week only.
TimeReader::Read TimeReader::ago(uint32_t t) const {
  const std::optional<int> count = number(t);
  if (!count || norm(t + 2) != "ago" || before(t) == "half") return {t, {}};
  if (const std::optional<TimeUnit> unit = unit_of(norm(t + 1))) return {t + 3, offset_point(*unit, -*count)};
  if (is_one_of(norm(t + 1), {"hour", "hours", "minute", "minutes"}) && *count < 6)
    return {t + 3, offset_point(TimeUnit::kDay, 0)};
  return {t, {}};
}

// `last month`, `next Tuesday`, `this year`, `earlier in the week`.
TimeReader::Read TimeReader::relative(uint32_t t) const {
  if (is_one_of(norm(t), {"earlier", "later"}) && norm(t + 1) == "in" && norm(t + 2) == "the") {
    const std::optional<TimeUnit> unit = unit_of(norm(t + 3));
    return unit && *unit != TimeUnit::kDay ? Read{t + 4, offset_point(*unit, 0)} : Read{t, {}};
  }
  const std::optional<int> step = step_of(norm(t));
  // `This Week` inside a sentence is a title; `the last year of the war` counts from elsewhere.
  if (!step || (t > sentence_.first && capital(t)) || before(t) == "the" || norm(t) == "past") return {t, {}};
  const std::string_view word = norm(t + 1);
  if (const std::optional<TimeUnit> unit = unit_of(word); unit && *unit != TimeUnit::kDay)
    return {t + 2, offset_point(*unit, *step)};
  if (word == "weekend") {
    TimePoint point;
    point.kind = TimePoint::Kind::kWeekend;
    if (*step < 0) point.direction = Direction::kPast;
    if (*step == 0) point.week = 0;
    if (*step > 0) point.week = 1;
    return {t + 2, point};
  }
  if (word == "night" && *step < 0) return {t + 2, offset_point(TimeUnit::kDay, -1)};
  if (is_part_of_day(word) && word != "night" && *step == 0) return {t + 2, offset_point(TimeUnit::kDay, 0)};
  Read read{t, {}};
  if (weekday_number(word) != 0) read = weekday(t + 1);
  if (const unsigned month = month_number(word); month != 0 && !number(t + 2)) read = {t + 2, date_point(0, month, 0)};
  if (read.next <= t + 1) return {t, {}};
  if (*step != 0) read.point.direction = *step < 0 ? Direction::kPast : Direction::kFuture;
  return read;
}

TimeReader::Read TimeReader::named_day(uint32_t t) const {
  const std::string_view word = norm(t);
  // `today's` means the age as often as the day.
  if (is_one_of(word, {"today", "tonight"}) && norm(t + 1) != "'s") return {t + 1, offset_point(TimeUnit::kDay, 0)};
  if (word == "yesterday") return {is_part_of_day(norm(t + 1)) ? t + 2 : t + 1, offset_point(TimeUnit::kDay, -1)};
  if (word == "tomorrow") return {is_part_of_day(norm(t + 1)) ? t + 2 : t + 1, offset_point(TimeUnit::kDay, 1)};
  if (word == "weekend" && before(t) == "the" && is_one_of(before(t, 2), {"over", "at", "during"})) {
    TimePoint point;
    point.kind = TimePoint::Kind::kWeekend;
    return {t + 1, point};
  }
  return {t, {}};
}

// `Monday`, `Tuesday, August 5`, `Tuesday evening`, `Tuesday of last week`.
TimeReader::Read TimeReader::weekday(uint32_t t) const {
  const unsigned day = weekday_number(norm(t));
  if (day == 0 || !capital(t)) return {t, {}};
  uint32_t last = t + 1;
  while (is_part_of_day(norm(last))) ++last;
  // A date may follow.
  const uint32_t comma = form(last) == "," ? last + 1 : last;
  if (const unsigned month = month_number(norm(comma)); month != 0 && number(comma + 1)) {
    if (const Read date = month_date(comma, month); date.next > comma && !date.weak) return date;
  }
  if (const Read date = day_month(comma); date.next > comma) return date;
  TimePoint point;
  point.kind = TimePoint::Kind::kWeekday;
  point.weekday = day;
  const uint32_t week = norm(last) == "of" ? last + 1 : last;
  if (const std::optional<int> step = step_of(norm(week)); step && norm(week) != "past" && norm(week + 1) == "week") {
    point.week = *step;
    return {week + 2, point};
  }
  return {last, point};
}

// `mid-2016`, `late-March`.
TimeReader::Read TimeReader::part_of_month(uint32_t t) const {
  const std::string_view word = norm(t);
  const size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos || !is_one_of(word.substr(0, hyphen), {"mid", "early", "late"})) return {t, {}};
  const std::string_view text = form(t).substr(hyphen + 1);
  if (const std::optional<PartialDate> year = PartialDate::parse(text); year && text.size() == 4) {
    return {t + 1, date_point(year->year, 0, 0)};
  }
  const unsigned month = month_number(word.substr(hyphen + 1));
  if (month == 0) return {t, {}};
  int year = 0;
  return is_year(t + 1, year) ? Read{t + 2, date_point(year, month, 0)} : Read{t + 1, date_point(0, month, 0)};
}

TimeReader::Read TimeReader::read_point(uint32_t t) const {
  if (!inside(t)) return {t, {}};
  if (const unsigned month = month_number(norm(t)); month != 0 && capital(t)) return month_date(t, month);
  if (Read read = relative(t); read.next > t) return read;
  if (Read read = day_month(t); read.next > t) return read;
  if (Read read = ago(t); read.next > t) return read;
  if (Read read = digits(t); read.next > t) return read;
  if (Read read = weekday(t); read.next > t) return read;
  if (Read read = part_of_month(t); read.next > t) return read;
  return named_day(t);
}

}  // namespace actant
