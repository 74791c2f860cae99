#ifndef ACTANT_EXTRACT_RELATION_TIME_TERM_H_
#define ACTANT_EXTRACT_RELATION_TIME_TERM_H_

#include <cstdint>
#include <optional>

#include "extract/document.h"
#include "extract/relation/calendar.h"
#include "extract/token_range.h"

namespace actant {

/// A date as words name it, before it is resolved: `Aug. 3`, `Tuesday of last week`, `two years ago`.
struct TimePoint {
  enum class Kind : uint8_t {
    kDate,     ///< `date`, its year 0 where the words leave it out
    kWeekday,  ///< `weekday`; of the week `week` from the article's where that is said
    kWeekend,  ///< the weekend of the week `week`; without it the one that the tense asks for
    kOffset,   ///< `count` units from the article: `yesterday`, `last month`, `three days ago`
  };
  Kind kind = Kind::kDate;
  PartialDate date;
  unsigned weekday = 0;     ///< 1 Monday to 7 Sunday
  std::optional<int> week;  ///< 0 this week, -1 the one before
  std::optional<int> year;  ///< of a kDate without year: 0 this year, -1 the one before
  TimeUnit unit = TimeUnit::kDay;
  int count = 0;
  std::optional<Direction> direction;  ///< said by `last` or `next`; else the tense decides
};

/// What an expression of time does with its dates.
enum class TimeUse : uint8_t {
  kAt,         ///< on that date, or from `first` to `last`
  kSince,      ///< from that date on: until the article
  kStretch,    ///< `in the past two weeks`: `first` is an offset that reaches to the article
  kFromEvent,  ///< `two days after the attack`: `first` is an offset from an event, see TimeTerm::event
};

/// An expression of time as it stands in the text.
struct TimeTerm {
  TokenRange words;
  TimeUse use = TimeUse::kAt;
  TimePoint first;
  std::optional<TimePoint> last;  ///< end of a range
  uint32_t event =
      kNone;  ///< kFromEvent: the noun or verb counted from; kNone: what was told of before (`the next day`)
};

/// The date of a point for an article of the date `anchor`. Nullopt where the words need a more precise anchor and for
/// days that do not exist.
std::optional<TimeValue> resolve(const TimePoint& point, const std::optional<PartialDate>& anchor, Direction direction);

/// The date or interval of a term, kFromEvent excepted (nullopt). Ranges that end before they begin give nullopt.
std::optional<TimeValue> resolve(const TimeTerm& term, const std::optional<PartialDate>& anchor, Direction direction);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_TIME_TERM_H_
