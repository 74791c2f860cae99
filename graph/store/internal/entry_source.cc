#include "graph/store/internal/entry_source.h"

#include <algorithm>

#include "graph/model/error.h"
#include "graph/store/internal/merge_operator.h"

namespace actant::internal {
namespace {

class FamilySource : public EntrySource {
 public:
  FamilySource(const Database& database, Family family, std::function<bool(std::string_view)> keep,
               const Database::Snapshot* snapshot)
      : database_(database), keep_(std::move(keep)), it_(database.iterator(family, snapshot)) {
    it_->SeekToFirst();
    settle();
  }
  bool valid() const override { return it_->Valid(); }
  std::string_view key() const override { return view(it_->key()); }
  std::string_view value() const override { return view(it_->value()); }
  void next() override {
    it_->Next();
    settle();
  }

 private:
  void settle() {
    while (it_->Valid() && keep_ && !keep_(key())) it_->Next();
    if (!it_->Valid()) database_.check_iterator(*it_);
  }
  const Database& database_;
  std::function<bool(std::string_view)> keep_;
  std::unique_ptr<rocksdb::Iterator> it_;
};

/// A binary heap of sources by their keys; each time the least key is taken from all that have it.
class MergedSource : public EntrySource {
 public:
  MergedSource(Family family, std::vector<std::unique_ptr<EntrySource>> sources)
      : family_(family), sources_(std::move(sources)) {
    for (const auto& source : sources_) {
      if (source->valid()) heap_.push_back({source->key(), source.get()});
    }
    std::make_heap(heap_.begin(), heap_.end(), later);
    next();
  }
  bool valid() const override { return valid_; }
  std::string_view key() const override { return key_; }
  std::string_view value() const override { return value_; }

  void next() override {
    valid_ = !heap_.empty();
    if (!valid_) return;
    key_.assign(heap_.front().key);
    value_.assign(heap_.front().source->value());
    advance();
    while (!heap_.empty() && heap_.front().key == key_) {
      add_values(family_, value_, heap_.front().source->value());
      advance();
    }
  }

 private:
  struct Head {
    std::string_view key;
    EntrySource* source;
  };
  static bool later(const Head& a, const Head& b) { return a.key > b.key; }

  // Lets the front sink to its place: one pass down instead of one down and one up.
  void advance() {
    Head& front = heap_.front();
    front.source->next();
    if (!front.source->valid()) {
      std::pop_heap(heap_.begin(), heap_.end(), later);
      heap_.pop_back();
      return;
    }
    front.key = front.source->key();
    const Head moved = front;
    size_t hole = 0;
    for (size_t child = 1; child < heap_.size(); child = 2 * hole + 1) {
      if (child + 1 < heap_.size() && heap_[child + 1].key < heap_[child].key) ++child;
      if (!(heap_[child].key < moved.key)) break;
      heap_[hole] = heap_[child];
      hole = child;
    }
    heap_[hole] = moved;
  }

  Family family_;
  std::vector<std::unique_ptr<EntrySource>> sources_;
  std::vector<Head> heap_;
  std::string key_, value_;
  bool valid_ = false;
};

}  // namespace

std::unique_ptr<EntrySource> make_family_source(const Database& database, Family family,
                                                std::function<bool(std::string_view key)> keep,
                                                const Database::Snapshot* snapshot) {
  return std::make_unique<FamilySource>(database, family, std::move(keep), snapshot);
}

std::unique_ptr<EntrySource> make_merged_source(Family family, std::vector<std::unique_ptr<EntrySource>> sources) {
  return std::make_unique<MergedSource>(family, std::move(sources));
}

}  // namespace actant::internal
