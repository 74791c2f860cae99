#include "extract/nn/vocabulary.h"

#include <xxhash.h>

#include <bit>

namespace actant {

Vocabulary::Vocabulary(std::vector<std::string_view> words)
    : words_(std::move(words)), slots_(std::bit_ceil(2 * words_.size() + 1), 0) {
  for (uint32_t id = 1; id < words_.size(); ++id) {
    size_t slot = XXH64(words_[id].data(), words_[id].size(), 0) & (slots_.size() - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = id;
  }
}

uint32_t Vocabulary::find(std::string_view word) const {
  if (slots_.empty()) return 0;
  size_t slot = XXH64(word.data(), word.size(), 0) & (slots_.size() - 1);
  while (slots_[slot] != 0 && words_[slots_[slot]] != word) slot = (slot + 1) & (slots_.size() - 1);
  return slots_[slot];
}

}  // namespace actant
