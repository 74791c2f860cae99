#ifndef ACTANT_GRAPH_MERGE_INTERNAL_PERSON_STEPS_H_
#define ACTANT_GRAPH_MERGE_INTERNAL_PERSON_STEPS_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/merge/blocking.h"
#include "graph/merge/internal/known_steps.h"
#include "graph/merge/internal/merge_state.h"
#include "graph/merge/internal/person_list.h"

namespace actant::internal {

/// Joins persons by their names: spellings first, then names that leave something out, then surnames; so that a name
/// that says less meets those that say more as what they are.
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
  void add_endings(uint32_t index);
  bool is_single(uint32_t index) const { return persons_.words(index).size() == 1; }
  PersonMatch match(uint32_t a, uint32_t b) const;
  bool may_have_article(uint32_t index) const;
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
  PersonList persons_;
  mutable PersonName left_, right_;  // for match()
  Blocks endings_;
  ScratchVector<SamePair> same_;
  ScratchVector<std::pair<uint32_t, uint32_t>> shorter_;  // (the shorter name, the longer one)
  std::vector<uint64_t> matched_;                         // the pairs compared last, which come from several blocks
  std::vector<bool> ambiguous_;                           // surnames that several full names explain, by node
  std::vector<bool> explained_;                           // surnames that were joined with a full name, by node
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_MERGE_INTERNAL_PERSON_STEPS_H_
