#include "graph/store/internal/forward_iterator.h"

namespace actant::internal {
namespace {

// Steps that cost about as much as one look-up: an estimate.
constexpr int kNear = 12;

}  // namespace

bool ForwardIterator::seek(std::string_view key) {
  const bool in_gap = positioned_ && (passed_ ? behind_ < key : behind_ <= key) && (!valid_ || key <= this->key());
  if (!in_gap) {
    int steps = valid_ && this->key() < key ? kNear : 0;
    for (; steps > 0 && it_->Valid() && view(it_->key()) < key; --steps) it_->Next();
    // Stopped by the count, at the end, or where keys go back: look it up.
    if (steps == 0 || !it_->Valid()) it_->Seek(slice(key));
    valid_ = it_->Valid();
    if (!valid_) database_.check_iterator(*it_);
  }
  behind_.assign(key);
  passed_ = false;
  positioned_ = true;
  return valid_;
}

void ForwardIterator::next() {
  behind_.assign(key());
  passed_ = true;
  it_->Next();
  valid_ = it_->Valid();
  if (!valid_) database_.check_iterator(*it_);
}

}  // namespace actant::internal
