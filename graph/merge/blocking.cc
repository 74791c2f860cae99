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

void Blocks::for_each_pair(size_t limit, size_t window, const std::function<bool(uint32_t, uint32_t)>& finer,
                           const std::function<void(uint32_t, uint32_t)>& visit) const {
  std::vector<uint32_t> things;
  for (size_t begin = 0, end = 0; begin < entries_.size(); begin = end) {
    while (end < entries_.size() && entries_[end].key == entries_[begin].key) ++end;
    const size_t size = end - begin;
    if (size < 2) continue;
    things.clear();
    for (size_t i = begin; i < end; ++i) things.push_back(entries_[i].thing);
    const bool large = size > limit;
    if (large) {
      std::sort(things.begin(), things.end(), [&](uint32_t a, uint32_t b) {
        if (finer(a, b)) return true;
        return !finer(b, a) && a < b;
      });
    }
    for (size_t i = 0; i < size; ++i) {
      for (size_t j = i + 1; j < (large ? std::min(size, i + 1 + window) : size); ++j) {
        visit(std::min(things[i], things[j]), std::max(things[i], things[j]));
      }
    }
  }
}

}  // namespace actant
