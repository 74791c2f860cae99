#ifndef ACTANT_EXTRACT_RELATION_TIME_READER_H_
#define ACTANT_EXTRACT_RELATION_TIME_READER_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/relation/time_term.h"

namespace actant {

/// Finds the expressions of time in a sentence by their words alone: calendar dates (`5 January 2024`, `Aug. 3`,
/// `2016-12-10`, `mid-2016`), named days and weekdays, `last month`, `two weeks ago`, decades, ranges (`from 3 May to 5
/// June`, `May 5-7`), `since 2016`, `in the past two weeks`, `two days after the attack`, `the next day`. What only
/// bounds a time (`until Friday`), recurs (`every Friday`) or is part of a name (`Bloody Sunday`) is no date.
class TimeReader {
 public:
  /// Both references must outlive the reader.
  TimeReader(const Document& document, const Sentence& sentence) : document_(document), sentence_(sentence) {}

  /// Appends the terms to `out` by position; they do not overlap. Linear in the words.
  void read(std::vector<TimeTerm>& out);

 private:
  /// Words of a date from `next` on; `next` == where it was asked for: none. `weak`: only a year or a month, which says
  /// a date where a word before it allows that.
  struct Read {
    uint32_t next = 0;
    TimePoint point;
    bool weak = false;
  };

  // The norm keeps digits as 0, so numbers are read from the form.
  std::string_view norm(uint32_t t) const { return inside(t) ? document_.tokens[t].norm : std::string_view(); }
  std::string_view form(uint32_t t) const { return inside(t) ? document_.tokens[t].form : std::string_view(); }
  std::string_view before(uint32_t t, uint32_t steps = 1) const;
  std::string_view opening(uint32_t t) const;
  bool inside(uint32_t t) const { return t >= sentence_.first && t < sentence_.last; }
  std::optional<int> number(uint32_t t) const;
  bool is_year(uint32_t t, int& year) const;
  bool decade_year(uint32_t t, int century, int& year) const;
  bool capital(uint32_t t) const { return inside(t) && form(t)[0] < 'a'; }

  uint32_t read_term(uint32_t t, std::vector<TimeTerm>& out) const;
  uint32_t add(TimeTerm term, bool weak, std::vector<TimeTerm>& out) const;
  bool in_name(TokenRange words) const;
  bool weak_allowed(TokenRange words) const;
  bool attributive_year(TokenRange words) const;

  Read read_point(uint32_t t) const;
  Read month_date(uint32_t t, unsigned month) const;
  Read day_month(uint32_t t) const;
  Read digits(uint32_t t) const;
  Read ago(uint32_t t) const;
  Read relative(uint32_t t) const;
  Read named_day(uint32_t t) const;
  Read weekday(uint32_t t) const;
  Read part_of_month(uint32_t t) const;

  uint32_t read_days_of_month(uint32_t t, std::vector<TimeTerm>& out) const;
  uint32_t read_decade(uint32_t t, std::vector<TimeTerm>& out) const;
  uint32_t read_stretch(uint32_t t, std::vector<TimeTerm>& out) const;
  uint32_t read_from_event(uint32_t t, std::vector<TimeTerm>& out) const;
  uint32_t range_end(uint32_t first, Read& begin, TimeTerm& term) const;

  const Document& document_;
  const Sentence& sentence_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_TIME_READER_H_
