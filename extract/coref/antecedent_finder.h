#ifndef ACTANT_EXTRACT_COREF_ANTECEDENT_FINDER_H_
#define ACTANT_EXTRACT_COREF_ANTECEDENT_FINDER_H_

#include <array>
#include <cstdint>
#include <vector>

#include "extract/coref/candidate_facts.h"

namespace actant {

/// Which earlier noun phrases one is compared with, and how often its words stood before it.
class AntecedentFinder {
 public:
  static constexpr uint32_t kMostNear = 50;

  /// Reads the table once. Cost: linear.
  void prepare(const CandidateTable& table);

  uint32_t times_text(uint32_t i) const { return times_text_[i]; }  ///< earlier ones with the same words
  uint32_t times_head(uint32_t i) const { return times_head_[i]; }  ///< with the same head word

  /// Fills `out` with at most kMostNear candidates of the last sentences, the nearest first, and beyond them with the
  /// last one of the same entity, words or head; for `I`, `we`, `you` with the last ones of its speaker and of who
  /// spoke before. So the cost of an article is linear.
  void find(const CandidateTable& table, uint32_t i, std::vector<uint32_t>& out) const;

 private:
  static constexpr uint32_t kMostFar = 9;
  using Far = std::array<uint32_t, kMostFar>;  // kNone where there is none

  std::vector<uint32_t> times_text_, times_head_;
  std::vector<Far> far_;
};

/// How the words of a phrase agree with those of an earlier one.
enum class TextMatch : uint8_t { kNothing, kHeadAmongWords, kHead, kHeadWithoutNews, kWords, kEntity };
TextMatch match_text(const CandidateTable& table, uint32_t i, uint32_t j);
/// Words before the head of `a` that `b` lacks.
uint32_t missing_modifiers(const CandidateTable& table, uint32_t a, uint32_t b);

}  // namespace actant

#endif  // ACTANT_EXTRACT_COREF_ANTECEDENT_FINDER_H_
