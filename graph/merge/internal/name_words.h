#ifndef ACTANT_GRAPH_MERGE_INTERNAL_NAME_WORDS_H_
#define ACTANT_GRAPH_MERGE_INTERNAL_NAME_WORDS_H_

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/merge/internal/person_blocks.h"
#include "graph/merge/person_names.h"
#include "graph/merge/scratch_space.h"
#include "graph/merge/similarity.h"
#include "graph/model/ids.h"

namespace actant::internal {

/// Of a word what nearly all comparisons end with.
struct WordTraits {
  char first = 0;
  char start = 0;  ///< see NameWord
  uint8_t length = 0;
  bool generation = false;
  ForenameGroups forename;
  uint32_t consonants = 0;  ///< consonant_bag()
};
static_assert(sizeof(WordTraits) == 12);

/// The distinct words of many names under numbers from 0, so that each is analysed once. A hash table with open
/// addressing (Knuth, TAOCP 3, 6.4, algorithm L) of numbers alone: 8 to 16 bytes for each word, besides the word.
class NameWords {
 public:
  explicit NameWords(ScratchSpace* space) : words_(space), traits_(space), sounds_(space), places_(space) {}

  uint32_t add(std::string_view word) {
    if (2 * words_.size() >= places_.size()) grow();
    uint32_t& place = place_of(word);
    if (place == kFree) {
      place = static_cast<uint32_t>(words_.size());
      const NameWord& made = words_.emplace_back(word);
      traits_.push_back({word.empty() ? '\0' : word[0], made.start,
                         static_cast<uint8_t>(std::min<size_t>(word.size(), 255)), is_generation(word), made.forename,
                         consonant_bag(made.spelling)});
      sounds_.push_back(packed_skeleton(made.skeleton));
    }
    return place;
  }
  const NameWord& operator[](uint32_t number) const { return words_[number]; }
  const WordTraits& traits(uint32_t number) const { return traits_[number]; }
  /// The packed_skeleton() of a word.
  uint32_t sound(uint32_t number) const { return sounds_[number]; }

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

  ScratchVector<NameWord> words_;
  ScratchVector<WordTraits> traits_;
  ScratchVector<uint32_t> sounds_;
  ScratchVector<uint32_t> places_;  // numbers of words, a power of two of them
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_MERGE_INTERNAL_NAME_WORDS_H_
