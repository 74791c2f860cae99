#include "extract/relation/time_term.h"

namespace actant {
namespace {

std::optional<TimeValue> resolve_date(const TimePoint& point, const std::optional<PartialDate>& anchor,
                                      Direction direction) {
  PartialDate date = point.date;
  if (date.year == 0) {
    if (!anchor) return std::nullopt;
    if (point.year)
      date.year = anchor->year + *point.year;
    else
      date = resolve_month(*anchor, date.month, date.day, direction);
  }
  return TimeValue{date, {}};
}

std::optional<TimeValue> resolve_weekday(const TimePoint& point, const std::optional<PartialDate>& anchor,
                                         Direction direction) {
  if (!anchor || !anchor->full()) return std::nullopt;
  if (point.week)
    return TimeValue{add_days(week_of(*anchor, *point.week).from, static_cast<int>(point.weekday) - 1), {}};
  PartialDate day = resolve_weekday(*anchor, point.weekday, direction);
  // `last Friday` in an article of Friday is the one before.
  if (point.direction == Direction::kPast && day.days() == anchor->days()) day = add_days(day, -7);
  return TimeValue{day, {}};
}

std::optional<TimeValue> resolve_weekend(const TimePoint& point, const std::optional<PartialDate>& anchor,
                                         Direction direction) {
  if (!anchor || !anchor->full()) return std::nullopt;
  if (point.week) return weekend_of(*anchor, *point.week);
  const TimeValue current = weekend_of(*anchor, 0);
  const bool begun = !later(current.from, *anchor);
  return direction == Direction::kPast && !begun ? weekend_of(*anchor, -1) : current;
}

// `from November to January 2020`, `Monday to Wednesday`: the ends agree on the year, and come one after the other.
std::optional<TimeValue> resolve_range(const TimeTerm& term, const std::optional<PartialDate>& anchor,
                                       Direction direction) {
  TimePoint first = term.first;
  const TimePoint& last = *term.last;
  const bool dates = first.kind == TimePoint::Kind::kDate && last.kind == TimePoint::Kind::kDate;
  if (dates && first.date.year == 0 && last.date.year != 0) {
    first.date.year = last.date.year;
    if (later(first.date, last.date)) --first.date.year;
  }
  const std::optional<TimeValue> from = resolve(first, anchor, direction);
  std::optional<TimeValue> to = resolve(last, anchor, direction);
  if (!from || !to) return std::nullopt;
  PartialDate end = to->to.value_or(to->from);
  if (later(from->from, end)) {
    if (last.kind == TimePoint::Kind::kWeekday && !last.week) {
      end = add_days(end, 7);
    } else if (dates && last.date.year == 0) {
      ++end.year;
    }
  }
  if (later(from->from, end)) return std::nullopt;
  return TimeValue{from->from, end};
}

bool exists(const TimeValue& value) { return value.from.valid() && (!value.to || value.to->valid()); }

std::optional<TimeValue> checked(std::optional<TimeValue> value) {
  return value && exists(*value) ? value : std::nullopt;
}

}  // namespace

std::optional<TimeValue> resolve(const TimePoint& point, const std::optional<PartialDate>& anchor,
                                 Direction direction) {
  direction = point.direction.value_or(direction);
  switch (point.kind) {
    case TimePoint::Kind::kDate: return checked(resolve_date(point, anchor, direction));
    case TimePoint::Kind::kWeekday: return resolve_weekday(point, anchor, direction);
    case TimePoint::Kind::kWeekend: return resolve_weekend(point, anchor, direction);
    case TimePoint::Kind::kOffset: break;
  }
  if (!anchor) return std::nullopt;
  // `today` is as precise as the date of the article.
  if (point.unit == TimeUnit::kDay && point.count == 0) return TimeValue{*anchor, {}};
  return checked(shift(*anchor, point.unit, point.count));
}

std::optional<TimeValue> resolve(const TimeTerm& term, const std::optional<PartialDate>& anchor, Direction direction) {
  switch (term.use) {
    case TimeUse::kAt:
      return term.last ? checked(resolve_range(term, anchor, direction)) : resolve(term.first, anchor, direction);
    case TimeUse::kStretch: return anchor ? checked(stretch(*anchor, term.first.unit, term.first.count)) : std::nullopt;
    case TimeUse::kFromEvent: return std::nullopt;
    case TimeUse::kSince: break;
  }
  // Until now, which only the article's date tells.
  const std::optional<TimeValue> begin = anchor ? resolve(term.first, anchor, Direction::kPast) : std::nullopt;
  if (!begin || later(begin->from, *anchor)) return std::nullopt;
  return TimeValue{begin->from, *anchor};
}

}  // namespace actant
