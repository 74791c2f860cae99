#ifndef ACTANT_EXPORT_DAY_SPANS_H_
#define ACTANT_EXPORT_DAY_SPANS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/writer.h"

namespace actant {

/// A day as a number; 0 is 1970-01-01.
using Day = int32_t;

/// Days without a gap, both ends among them, and how many articles appeared then.
struct DaySpan {
  Day first = 0;
  Day last = 0;
  uint32_t articles = 0;
  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

/// Makes of the dates of articles the times at which something exists. One object is filled and emptied for each node
/// and edge, so that nothing is allocated for most of them.
class DaySpans {
 public:
  void clear() { dates_.clear(); }
  /// The date of an article (ISO 8601, perhaps a month or a year alone); what is none is left out.
  void add(std::string_view date, ArticleId article = {});
  /// Sorted and apart from each other, so that no two of them touch. For points in time a partial date is its first
  /// day; else it is all of its days. Holds until the next call.
  std::span<const DaySpan> spans(TimeForm form);

 private:
  struct Dated {
    Day first;
    Day last;
    uint64_t article;
    friend auto operator<=>(const Dated&, const Dated&) = default;
  };
  void count(size_t begin, size_t end, Day last);

  std::vector<Dated> dates_;
  std::vector<DaySpan> spans_;
  std::vector<uint64_t> articles_;
};

/// Appends `2025-08-03`.
void append_day(std::string& out, Day day);

/// Appends the first days of the spans as Gephi writes points in time, `<[2025-08-03, 2025-08-05]>`; nothing when there
/// are none.
void append_time_set(std::string& out, std::span<const DaySpan> spans);

}  // namespace actant

#endif  // ACTANT_EXPORT_DAY_SPANS_H_
