#ifndef ACTANT_GRAPH_MERGE_INTERNAL_PERSON_LIST_H_
#define ACTANT_GRAPH_MERGE_INTERNAL_PERSON_LIST_H_

#include <cstdint>
#include <span>
#include <vector>

#include "graph/merge/internal/merge_state.h"
#include "graph/merge/internal/name_words.h"
#include "graph/merge/scratch_space.h"

namespace actant::internal {

/// The persons among the nodes of a resolution, with the words of their names: 16 to 20 bytes each, besides the
/// distinct words.
class PersonList {
 public:
  using Words = std::span<const uint32_t>;  ///< numbers of dictionary()

  explicit PersonList(const MergeState& state);

  /// In ascending order.
  const ScratchVector<uint32_t>& nodes() const { return nodes_; }
  const NameWords& dictionary() const { return dictionary_; }
  /// See person_words(); empty for a node that is no person or has no name.
  Words words(uint32_t node) const {
    return Words(words_).subspan(first_word_[node], first_word_[node + 1] - first_word_[node]);
  }
  /// Puts the words of a name into `name` and returns it.
  const PersonName& name(uint32_t node, PersonName& name) const;

 private:
  ScratchVector<uint32_t> nodes_;
  NameWords dictionary_;
  ScratchVector<uint32_t> words_, first_word_;  // first_word_ by node: where its words begin; one more for the end
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_MERGE_INTERNAL_PERSON_LIST_H_
