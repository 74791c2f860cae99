#ifndef ACTANT_EXTRACT_RELATION_TIME_WORDS_H_
#define ACTANT_EXTRACT_RELATION_TIME_WORDS_H_

#include <optional>
#include <string_view>

#include "extract/relation/time_term.h"

namespace actant {

/// The words that the parts of TimeReader share. `norm` is in lower case.

/// 2 for `2`, `2nd` and `two`, 1 for `a`; words up to twelve.
std::optional<int> number_of(std::string_view word);
/// `day` to `year`, singular or plural.
std::optional<TimeUnit> unit_of(std::string_view norm);
/// -1 for `last`, 0 for `this`, 1 for `next`.
std::optional<int> step_of(std::string_view norm);
/// `morning` to `night`.
bool is_part_of_day(std::string_view norm);

/// A date `count` units from the article.
TimePoint offset_point(TimeUnit unit, int count);
/// A calendar date; 0 for what the words leave out.
TimePoint date_point(int year, unsigned month, unsigned day);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_TIME_WORDS_H_
