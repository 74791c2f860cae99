#ifndef ACTANT_EXTRACT_TEXT_DATE_H_
#define ACTANT_EXTRACT_TEXT_DATE_H_

#include <optional>
#include <string>
#include <string_view>

namespace actant {

/// The date that metadata give, in ISO 8601 calendar form with its own precision (`2025`, `2025-08`, `2025-08-03`); the
/// time of day is dropped (a zone is not converted: the publisher's day counts). Reads ISO 8601, RFC 822 (`Tue, 03 Aug
/// 2025 10:00:00 GMT`), English month names in either order, `YYYYMMDD[hhmmss]`, seconds or milliseconds since 1970,
/// and d/m/y where only one order is possible. nullopt when it is none of these or ambiguous (`03/04/2025`).
std::optional<std::string> parse_date(std::string_view text);

/// Month 1-12 of an English month name or its abbreviation, any case; 0 when it is none.
int month_of(std::string_view word);

/// Days in a month of the Gregorian calendar.
int days_in_month(int year, int month);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_DATE_H_
