#include "graph/merge/blocking.h"

#include <algorithm>

#include "graph/model/ids.h"

namespace actant {

void Blocks::add(std::string_view key, uint32_t thing) { add(stable_hash(key), thing); }

void Blocks::add(uint64_t key, uint32_t thing) {
  if (parts_ == 1 || (key >> 32) % parts_ == part_) entries_.push_back({static_cast<uint32_t>(key), thing});
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
