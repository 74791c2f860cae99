#ifndef ACTANT_EXTRACT_TEXT_DATE_ORDER_QUEUE_H_
#define ACTANT_EXTRACT_TEXT_DATE_ORDER_QUEUE_H_

#include <deque>
#include <functional>

#include "extract/text/article_reader.h"

namespace actant {

/// Tells day from month in the dates of one file, 03/04/2025, by its other dates: articles with an unclear date wait,
/// up to 2,000 of them or 16 MiB, for one that shows the order. Where none does, or they contradict each other, the
/// article keeps no date and that is told with its place.
class DateOrderQueue {
 public:
  using Next = std::function<bool(InputArticle& article)>;
  DateOrderQueue(const ReadOptions& options, Next next, ProblemHandler tell)
      : next_(std::move(next)), tell_(std::move(tell)), order_(options.day_month_order) {}

  /// The next article in the order of the file; false at its end.
  bool next(InputArticle& article);

 private:
  static constexpr size_t kMostArticles = 2000, kMostBytes = 16u << 20;
  void learn(DayMonthOrder order);
  void settle(InputArticle& article) const;

  Next next_;
  ProblemHandler tell_;
  DayMonthOrder order_;
  bool contradicted_ = false, ended_ = false;
  std::deque<InputArticle> waiting_;
  size_t bytes_ = 0;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_DATE_ORDER_QUEUE_H_
