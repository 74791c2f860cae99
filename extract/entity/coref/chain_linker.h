#ifndef ACTANT_EXTRACT_ENTITY_COREF_CHAIN_LINKER_H_
#define ACTANT_EXTRACT_ENTITY_COREF_CHAIN_LINKER_H_

#include <memory>
#include <vector>

#include "extract/entity/coref/coref_features.h"
#include "extract/entity/coref/coref_ranker.h"

namespace actant {

/// A noun phrase of a coreference chain, of whatever kind (also `it`, `the storm`), with the span that coreference
/// corpora give it: determiner and complements included.
struct ChainMention {
  uint32_t first = 0, last = 0;  ///< tokens
  uint32_t head = 0;
  uint32_t chain = 0;  ///< equal for those that mean the same thing
};

/// Links the noun phrases of an article to chains, each to the antecedent that the ranker likes best, from left to right,
/// unless the chain so far contradicts it. Belongs to one thread; the ranker is shared.
class ChainLinker {
 public:
  explicit ChainLinker(std::shared_ptr<const CorefRanker> ranker) : ranker_(std::move(ranker)) {}

  /// Fills `chains` from the names' `clusters`, and for each mention the one that the ranker links it to (the nearest
  /// mention in its chain before the phrase that it takes up, or that phrase itself), kNone where there is none. Cost:
  /// linear in the words (bounded window). `speakers` as for fill_candidate_table().
  void link(const Clusters& clusters, std::vector<ChainMention>& chains, std::vector<uint32_t>& antecedents,
            std::span<const uint32_t> speakers = {});

  /// Added to the score of being new: above 0 fewer and surer links. Chosen on OntoGUM dev.
  float caution = 0;
  /// Asks the ranker about `he` and `she` only: all that the entities need, at a tenth of the time.
  bool gendered_only = false;

 private:
  struct Chain {
    uint8_t genders = 0;  // set of the male, female and neuter among its pronouns and people
    uint32_t size = 1;
  };

  void score(const CorefFeatures& features, uint32_t i);
  const CorefRanker::Sum& antecedent(const CorefFeatures& features, uint32_t j);
  uint32_t chain(uint32_t i);
  bool contradicts(const CorefFeatures& features, uint32_t i, uint32_t j);
  void unite(uint32_t j, uint32_t i);
  uint32_t mention_behind(const CandidateTable& table, uint32_t i) const;

  std::shared_ptr<const CorefRanker> ranker_;
  std::vector<uint32_t> parent_, antecedent_of_;
  std::vector<Chain> chains_;
  std::vector<CorefRanker::Sum> antecedent_;  // [kRing] of candidate i at i % kRing
  std::vector<uint32_t> ring_;                // [kRing] whose sum it is
  CorefRanker::Sum anaphor_, alone_, scratch_;
  std::vector<uint32_t> list_, unary_, pair_;
  std::vector<std::pair<float, uint32_t>> ranked_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_COREF_CHAIN_LINKER_H_
