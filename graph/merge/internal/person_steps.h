#ifndef ACTANT_GRAPH_MERGE_INTERNAL_PERSON_STEPS_H_
#define ACTANT_GRAPH_MERGE_INTERNAL_PERSON_STEPS_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/merge/blocking.h"
#include "graph/merge/internal/known_steps.h"
#include "graph/merge/internal/merge_state.h"
#include "graph/merge/internal/name_filter.h"
#include "graph/merge/internal/name_words.h"

namespace actant::internal {

/// The blocking keys of a person's name: what two names of one person nearly always share. Sounds of the words behind the
/// first, the words without their order and borders, the initial with the sounds of the surname.
std::vector<std::string> person_block_keys(std::string_view key);

/// In which blocks whose pairs are all compared a thing is: most pairs share several, and are compared in the first alone.
class SmallBlocks {
 public:
  SmallBlocks() = default;
  /// `things`: their number. 4 bytes for each of them and for each block that it is in.
  SmallBlocks(const Blocks& blocks, size_t limit, uint32_t things, ScratchSpace* space);
  /// Hashed keys in order.
  std::span<const uint32_t> of(uint32_t thing) const {
    return std::span<const uint32_t>(keys_).subspan(begins_[thing], begins_[thing + 1] - begins_[thing]);
  }

 private:
  ScratchVector<uint32_t> begins_, keys_;
};

/// Joins persons by their names: spellings first, then names that leave something out, then surnames; so that a name that
/// says less meets those that say more as what they are.
class PersonSteps {
 public:
  /// Names of watch lists that persons may be are told to `known`.
  PersonSteps(MergeState& state, KnownSteps& known);
  void run();

 private:
  struct SamePair {
    uint32_t a = 0, b = 0;
    bool equal = false;  // one key
    friend auto operator<=>(const SamePair&, const SamePair&) = default;
  };
  /// A name that says less, with those it may be.
  struct Surname {
    uint32_t person = 0;
    std::vector<Candidate> candidates;
  };
  using Words = std::span<const uint32_t>;

  void collect();
  void compare_blocks();
  void add_endings(uint32_t index);
  Words words(uint32_t index) const;
  bool is_single(uint32_t index) const { return words(index).size() == 1; }
  const PersonName& name(uint32_t index, PersonName& scratch) const;
  PersonMatch match(uint32_t a, uint32_t b) const;
  uint32_t sounds(uint32_t index) const;
  bool may_have_article(uint32_t index) const;
  void compare_group(std::span<const uint32_t> group, size_t reach, uint64_t key);
  void compare(uint32_t a, uint32_t b);
  void join_spellings();
  void join_shorter();
  void join_surnames();
  template <typename Pairs, typename Nodes>
  void read_ahead(const Pairs& pairs, size_t begin, const Nodes& nodes);
  void join_waiting(std::vector<Surname>& waiting);
  void join_surname(uint32_t person, std::vector<Candidate> candidates);
  void join_same_surnames();
  bool join_same_surname(uint32_t a, uint32_t b);
  std::vector<Candidate> bearers(uint32_t person) const;

  MergeState& state_;
  KnownSteps& known_;
  ScratchVector<uint32_t> persons_;
  NameWords dictionary_;
  NameFilter filter_{dictionary_};
  SmallBlocks small_blocks_;
  std::vector<NameFilter::Brief> briefs_;           // for compare_group()
  std::vector<std::span<const uint32_t>> shared_;  // the same
  ScratchVector<uint32_t> words_, first_word_;  // first_word_ by node: where its words begin; one more for the end
  mutable PersonName left_, right_;           // for match()
  Blocks endings_;
  ScratchVector<SamePair> same_;
  ScratchVector<std::pair<uint32_t, uint32_t>> shorter_;  // (the shorter name, the longer one)
  std::vector<bool> ambiguous_;                         // surnames that several full names explain, by node
  std::vector<bool> explained_;                         // surnames that were joined with a full name, by node
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_MERGE_INTERNAL_PERSON_STEPS_H_
