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

/// Groups things by keys, so that only those that share one are compared. A thing may have several keys. Keys are kept as
/// 32-bit hashes, 8 bytes for each pair of key and thing; two keys with one hash are one block, so what is found must be
/// compared.
class Blocks {
 public:
  /// `space`: for large numbers of things; see ScratchSpace.
  explicit Blocks(ScratchSpace* space = nullptr) : entries_(space) {}
  /// Keeps only the keys of one of `parts` parts, so that many things can be grouped in little memory part by part.
  Blocks(ScratchSpace* space, uint32_t part, uint32_t parts) : part_(part), parts_(parts), entries_(space) {}

  /// Room for so many pairs of key and thing; what is not used costs no memory.
  void reserve(size_t entries) { entries_.reserve(entries); }
  void add(std::string_view key, uint32_t thing);
  /// To be called after the last add(), before the functions below. O(n log n).
  void finish();

  /// The things with this key in ascending order; empty for none.
  std::vector<uint32_t> at(std::string_view key) const;
  size_t size() const { return entries_.size(); }

  /// Calls `visit(key, thing)` for all things of the blocks of 2 to `limit` things, in the order of the hashed keys.
  template <typename Visit>
  void for_each_in_small(size_t limit, const Visit& visit) const;

  /// Calls `visit(things, reach, key)` for groups of things, each of which is to be compared with the `reach` next ones; `key` is the hashed
  /// one for a block of up to `limit` things, else kLarge. A block of up to
  /// `limit` things is one group, all of whose pairs are compared. In a larger one, a key that fits so many says little, and the pairs would
  /// grow with the square: there each thing meets only the `window` next ones in the order of `finer` (the sorted neighbourhood of
  /// Hernandez and Stolfo, 1995), and all, or as many, of those that share its `second` key too, so that the work stays in
  /// proportion to the number of things.
  template <typename Finer, typename Second, typename Visit>
  void for_each_group(size_t limit, size_t window, const Finer& finer, const Second& second, const Visit& visit) const;
  /// The same, pair by pair: `visit(a, b)`, a < b, once or more for each.
  template <typename Finer, typename Second, typename Visit>
  void for_each_pair(size_t limit, size_t window, const Finer& finer, const Second& second, const Visit& visit) const;

  static constexpr uint64_t kLarge = ~uint64_t{0};

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

template <typename Finer, typename Second, typename Visit>
void Blocks::for_each_group(size_t limit, size_t window, const Finer& finer, const Second& second, const Visit& visit) const {
  ScratchVector<uint32_t> things(entries_.get_allocator());
  ScratchVector<std::pair<uint32_t, uint32_t>> order(entries_.get_allocator());  // second key, place in things
  for (size_t begin = 0, end = 0; begin < entries_.size(); begin = end) {
    while (end < entries_.size() && entries_[end].key == entries_[begin].key) ++end;
    if (end - begin < 2) continue;
    things.clear();
    for (size_t i = begin; i < end; ++i) things.push_back(entries_[i].thing);
    if (things.size() <= limit) {
      visit(std::span<const uint32_t>(things), limit, uint64_t{entries_[begin].key});
      continue;
    }
    std::stable_sort(things.begin(), things.end(), finer);
    visit(std::span<const uint32_t>(things), window, kLarge);
    order.clear();
    for (uint32_t i = 0; i < things.size(); ++i) order.emplace_back(second(things[i]), i);
    std::sort(order.begin(), order.end());
    const ScratchVector<uint32_t> sorted(things);
    for (size_t i = 0; i < order.size(); ++i) things[i] = sorted[order[i].second];
    for (size_t first = 0, last = 0; first < things.size(); first = last) {
      while (last < things.size() && order[last].first == order[first].first) ++last;
      const size_t size = last - first;
      if (size < 2 || size == things.size()) continue;  // all of them have been visited
      visit(std::span<const uint32_t>(things).subspan(first, size), size > limit ? window : limit, kLarge);
    }
  }
}

template <typename Finer, typename Second, typename Visit>
void Blocks::for_each_pair(size_t limit, size_t window, const Finer& finer, const Second& second, const Visit& visit) const {
  for_each_group(limit, window, finer, second, [&](std::span<const uint32_t> things, size_t reach, uint64_t) {
    for (size_t i = 0; i < things.size(); ++i) {
      for (size_t j = i + 1; j < std::min(things.size(), i + 1 + reach); ++j) {
        visit(std::min(things[i], things[j]), std::max(things[i], things[j]));
      }
    }
  });
}

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_BLOCKING_H_
