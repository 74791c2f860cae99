#ifndef ACTANT_EXTRACT_TEXT_DATE_H_
#define ACTANT_EXTRACT_TEXT_DATE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace actant {

/// In which order a date of numbers, 03/04/2025, gives day and month.
enum class DayMonthOrder : uint8_t {
  kUnknown,
  kDayFirst,    ///< 3 April
  kMonthFirst,  ///< March 4
};

/// The date that metadata give, in ISO 8601 calendar form with its own precision (`2025`, `2025-08`, `2025-08-03`); the
/// time of day is dropped (a zone is not converted: the publisher's day counts). Reads ISO 8601, RFC 822 (`Tue, 03 Aug
/// 2025 10:00:00 GMT`), English month names in either order, `YYYYMMDD[[T]hhmmss[Z]]`, seconds or milliseconds since
/// 1970, and d/m/y where only one order is possible or `order` tells. nullopt when it is none of these or ambiguous
/// (`03/04/2025`).
std::optional<std::string> parse_date(std::string_view text, DayMonthOrder order = DayMonthOrder::kUnknown);

/// The order that a date of numbers parted by slashes or hyphens shows: `25/12/2025` day first, `12/25/2025` month
/// first; unknown for `03/04/2025` and for all other forms.
DayMonthOrder day_month_order(std::string_view text);

/// Whether a date can be read in both orders, with different results.
bool is_unclear_date(std::string_view text);

/// The day after a date in calendar form with day (`2025-12-31` gives `2026-01-01`); other forms come back as they are.
std::string day_after(std::string_view date);

/// Month 1-12 of an English month name or its abbreviation, any case; 0 when it is none.
int month_of(std::string_view word);

/// Days in a month of the Gregorian calendar.
int days_in_month(int year, int month);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_DATE_H_
