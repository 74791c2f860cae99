#ifndef ACTANT_EXTRACT_TEXT_INTERNAL_HASH_SET_H_
#define ACTANT_EXTRACT_TEXT_INTERNAL_HASH_SET_H_

#include <cstdint>
#include <vector>

namespace actant {

/// A set of hashes of 64 bits, by open addressing: 11 to 22 bytes for each (and half of that again while it grows), a
/// third of what std::unordered_set takes. Archives have millions of articles, of which only such a set stays in
/// memory.
class HashSet {
 public:
  /// \return whether it is new.
  bool insert(uint64_t hash) {
    if (hash == 0) hash = 1;  // 0 is an empty slot
    if (4 * (size_ + 1) > 3 * slots_.size()) grow();
    uint64_t& slot = find(hash);
    if (slot == hash) return false;
    slot = hash;
    ++size_;
    return true;
  }
  size_t size() const { return size_; }

 private:
  uint64_t& find(uint64_t hash) {
    const size_t mask = slots_.size() - 1;
    size_t at = hash & mask;
    while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) & mask;
    return slots_[at];
  }
  void grow() {
    std::vector<uint64_t> before(slots_.empty() ? 1024 : 2 * slots_.size());
    before.swap(slots_);
    for (const uint64_t hash : before) {
      if (hash != 0) find(hash) = hash;
    }
  }

  std::vector<uint64_t> slots_;
  size_t size_ = 0;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_INTERNAL_HASH_SET_H_
