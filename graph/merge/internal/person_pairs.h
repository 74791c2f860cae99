#ifndef ACTANT_GRAPH_MERGE_INTERNAL_PERSON_PAIRS_H_
#define ACTANT_GRAPH_MERGE_INTERNAL_PERSON_PAIRS_H_

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "graph/merge/internal/name_filter.h"
#include "graph/merge/internal/person_blocks.h"
#include "graph/merge/internal/person_list.h"

namespace actant::internal {

/// Finds the pairs of persons whose names may be one: those that share a block (append_block_keys()) and pass the
/// NameFilter.
///
/// In blocks of up to 48 names all pairs are looked at. In a larger one a name meets the next 10 in the order of the
/// alphabet; those all of whose sounds are alike, in groups of up to 100, else the next 40; 10 of those that have the
/// one word in common and of which the other sounds alike but for one consonant; and a name with an initial meets those
/// of its surname that most articles speak of. So the work for each name is bounded, however common its words are.
class PersonPairs {
 public:
  using Visit = std::function<void(uint32_t a, uint32_t b)>;  ///< a < b
  PersonPairs(const MergeState& state, const PersonList& persons) : state_(state), persons_(persons) {}
  /// Some pairs come several times.
  void for_each(const Visit& visit);

 private:
  using Places = std::span<const uint32_t>;  // in block_
  struct Near {
    uint64_t key = 0;  // of the group
    uint32_t sound = 0, place = 0;
    friend auto operator<=>(const Near&, const Near&) = default;
  };
  void load(std::span<const uint32_t> things);
  void look(uint32_t a, uint32_t b, uint64_t key);
  void look_at_all(Places group, uint64_t key);
  void look_at_next(Places group, size_t window);
  void visit_large(std::span<uint32_t> things, bool forenames_alike);
  void look_at_alike(bool forenames_alike);
  void look_at_near(bool forenames_alike);
  void look_at_initials();
  /// Of the word by which the names of the block differ.
  uint32_t sound(uint32_t place, bool forenames_alike) const {
    return persons_.dictionary().sound(forenames_alike ? briefs_[place].last : briefs_[place].first);
  }
  bool is_initial(uint32_t place) const { return briefs_[place].first_traits.length == 1; }

  const MergeState& state_;
  const PersonList& persons_;
  NameFilter filter_{persons_.dictionary()};
  SmallBlocks small_blocks_;
  const Visit* visit_ = nullptr;
  // The names of one block.
  std::span<const uint32_t> block_;
  std::vector<NameFilter::Brief> briefs_;
  std::vector<std::span<const uint32_t>> shared_;  // their small blocks
  std::vector<uint32_t> places_;
  std::vector<Near> near_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_MERGE_INTERNAL_PERSON_PAIRS_H_
