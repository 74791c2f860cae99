#ifndef ACTANT_GRAPH_MERGE_INTERNAL_PERSON_STEPS_H_
#define ACTANT_GRAPH_MERGE_INTERNAL_PERSON_STEPS_H_

#include <string>
#include <string_view>
#include <vector>

#include "graph/merge/blocking.h"
#include "graph/merge/internal/known_steps.h"
#include "graph/merge/internal/merge_state.h"

namespace actant::internal {

/// The blocking keys of a person's name: what two names of one person nearly always share. Sounds of the words behind the
/// first, the words without their order and borders, the initial with the sounds of the surname.
std::vector<std::string> person_block_keys(std::string_view key);

/// Joins persons by their names: spellings first, then names that leave something out, then surnames; so that a name that
/// says less meets those that say more as what they are.
class PersonSteps {
 public:
  /// Names of watch lists that persons may be are told to `known`.
  PersonSteps(MergeState& state, KnownSteps& known) : state_(state), known_(known) {}
  void run();

 private:
  struct NameEnds {
    std::string_view first, last;
    char start = 0;  ///< spelling_start(first)
    bool single = true;
  };
  struct SamePair {
    uint32_t a = 0, b = 0;
    double weight = 0;
  };

  void collect();
  void add_to_blocks(uint32_t index);
  bool may_be_one(uint32_t a, uint32_t b) const;
  void compare(uint32_t a, uint32_t b);
  void join_spellings();
  void join_shorter();
  void join_surnames();
  void join_surname(uint32_t person);
  void join_same_surnames();
  std::vector<Candidate> bearers(uint32_t person) const;

  MergeState& state_;
  KnownSteps& known_;
  std::vector<uint32_t> persons_;
  std::vector<NameEnds> ends_;  // by node
  Blocks pairs_, endings_;
  std::vector<SamePair> same_;
  std::vector<std::pair<uint32_t, uint32_t>> shorter_;  // (the shorter name, the longer one)
  std::vector<bool> ambiguous_;                         // surnames that several full names explain, by node
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_MERGE_INTERNAL_PERSON_STEPS_H_
