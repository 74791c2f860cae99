#ifndef ACTANT_GRAPH_MERGE_BLOCKING_H_
#define ACTANT_GRAPH_MERGE_BLOCKING_H_

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace actant {

/// Groups things by keys, so that only those that share one are compared. A thing may have several keys.
class Blocks {
 public:
  void add(std::string key, uint32_t thing) { blocks_[std::move(key)].push_back(thing); }

  /// The things with this key in the order of add(); empty for none.
  const std::vector<uint32_t>& at(const std::string& key) const;

  /// Calls `visit(a, b)` once or more for each pair of things in one block, in the order of keys and of add(). Blocks
  /// with more than `limit` things are skipped: a key that fits so many says little, and the pairs grow with the
  /// square.
  void for_each_pair(size_t limit, const std::function<void(uint32_t, uint32_t)>& visit) const;

 private:
  std::unordered_map<std::string, std::vector<uint32_t>> blocks_;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_BLOCKING_H_
