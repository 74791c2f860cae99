#include "graph/store/internal/replacement.h"

namespace actant::internal {
namespace {

constexpr size_t kBatchBytes = size_t{4} << 20;

}  // namespace

Replacement::Replacement(Database& database, Family family, std::string_view begin, std::string_view end)
    : database_(database), family_(family), end_(end), old_(database.iterator(family)) {
  old_->Seek(slice(begin));
}

bool Replacement::has_old() const { return old_->Valid() && (end_.empty() || view(old_->key()) < end_); }

void Replacement::drop_old() {
  check(batch_.Delete(database_.handle(family_), old_->key()), "cannot resolve");
  write(kBatchBytes);
  old_->Next();
}

void Replacement::write(size_t least) {
  if (batch_.Count() == 0 || batch_.GetDataSize() < least) return;
  database_.write(batch_);
  batch_.Clear();
}

void Replacement::next(std::string_view key, std::string_view value) {
  while (has_old() && view(old_->key()) < key) drop_old();
  const bool stored = has_old() && view(old_->key()) == key;
  if (!stored || view(old_->value()) != value) {
    check(batch_.Put(database_.handle(family_), slice(key), slice(value)), "cannot resolve");
    write(kBatchBytes);
  }
  if (stored) old_->Next();
}

void Replacement::finish() {
  while (has_old()) drop_old();
  database_.check_iterator(*old_);
  write(0);
}

}  // namespace actant::internal
