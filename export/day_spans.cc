#include "export/day_spans.h"

#include <algorithm>
#include <chrono>

#include "export/node_text.h"

namespace actant {
namespace {

unsigned number(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

Day day_of(std::chrono::year_month_day date) {
  return static_cast<Day>(std::chrono::sys_days(date).time_since_epoch().count());
}

}  // namespace

void DaySpans::add(std::string_view date, ArticleId article) {
  using namespace std::chrono;
  const std::string_view precision = date_precision(date);
  if (precision.empty()) return;
  const year y{static_cast<int>(number(date.substr(0, 4)))};
  const month m{precision == "year" ? 1 : number(date.substr(5, 2))};
  const Day first = day_of(y / m / (precision == "day" ? day{number(date.substr(8, 2))} : day{1}));
  Day last = first;
  if (precision == "month") last = day_of(year_month_day(y / m / std::chrono::last));
  if (precision == "year") last = day_of(y / December / day{31});
  dates_.push_back({first, last, article.value});
}

// A span from the dates with the indices begin to end; several pieces of evidence may stand in one article.
void DaySpans::count(size_t begin, size_t end, Day last) {
  articles_.clear();
  for (size_t i = begin; i < end; ++i) articles_.push_back(dates_[i].article);
  std::sort(articles_.begin(), articles_.end());
  const auto distinct = std::unique(articles_.begin(), articles_.end()) - articles_.begin();
  spans_.push_back({dates_[begin].first, last, static_cast<uint32_t>(distinct)});
}

std::span<const DaySpan> DaySpans::spans(TimeForm form) {
  spans_.clear();
  std::sort(dates_.begin(), dates_.end());
  for (size_t begin = 0, end = 0; begin < dates_.size(); begin = end) {
    Day last = dates_[begin].last;
    for (end = begin + 1; end < dates_.size(); ++end) {
      const Dated& next = dates_[end];
      const bool joined = form == TimeForm::kInterval || next.first == dates_[begin].first ||
                          (form == TimeForm::kSpells && next.first <= last + 1);
      if (!joined) break;
      last = std::max(last, next.last);
    }
    count(begin, end, form == TimeForm::kTimestamps ? dates_[begin].first : last);
  }
  return spans_;
}

void append_day(std::string& out, Day day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  const auto digit = [](unsigned value) { return static_cast<char>('0' + value % 10); };
  const auto y = static_cast<unsigned>(static_cast<int>(date.year()));
  const auto m = static_cast<unsigned>(date.month()), d = static_cast<unsigned>(date.day());
  const char text[] = {digit(y / 1000), digit(y / 100), digit(y / 10), digit(y),      '-',
                       digit(m / 10),   digit(m),       '-',           digit(d / 10), digit(d)};
  out.append(text, sizeof text);
}

void append_time_set(std::string& out, std::span<const DaySpan> spans) {
  if (spans.empty()) return;
  out += "<[";
  for (const DaySpan& span : spans) {
    if (&span != spans.data()) out += ", ";
    append_day(out, span.first);
  }
  out += "]>";
}

}  // namespace actant
