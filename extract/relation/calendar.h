#ifndef ACTANT_EXTRACT_RELATION_CALENDAR_H_
#define ACTANT_EXTRACT_RELATION_CALENDAR_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace actant {

/// A date with its true precision: `2025`, `2025-08` or `2025-08-03`.
struct PartialDate {
  int year = 0;
  unsigned month = 0;  ///< 1-12, 0 unknown
  unsigned day = 0;    ///< 1-31, 0 unknown

  bool full() const { return day != 0; }
  std::chrono::sys_days days() const;  ///< needs full()
  static PartialDate of(std::chrono::sys_days days);
  /// First characters of an ISO 8601 date; nullopt for anything else and for days that do not exist.
  static std::optional<PartialDate> parse(std::string_view text);
  bool valid() const;
};

/// A point or stretch of time as a triple carries it.
struct TimeValue {
  PartialDate from;
  std::optional<PartialDate> to;  ///< last day of an interval, included
  /// ISO 8601: `2025-08-03`, `2025-08`, `2025-12-14/2025-12-20`.
  std::string iso() const;
};

/// Whether a date that is only named (`on Tuesday`, `in July`) lies before the article, after it, or, told in the
/// present, on its day or soon after.
enum class Direction : uint8_t { kPast, kFuture, kPresent };

enum class TimeUnit : uint8_t { kDay, kWeek, kMonth, kYear };

/// 1 (Monday) to 7 for `monday`, `mon.`; 0 for other words. `norm` is in lower case.
unsigned weekday_number(std::string_view norm);
/// 1 to 12 for `january`, `jan.`, `sept`; 0 for other words.
unsigned month_number(std::string_view norm);

/// The day nearest to `anchor` in that direction with this weekday; the anchor itself counts as past and as present.
PartialDate resolve_weekday(PartialDate anchor, unsigned weekday, Direction direction);
/// The month nearest in that direction; the anchor's own counts in both. `day` 0: only the month.
PartialDate resolve_month(PartialDate anchor, unsigned month, unsigned day, Direction direction);
/// The anchor moved by whole months (years: 12), as precise as a month.
PartialDate add_months(PartialDate anchor, int months);
PartialDate add_days(PartialDate anchor, int days);
/// Monday to Sunday of the week that lies `weeks` from the anchor's.
TimeValue week_of(PartialDate anchor, int weeks);
/// Saturday and Sunday of the week that lies `weeks` from the anchor's.
TimeValue weekend_of(PartialDate anchor, int weeks);

/// The day, week, month or year that lies `count` units from the anchor, as precise as the unit; nullopt where the
/// anchor is less precise than that. A week is Monday to Sunday.
std::optional<TimeValue> shift(PartialDate anchor, TimeUnit unit, int count);
/// From the anchor `count` units back (negative) or ahead, both ends included: `in the past two weeks`. Nullopt as in
/// shift().
std::optional<TimeValue> stretch(PartialDate anchor, TimeUnit unit, int count);
/// Whether `a` begins after `b` does; a coarser date begins with its first day.
bool later(const PartialDate& a, const PartialDate& b);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_CALENDAR_H_
