#ifndef ACTANT_GRAPH_STORE_INTERNAL_FORWARD_ITERATOR_H_
#define ACTANT_GRAPH_STORE_INTERNAL_FORWARD_ITERATOR_H_

#include <memory>
#include <string>
#include <string_view>

#include "graph/store/internal/database.h"
#include "graph/store/internal/read_view.h"

namespace actant::internal {

/// Walks over a family beside a walk over another one: seek() to keys that mostly grow costs little where they stand
/// close together, since it steps to near ones and looks up only distant ones.
class ForwardIterator {
 public:
  ForwardIterator(const Database& database, Family family) : database_(database), it_(database.iterator(family)) {}
  ForwardIterator(const ReadView& view, Family family)
      : database_(view.database), it_(view.database.iterator(family, &view.snapshot)) {}

  /// Goes to the first key that is not before `key`; false when there is none. \throws IoError, CorruptData.
  bool seek(std::string_view key);
  /// The same; true when the key is there.
  bool find(std::string_view key) { return seek(key) && this->key() == key; }
  void next();
  bool valid() const { return valid_; }
  std::string_view key() const { return view(it_->key()); }
  std::string_view value() const { return view(it_->value()); }

 private:
  const Database& database_;
  std::unique_ptr<rocksdb::Iterator> it_;
  std::string behind_;   // no key of the family is between it and the current one,
  bool passed_ = false;  // but itself is one
  bool positioned_ = false;
  bool valid_ = false;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_FORWARD_ITERATOR_H_
