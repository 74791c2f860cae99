#include "extract/relation/time_reader.h"

#include <charconv>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/syntax_walk.h"
#include "extract/relation/time_words.h"

namespace actant {
namespace {

bool is_dash(std::string_view form) { return is_one_of(form, {"-", "–", "—", "‑"}); }

}  // namespace

std::string_view TimeReader::before(uint32_t t, uint32_t steps) const {
  return t >= sentence_.first + steps ? norm(t - steps) : std::string_view();
}

// The preposition before a date that begins at `t`, past what stands between: `since at least 2002`, `by the late
// 1990s`.
std::string_view TimeReader::opening(uint32_t t) const {
  uint32_t steps = 1;
  while (is_one_of(before(t, steps), {"the", "early", "late", "mid", "about", "around", "at", "least"}) && steps < 5) {
    // `at` alone is a preposition.
    if (before(t, steps) == "at" && (steps == 1 || before(t, steps - 1) != "least")) break;
    ++steps;
  }
  return before(t, steps);
}

std::optional<int> TimeReader::number(uint32_t t) const {
  const std::string_view text = form(t);
  if (text.empty()) return std::nullopt;
  constexpr int kMost = 10000;  // more is no date, and no count of days that a date can be reckoned with
  const std::optional<int> value = number_of(text[0] >= '0' && text[0] <= '9' ? text : norm(t));
  return value && *value <= kMost ? value : std::nullopt;
}

bool TimeReader::is_year(uint32_t t, int& year) const {
  std::string_view text = form(t);
  if (text.size() != 4) return false;
  const auto [end, error] = std::from_chars(text.data(), text.data() + 4, year);
  return error == std::errc() && end == text.data() + 4 && year >= 1500 && year <= 2099;
}

// 1980 of `1980s`; of `80s` with the century given.
bool TimeReader::decade_year(uint32_t t, int century, int& year) const {
  std::string_view text = form(t);
  if (text.starts_with("'")) text.remove_prefix(1);
  if (text.size() < 3 || text.back() != 's') return false;
  text.remove_suffix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || year % 10 != 0) return false;
  if (text.size() == 2 && century != 0) year += century;
  return year >= 1500 && year <= 2099;
}

// `the 1980s`, `the 1970s and 80s`: the years of the decade.
uint32_t TimeReader::read_decade(uint32_t t, std::vector<TimeTerm>& out) const {
  int first = 0, last = 0;
  if (!decade_year(t, 0, first)) return t;
  uint32_t next = t + 1;
  last = first;
  if (is_one_of(norm(next), {"and", "or", "to"}) && decade_year(next + 1, first / 100 * 100, last)) next += 2;
  // The article stands between the decade and what bounds it.
  if (last < first || is_one_of(before(t, 2), {"since", "until", "before", "after"})) return next;
  TimeTerm term;
  term.words = {t, next};
  term.first = date_point(first, 0, 0);
  term.last = date_point(last + 9, 0, 0);
  return add(term, false, out);
}

// `in the past two weeks`, `over the last month`, `in the next three days`.
uint32_t TimeReader::read_stretch(uint32_t t, std::vector<TimeTerm>& out) const {
  const std::optional<int> step = step_of(norm(t));
  if (!step || *step == 0 || norm(t) == "previous") return t;
  const std::optional<int> count = number(t + 1);
  const uint32_t at = count ? t + 2 : t + 1;
  std::optional<TimeUnit> unit = unit_of(norm(at));
  if (count && is_one_of(norm(at), {"hour", "hours"}) && (*count == 24 || *count == 48 || *count == 72))
    unit = TimeUnit::kDay;
  // `the last month` of something; `past month` and all that is counted reach to the article.
  if (!unit || (!count && norm(t) != "past") || is_one_of(norm(at + 1), {"of", "before", "after"})) return t;
  const int units = is_one_of(norm(at), {"hour", "hours"}) ? *count / 24 : count.value_or(1);
  TimeTerm term;
  term.words = {t, at + 1};
  term.use = TimeUse::kStretch;
  term.first = offset_point(*unit, *step * units);
  return add(term, false, out);
}

