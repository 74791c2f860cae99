#ifndef ACTANT_EXTRACT_COREF_COREF_FEATURES_H_
#define ACTANT_EXTRACT_COREF_COREF_FEATURES_H_

#include <cstdint>
#include <span>
#include <vector>

#include "extract/coref/antecedent_finder.h"
#include "extract/coref/candidate_facts.h"

namespace actant {

/// Features of candidates and of pairs as 32-bit hashes: the input of CorefRanker, at training (tools/train) and at run
/// time alike. A change of anything here needs a newly trained model.
class CorefFeatures {
 public:
  explicit CorefFeatures(const Document& document) : document_(document) {}

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

  /// The earlier candidates that `i` is compared with: see AntecedentFinder::find().
  void antecedents(uint32_t i, std::vector<uint32_t>& out) const { finder_.find(table_, i, out); }

 private:
  uint32_t structure(uint32_t i, uint32_t j) const;
  uint32_t turns(uint32_t i, uint32_t j) const;
  uint32_t possessors(uint32_t i, uint32_t j) const;

  const Document& document_;
  CandidateTable table_;
  AntecedentFinder finder_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_COREF_COREF_FEATURES_H_
