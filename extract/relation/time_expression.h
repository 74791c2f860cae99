#ifndef ACTANT_EXTRACT_RELATION_TIME_EXPRESSION_H_
#define ACTANT_EXTRACT_RELATION_TIME_EXPRESSION_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/relation/calendar.h"
#include "extract/relation/time_term.h"

namespace actant {

/// An expression of time with its date and the word that it dates.
struct TimeExpression {
  TokenRange words;
  uint32_t governor = kNone;  ///< the word outside that the expression hangs on
  TimeUse use = TimeUse::kAt;
  TimeValue value;
};

/// Finds the expressions of time of the article that say a date, resolved against `anchor` (reference_date()); without
/// it only absolute ones (`5 January 2024`). A day that is only named lies before or after the article as the tense of
/// its verb tells; one counted from an event (`two days after the attack`) needs that event dated elsewhere in the
/// article. Words before `begin` are passed over. Appends to `out` by position. Linear, but for counted ones, which
/// look through all others.
void find_times(const Document& document, uint32_t begin, const std::optional<PartialDate>& anchor,
                std::vector<TimeExpression>& out);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_TIME_EXPRESSION_H_
