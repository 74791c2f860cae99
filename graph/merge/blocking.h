#ifndef ACTANT_GRAPH_MERGE_BLOCKING_H_
#define ACTANT_GRAPH_MERGE_BLOCKING_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/merge/scratch_space.h"

namespace actant {

/// Groups things by keys, so that only those that share one are compared. A thing may have several keys. Keys are kept
/// as 32-bit hashes, 8 bytes for each pair of key and thing; two keys with one hash are one block, so what is found
/// must be compared.
class Blocks {
 public:
  /// `space`: for large numbers of things; see ScratchSpace.
  explicit Blocks(ScratchSpace* space = nullptr) : entries_(space) {}
  /// Keeps only the keys of one of `parts` parts, so that many things can be grouped in little memory part by part.
  Blocks(ScratchSpace* space, uint32_t part, uint32_t parts) : part_(part), parts_(parts), entries_(space) {}

  /// Room for so many pairs of key and thing; what is not used costs no memory.
  void reserve(size_t entries) { entries_.reserve(entries); }
  void add(std::string_view key, uint32_t thing);
  /// A key that is hashed already.
  void add(uint64_t key, uint32_t thing);
  /// To be called after the last add(), before the functions below. O(n log n).
  void finish();

  /// The things with this key in ascending order; empty for none.
  std::vector<uint32_t> at(std::string_view key) const;
  size_t size() const { return entries_.size(); }

  /// Calls `visit(key, thing)` for all things of the blocks of 2 to `limit` things, in the order of the hashed keys.
  template <typename Visit>
  void for_each_in_small(size_t limit, const Visit& visit) const;

  /// Calls `visit(things, key)` for each block of two things or more, in the order of the hashed keys; things in
  /// ascending order.
  template <typename Visit>
  void for_each_block(const Visit& visit) const;
  /// Calls `visit(a, b)`, a < b, once or more for each pair that is to be compared: all pairs of the blocks of up to
  /// `limit` things. A key that fits more says little, and the pairs would grow with the square: there each thing meets
  /// only the `window` next ones in the order of `finer` (the sorted neighbourhood of Hernandez and Stolfo, 1995), so
  /// that the work stays in proportion to the number of things.
  template <typename Finer, typename Visit>
  void for_each_pair(size_t limit, size_t window, const Finer& finer, const Visit& visit) const;

 private:
  struct Entry {
    uint32_t key;
    uint32_t thing;
    friend auto operator<=>(const Entry&, const Entry&) = default;
  };
  uint32_t part_ = 0, parts_ = 1;
  ScratchVector<Entry> entries_;
};

template <typename Visit>
void Blocks::for_each_in_small(size_t limit, const Visit& visit) const {
  for (size_t begin = 0, end = 0; begin < entries_.size(); begin = end) {
    while (end < entries_.size() && entries_[end].key == entries_[begin].key) ++end;
    if (end - begin < 2 || end - begin > limit) continue;
    for (size_t i = begin; i < end; ++i) visit(entries_[i].key, entries_[i].thing);
  }
}

template <typename Visit>
void Blocks::for_each_block(const Visit& visit) const {
  ScratchVector<uint32_t> things(entries_.get_allocator());
  for (size_t begin = 0, end = 0; begin < entries_.size(); begin = end) {
    things.clear();
    for (; end < entries_.size() && entries_[end].key == entries_[begin].key; ++end)
      things.push_back(entries_[end].thing);
    if (things.size() > 1) visit(std::span<uint32_t>(things), entries_[begin].key);
  }
}

template <typename Finer, typename Visit>
void Blocks::for_each_pair(size_t limit, size_t window, const Finer& finer, const Visit& visit) const {
  for_each_block([&](std::span<uint32_t> things, uint32_t) {
    const size_t reach = things.size() <= limit ? limit : window;
    if (things.size() > limit) std::stable_sort(things.begin(), things.end(), finer);
    for (size_t i = 0; i < things.size(); ++i) {
      for (size_t j = i + 1; j < std::min(things.size(), i + 1 + reach); ++j) {
        visit(std::min(things[i], things[j]), std::max(things[i], things[j]));
      }
    }
  });
}

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_BLOCKING_H_
