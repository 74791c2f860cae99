#ifndef ACTANT_EXTRACT_ENTITY_COREF_COREF_FEATURES_H_
#define ACTANT_EXTRACT_ENTITY_COREF_COREF_FEATURES_H_

#include <cstdint>
#include <span>
#include <vector>

#include "extract/entity/coref/candidate_facts.h"

namespace actant {

/// Features of candidates and of pairs as 32-bit hashes: the input of CorefRanker, at training (tools/train) and at run
/// time alike. A change of anything here needs a newly trained model.
class CorefFeatures {
 public:
  explicit CorefFeatures(const Clusters& clusters) : clusters_(clusters), document_(clusters.document()) {}

  /// Works out the table of the article; `speakers` as for fill_candidate_table().
  void prepare(std::span<const uint32_t> speakers = {});
  const CandidateTable& table() const { return table_; }

  /// Features of candidate `i` alone; the ranker looks at them in three roles (anaphor, antecedent, none of both).
  void unary(uint32_t i, std::vector<uint32_t>& out) const;
  /// Features of `i` with the earlier candidate `j`. `between` is the number of candidates between the two that agree
  /// with `i` in gender, number and animacy.
  void pair(uint32_t i, uint32_t j, uint32_t between, std::vector<uint32_t>& out) const;
  /// Whether gender, number and animacy of the two can be those of one thing.
  bool agree(uint32_t i, uint32_t j) const;

  /// The earlier candidates that `i` is compared with, the nearest first: those of the last sentences, and beyond them
  /// the last one with the same name or head word. At most kMostAntecedents, so that the cost of an article is linear.
  /// To be called for i = 0, 1, 2, ... in turn.
  void antecedents(uint32_t i, std::vector<uint32_t>& out);

  static constexpr uint32_t kMostAntecedents = 50;

 private:
  bool related(uint32_t i, uint32_t j) const;
  uint32_t text_match(uint32_t i, uint32_t j) const;
  uint32_t structure(uint32_t i, uint32_t j) const;
  uint32_t missing_modifiers(const CandidateFacts& a, const CandidateFacts& b) const;

  const Clusters& clusters_;
  const Document& document_;
  CandidateTable table_;
  std::vector<uint32_t> count_text_, count_head_;   // [candidates] earlier ones with the same words, the same head
  std::vector<uint32_t> before_text_, before_head_, before_name_;  // [candidates] the last of them, or kNone
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_COREF_COREF_FEATURES_H_
