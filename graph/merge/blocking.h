#ifndef ACTANT_GRAPH_MERGE_BLOCKING_H_
#define ACTANT_GRAPH_MERGE_BLOCKING_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace actant {

/// Groups things by keys, so that only those that share one are compared. A thing may have several keys. Keys are kept as
/// 32-bit hashes, 8 bytes for each pair of key and thing; two keys with one hash are one block, so what is found must be
/// compared.
class Blocks {
 public:
  Blocks() = default;
  /// Keeps only the keys of one of `parts` parts, so that many things can be grouped in little memory part by part.
  Blocks(uint32_t part, uint32_t parts) : part_(part), parts_(parts) {}

  /// Room for so many pairs of key and thing; what is not used costs no memory.
  void reserve(size_t entries) { entries_.reserve(entries); }
  void add(std::string_view key, uint32_t thing);
  /// To be called after the last add(), before the functions below. O(n log n).
  void finish();

  /// The things with this key in ascending order; empty for none.
  std::vector<uint32_t> at(std::string_view key) const;
  size_t size() const { return entries_.size(); }

  /// Calls `visit(a, b)`, a < b, once or more for each pair of things in one block. In a block of more than `limit` things,
  /// a key that fits so many says little, and the pairs would grow with the square: there each thing meets only the
  /// `window` next ones in the order of `finer` (the sorted neighbourhood of Hernandez and Stolfo, 1995), so that the work
  /// stays in proportion to the number of things.
  void for_each_pair(size_t limit, size_t window, const std::function<bool(uint32_t, uint32_t)>& finer,
                     const std::function<void(uint32_t, uint32_t)>& visit) const;

 private:
  struct Entry {
    uint32_t key;
    uint32_t thing;
    friend auto operator<=>(const Entry&, const Entry&) = default;
  };
  uint32_t part_ = 0, parts_ = 1;
  std::vector<Entry> entries_;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_BLOCKING_H_
