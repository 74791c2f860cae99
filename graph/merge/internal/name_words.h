#ifndef ACTANT_GRAPH_MERGE_INTERNAL_NAME_WORDS_H_
#define ACTANT_GRAPH_MERGE_INTERNAL_NAME_WORDS_H_

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "graph/merge/person_names.h"
#include "graph/model/ids.h"

namespace actant::internal {

/// The distinct words of many names under numbers from 0, so that each is analysed once. A hash table with open addressing (Knuth,
/// TAOCP 3, 6.4, algorithm L) of numbers alone: 8 to 16 bytes for each word, besides the word.
class NameWords {
 public:
  uint32_t add(std::string_view word) {
    if (2 * words_.size() >= places_.size()) grow();
    uint32_t& place = place_of(word);
    if (place == kFree) {
      place = static_cast<uint32_t>(words_.size());
      words_.emplace_back(word);
    }
    return place;
  }
  const NameWord& operator[](uint32_t number) const { return words_[number]; }

 private:
  static constexpr uint32_t kFree = ~uint32_t{0};

  uint32_t& place_of(std::string_view word) {
    const size_t mask = places_.size() - 1;
    size_t at = stable_hash(word) & mask;
    while (places_[at] != kFree && words_[places_[at]].text != word) at = (at + 1) & mask;
    return places_[at];
  }

  void grow() {
    places_.assign(places_.empty() ? 1024 : 2 * places_.size(), kFree);
    for (uint32_t i = 0; i < words_.size(); ++i) place_of(words_[i].text) = i;
  }

  std::deque<NameWord> words_;
  std::vector<uint32_t> places_;  // numbers of words, a power of two of them
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_MERGE_INTERNAL_NAME_WORDS_H_
