#ifndef ACTANT_EXTRACT_ENTITY_SET_LINKER_H_
#define ACTANT_EXTRACT_ENTITY_SET_LINKER_H_

#include <cstdint>
#include <vector>

#include "extract/entity/clusters.h"

namespace actant {

/// Several actors whom the article names together, so that a plural can take them up: joined by `and`, or parties of
/// one meeting.
struct ActorSet {
  std::vector<uint32_t> members;  ///< mentions, one for each actor
  uint32_t sentence = 0;          ///< where it was spoken of last
  uint32_t last = 0;              ///< token behind which it can be taken up
  uint32_t uses = 1;              ///< how often it was spoken of
  bool subject = false;           ///< acts in that sentence
};

/// Finds what plural pronouns and descriptions mean when it is no body of people of its own, but some actors named
/// before:
///
///     [Biden] met [Widodo]. [They] discussed trade, and [the two leaders] agreed to ...
///
/// Mentions are to be given in their order. What they mean is kept here (set_of()), not in the clusters: a set is no
/// node (gold/GUIDELINES.md, "Plurals"), what is said of it is said of each.
class SetLinker {
 public:
  /// Collects the sets of the article; after the clusters know names and appositions.
  void find(const Clusters& clusters);

  /// Links the pronoun `m` to the set that fits best if that is better than `least`, the score of the best single
  /// antecedent (pronoun_linker.h); true when it did.
  bool link_pronoun(const Clusters& clusters, uint32_t m, double least);
  /// Links `the two leaders`, `both sides`, `the ministers`, unless the description was linked to another that means no
  /// set (description_linker.h); true when it did.
  bool link_description(const Clusters& clusters, uint32_t m);

  /// The set that mention `m` means, or nullptr.
  const ActorSet* set_of(uint32_t m) const { return of_[m] == kNone ? nullptr : &sets_[of_[m]]; }

 private:
  void add(const Clusters& clusters, std::vector<uint32_t> members, uint32_t token);
  void find_joined(const Clusters& clusters, uint32_t token);
  void find_parties(const Clusters& clusters, uint32_t predicate);
  double score_of(const Clusters& clusters, uint32_t m, const ActorSet& set) const;
  bool follow(const Clusters& clusters, uint32_t m);
  void use(const Clusters& clusters, uint32_t m, uint32_t set);

  std::vector<ActorSet> sets_;
  std::vector<uint32_t> of_;  // [mentions]
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_SET_LINKER_H_