// `two days after the attack`, `the day before the summit`, `three weeks later`, `the next day`, `that year`.
uint32_t TimeReader::read_from_event(uint32_t t, std::vector<TimeTerm>& out) const {
  TimeTerm term;
  term.use = TimeUse::kFromEvent;
  const bool definite = is_one_of(norm(t), {"the", "that"});
  const int count = norm(t) == "the" ? 1 : number(t).value_or(0);
  const std::optional<TimeUnit> counted = unit_of(norm(t + 1));
  const std::string_view link = norm(t + 2);
  if (count > 0 && counted && is_one_of(link, {"after", "before", "following"})) {
    term.first = offset_point(*counted, link == "before" ? -count : count);
    term.event = document_.tokens[t + 2].head;
    term.words = {t, t + 3};
    // `the day before` closes on nothing: what was told of before.
    const bool open = term.event == kNone || !inside(term.event) || term.event < t + 3;
    if (open) term.event = kNone;
    return add(term, false, out);
  }
  if (count > 0 && counted && norm(t) != "the" && is_one_of(link, {"later", "earlier", "afterwards"})) {
    term.first = offset_point(*counted, link == "earlier" ? -count : count);
    term.words = {t, t + 3};
    return add(term, false, out);
  }
  if (norm(t) == "the" && norm(t + 1) == "eve" && norm(t + 2) == "of" && document_.tokens[t + 2].head > t + 2 &&
      inside(document_.tokens[t + 2].head)) {
    term.first = offset_point(TimeUnit::kDay, -1);
    term.event = document_.tokens[t + 2].head;
    term.words = {t, t + 3};
    return add(term, false, out);
  }
  if (!definite) return t;
  const std::string_view which = norm(t + 1);
  if (const std::optional<TimeUnit> unit = unit_of(which); unit && norm(t) == "that") {
    term.first = offset_point(*unit, 0);
    term.words = {t, t + 2};
    return add(term, false, out);
  }
  const std::optional<TimeUnit> unit = unit_of(norm(t + 2));
  const int step = is_one_of(which, {"next", "following"}) ? 1 : is_one_of(which, {"previous", "preceding"}) ? -1 : 0;
  if (!unit || (step == 0 && which != "same") || is_one_of(norm(t + 3), {"of", "that"})) return t;
  term.first = offset_point(*unit, step);
  term.words = {t, t + 3};
  return add(term, false, out);
}

// Reads ` to Wednesday`, `-7`, ` and 2015` behind a date. Gives what follows the range, or begin.next where there is
// none.
uint32_t TimeReader::range_end(uint32_t first, Read& begin, TimeTerm& term) const {
  const uint32_t at = begin.next;
  const std::string_view leading = opening(first);
  const bool joined = is_dash(form(at)) || is_one_of(norm(at), {"through", "to"}) ||
                      (leading == "from" && is_one_of(norm(at), {"until", "till"})) ||
                      (leading == "between" && norm(at) == "and");
  if (!joined || (norm(at) == "to" && leading != "from" && begin.weak)) return at;
  const TimePoint& point = begin.point;
  // `May 5-7`: a day of the same month, where no other date begins.
  if (const std::optional<int> day = number(at + 1);
      day && point.kind == TimePoint::Kind::kDate && point.date.full() && form(at + 1)[0] <= '9' && *day <= 31 &&
      static_cast<int>(point.date.day) < *day && month_number(norm(at + 2)) == 0) {
    int year = point.date.year;
    const uint32_t comma = form(at + 2) == "," ? at + 3 : at + 2;
    const bool dated = year == 0 && is_year(comma, year);
    term.last = date_point(year, point.date.month, static_cast<unsigned>(*day));
    return dated ? comma + 1 : at + 2;
  }
  const Read end = read_point(at + 1);
  if (end.next == at + 1) return at;
  if (begin.weak != end.weak && point.date.month == 0) return at;
  // `1981-1989` in brackets behind a name is a life or a term of office.
  if (is_one_of(leading, {"(", "["})) return at;
  term.last = end.point;
  begin.weak = false;
  return end.next;
}

