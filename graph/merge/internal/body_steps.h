#ifndef ACTANT_GRAPH_MERGE_INTERNAL_BODY_STEPS_H_
#define ACTANT_GRAPH_MERGE_INTERNAL_BODY_STEPS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/merge/internal/known_steps.h"
#include "graph/merge/internal/merge_state.h"

namespace actant::internal {

/// Joins what bears one name: nodes of all types whose keys are equal and who differ in what layer 1 keeps apart, the
/// country above all. Persons of whom only the surname is known are left to PersonSteps.
class EqualNames {
 public:
  EqualNames(MergeState& state, KnownSteps& known) : state_(state), known_(known) {}
  void run();

 private:
  void join_group(const std::vector<uint32_t>& group);
  bool is_vague(uint32_t node) const;

  MergeState& state_;
  KnownSteps& known_;
};

/// What two names of a type say of their bearers; nullopt when they have nothing in common.
std::optional<Candidate> compare_names(EntityType type, std::string_view a, std::string_view b);

/// Joins organizations, places and groups that are called in several ways: other spellings, bodies of one state, names
/// that a text gives, parties and their members, acronyms.
class BodySteps {
 public:
  BodySteps(MergeState& state, KnownSteps& known) : state_(state), known_(known) {}
  void run();

 private:
  void join_spellings();
  void join_state_bodies();
  void join_turned_names();
  void join_aliases();
  void join_parties();
  void join_initials();

  MergeState& state_;
  KnownSteps& known_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_MERGE_INTERNAL_BODY_STEPS_H_
