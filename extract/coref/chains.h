#ifndef ACTANT_EXTRACT_COREF_CHAINS_H_
#define ACTANT_EXTRACT_COREF_CHAINS_H_

#include <cstdint>
#include <vector>

#include "extract/coref/candidate_facts.h"

namespace actant {

/// What the members of a chain say together.
struct Chain {
  uint32_t size = 1;
  uint8_t genders = 0;       ///< set of the male, female and neuter among its pronouns and people
  uint8_t kinds = 0;         ///< what its pronouns say it is: one person, many, a thing
  uint64_t addressing = 0;   ///< set of the speakers that call it `you`, `he` or `she`, of the first 64
  uint32_t speaker = kNone;  ///< who calls it `I`
  uint32_t person = kNone;   ///< entity of a name
};

/// The chains of an article in the making (union-find over candidates): what is known of each, and what contradicts it.
class Chains {
 public:
  /// One chain for each candidate.
  void reset(const Document& document, const CandidateTable& table);

  uint32_t find(uint32_t i) const;
  const Chain& of(uint32_t i) const { return chains_[find(i)]; }
  /// Whether the two chains cannot mean the same: one gender, one person by name; no person is many or a thing; `I` of
  /// one speaker, and never the `you`, `he` or `she` of the same one.
  bool contradict(uint32_t i, uint32_t j) const;
  void unite(uint32_t i, uint32_t j);  ///< merges without asking

 private:
  mutable std::vector<uint32_t> parent_;
  std::vector<Chain> chains_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_COREF_CHAINS_H_