// Part of a longer name: `Bloody Sunday`, `Fox News Sunday`, `the May government`.
bool TimeReader::in_name(TokenRange words) const {
  if (document_.mention_at.size() != document_.tokens.size()) return false;
  const uint32_t m = find_mention_by_head(document_, words.first);
  if (m == kNone) return false;
  const Mention& mention = document_.mentions[m];
  if (mention.kind != MentionKind::kName || mention.type == EntityType::kEvent) return false;
  return mention.first < words.first || mention.last > words.last || mention.type == EntityType::kPerson;
}

// `the 2003 invasion`, `a 2002 coup`; not `2003 people`.
bool TimeReader::attributive_year(TokenRange words) const {
  const Token& noun = document_.tokens[words.first];
  if (noun.head == kNone || noun.head < words.last || document_.tokens[noun.head].upos != Upos::kNoun) return false;
  for (uint32_t back = 1; back <= 3; ++back) {
    if (is_one_of(before(words.first, back), {"the", "a", "an", "'s", "’s", "its", "his", "her", "their"})) return true;
  }
  return false;
}

// A bare year or month says a date behind `in`, as part of a longer phrase of time, and before the noun that it dates.
bool TimeReader::weak_allowed(TokenRange words) const {
  if (is_one_of(before(words.first), {"late", "early", "mid"})) return true;
  if (is_one_of(opening(words.first), {"in", "during", "since", "throughout", "of"})) return true;
  return form(words.first)[0] <= '9' && attributive_year(words);
}

uint32_t TimeReader::add(TimeTerm term, bool weak, std::vector<TimeTerm>& out) const {
  const TokenRange words = term.words;
  const std::string_view word = before(words.first);
  if (weak && !weak_allowed(words)) return words.last;
  if (is_one_of(word, {"every", "each", "most", "black", "good", "bloody", "super", "than"}) || in_name(words))
    return words.last;
  // Known by its date alone, which is not of the last twelve months.
  if (term.first.date.month == 9 && term.first.date.day == 11 && term.first.date.year == 0 && !term.last)
    return words.last;
  // `before last year's war` bounds by the war, which was last year.
  const bool of_noun = is_one_of(norm(words.last), {"'s", "’s"});
  const std::string_view bound = of_noun ? std::string_view() : opening(words.first);
  if (bound == "since") {
    if (term.use != TimeUse::kAt || term.last) return words.last;
    term.use = TimeUse::kSince;
  } else if (is_one_of(bound, {"until", "till", "before", "after", "by"})) {
    return words.last;  // bounds a time and dates no event
  } else if (is_one_of(bound, {"from", "between"}) && !term.last && term.use == TimeUse::kAt) {
    return words.last;
  }
  out.push_back(term);
  return words.last;
}

// `5-7 May 2019`, `between 5 and 7 May`: the month stands behind the second day.
uint32_t TimeReader::read_days_of_month(uint32_t t, std::vector<TimeTerm>& out) const {
  const std::optional<int> day = number(t);
  if (!day || *day < 1 || form(t)[0] > '9' || !(is_dash(form(t + 1)) || is_one_of(norm(t + 1), {"and", "to"})))
    return t;
  const Read end = day_month(t + 2);
  if (end.next == t + 2 || static_cast<int>(end.point.date.day) <= *day) return t;
  TimeTerm term;
  term.words = {t, end.next};
  term.first = term.last.emplace(end.point);
  term.first.date.day = static_cast<unsigned>(*day);
  return add(term, false, out);
}

uint32_t TimeReader::read_term(uint32_t t, std::vector<TimeTerm>& out) const {
  if (const uint32_t next = read_days_of_month(t, out); next > t) return next;
  if (const uint32_t next = read_from_event(t, out); next > t) return next;
  if (const uint32_t next = read_stretch(t, out); next > t) return next;
  if (const uint32_t next = read_decade(t, out); next > t) return next;
  Read read = read_point(t);
  if (read.next <= t) return t + 1;
  TimeTerm term;
  term.first = read.point;
  const uint32_t last = range_end(t, read, term);
  term.words = {t, last};
  return add(term, read.weak, out);
}

void TimeReader::read(std::vector<TimeTerm>& out) {
  for (uint32_t t = sentence_.first; t < sentence_.last;) t = read_term(t, out);
}

}  // namespace actant
