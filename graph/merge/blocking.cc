#include "graph/merge/blocking.h"

#include <algorithm>

#include "graph/model/ids.h"

namespace actant {

void Blocks::add(std::string_view key, uint32_t thing) {
  const uint64_t hash = stable_hash(key);
  if (parts_ == 1 || (hash >> 32) % parts_ == part_) entries_.push_back({static_cast<uint32_t>(hash), thing});
}

void Blocks::finish() {
  std::sort(entries_.begin(), entries_.end());
  entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
}

std::vector<uint32_t> Blocks::at(std::string_view key) const {
  const auto hash = static_cast<uint32_t>(stable_hash(key));
  std::vector<uint32_t> things;
  for (auto it = std::lower_bound(entries_.begin(), entries_.end(), Entry{hash, 0});
       it != entries_.end() && it->key == hash; ++it) {
    things.push_back(it->thing);
  }
  return things;
}

}  // namespace actant
