#ifndef ACTANT_GRAPH_MERGE_INTERNAL_NAME_FILTER_H_
#define ACTANT_GRAPH_MERGE_INTERNAL_NAME_FILTER_H_

#include <cstdint>
#include <span>
#include <vector>

#include "graph/merge/internal/name_words.h"

namespace actant::internal {

/// Rules pairs of persons' names out that compare_persons() would find different, from 8 bytes for each word: nearly
/// all pairs of a block end here. What two words are to each other is remembered for those compared last, since the
/// names of a block are made of few words. Not for several threads.
class NameFilter {
 public:
  using Words = std::span<const uint32_t>;  ///< numbers of the dictionary
  /// What the first look at a name needs, 48 bytes, so that those of a block lie together.
  struct Brief {
    uint32_t first = 0, last = 0;  ///< numbers of words
    uint16_t words = 0, letters = 0;
    bool unusual = false;  ///< may_be_one() has to see it
    WordTraits first_traits, last_traits;
  };
  explicit NameFilter(const NameWords& dictionary);

  Brief brief(Words words) const;
  /// False for most pairs for which may_be_one() is false.
  static bool may_fit(const Brief& a, const Brief& b);

  /// True for all pairs that are PersonMatch::kSame or kShorter, and for few others. Of two names of which one is a
  /// single word: false, surnames have a step of their own.
  bool may_be_one(Words a, Words b);

 private:
  using Remembered = std::vector<uint64_t>;  ///< the smaller number, the larger one, the answer
  bool may_be_near(uint32_t a, uint32_t b, Remembered& remembered);
  bool forenames_fit(uint32_t a, uint32_t b);
  bool words_fit(Words a, Words b);
  bool letters_fit(Words a, Words b) const;
  bool starts_fit(Words a, Words b) const;
  size_t letters(Words words) const;

  const NameWords& dictionary_;
  Remembered forenames_, surnames_;  ///< apart, since there are far fewer of the first
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_MERGE_INTERNAL_NAME_FILTER_H_
