#include "graph/merge/blocking.h"

#include <algorithm>

namespace actant {

const std::vector<uint32_t>& Blocks::at(const std::string& key) const {
  static const std::vector<uint32_t> none;
  const auto it = blocks_.find(key);
  return it == blocks_.end() ? none : it->second;
}

void Blocks::for_each_pair(size_t limit, const std::function<void(uint32_t, uint32_t)>& visit) const {
  std::vector<const std::string*> keys;
  for (const auto& [key, things] : blocks_) {
    if (things.size() > 1 && things.size() <= limit) keys.push_back(&key);
  }
  std::sort(keys.begin(), keys.end(), [](const auto* a, const auto* b) { return *a < *b; });
  for (const std::string* key : keys) {
    const std::vector<uint32_t>& things = blocks_.at(*key);
    for (size_t i = 0; i < things.size(); ++i) {
      for (size_t j = i + 1; j < things.size(); ++j) visit(things[i], things[j]);
    }
  }
}

}  // namespace actant
