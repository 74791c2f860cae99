#ifndef ACTANT_EXTRACT_COREF_CHAIN_LINKER_H_
#define ACTANT_EXTRACT_COREF_CHAIN_LINKER_H_

#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "extract/coref/chains.h"
#include "extract/coref/coref_features.h"
#include "extract/coref/coref_ranker.h"

namespace actant {

/// Links the noun phrases of an article to chains, from left to right: each to the chain so far whose members the
/// ranker likes best as antecedents, together, unless that chain contradicts it. Belongs to one thread; the ranker is
/// shared.
class ChainLinker {
 public:
  explicit ChainLinker(std::shared_ptr<const CorefRanker> ranker) : ranker_(std::move(ranker)) {}

  /// Fills Document::chains from the layer kEntities; chains of one phrase are left out. Cost: linear in the words
  /// (bounded window). `speakers` as for fill_candidate_table().
  void link(Document& document, std::span<const uint32_t> speakers = {});

  /// Added to the score of being new: above 0 fewer and surer links.
  float caution = 0;

 private:
  void prepare(const CorefFeatures& features, const Document& document, uint32_t i);
  void score(const CorefFeatures& features, uint32_t i);
  const CorefRanker::Sum& antecedent(const CorefFeatures& features, uint32_t j);
  void write(const CandidateTable& table, std::vector<ChainMention>& out);

  std::shared_ptr<const CorefRanker> ranker_;
  CorefContext::Reading reading_;
  Chains chains_;
  std::vector<uint32_t> number_;              // [candidates] of their chains in Document::chains
  std::vector<CorefRanker::Sum> antecedent_;  // [kRing] of candidate i at i % kRing
  std::vector<uint32_t> ring_;                // [kRing] whose sum it is
  CorefRanker::Sum anaphor_, alone_, scratch_;
  std::vector<uint32_t> list_, unary_, pair_;
  std::vector<std::pair<float, uint32_t>> ranked_;  // log of the sum of exp(score), chain
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_COREF_CHAIN_LINKER_H_
