#include "extract/text/date_order_queue.h"

namespace actant {

void DateOrderQueue::learn(DayMonthOrder order) {
  if (order == DayMonthOrder::kUnknown || contradicted_) return;
  if (order_ != DayMonthOrder::kUnknown && order_ != order) {
    contradicted_ = true;
    order_ = DayMonthOrder::kUnknown;
  } else {
    order_ = order;
  }
}

void DateOrderQueue::settle(InputArticle& article) const {
  if (article.unclear_date.empty()) return;
  if (const auto date = parse_date(article.unclear_date, order_)) {
    article.info.date = *date;
    article.date_basis = DateBasis::kGiven;
  } else {
    tell_({article.info.origin + article.place, 0,
           "unclear date: " + article.unclear_date +
               " may be day/month or month/day, the article has no date; say which with " + "--date-order dmy or mdy",
           article.format});
  }
  article.unclear_date.clear();
}

bool DateOrderQueue::next(InputArticle& article) {
  for (;;) {
    const bool settled = order_ != DayMonthOrder::kUnknown || contradicted_ || ended_ ||
                         waiting_.size() >= kMostArticles || bytes_ >= kMostBytes;
    if (!waiting_.empty() && settled) {
      article = std::move(waiting_.front());
      waiting_.pop_front();
      bytes_ -= article.text.size();
      settle(article);
      return true;
    }
    if (ended_) return false;
    InputArticle read;
    if (!next_(read)) {
      ended_ = true;
      continue;
    }
    learn(read.date_order);
    if (waiting_.empty() && (read.unclear_date.empty() || order_ != DayMonthOrder::kUnknown)) {
      article = std::move(read);
      settle(article);
      return true;
    }
    bytes_ += read.text.size();
    waiting_.push_back(std::move(read));
  }
}

}  // namespace actant
