#ifndef ACTANT_EXTRACT_ENTITY_PRONOUN_FEATURES_H_
#define ACTANT_EXTRACT_ENTITY_PRONOUN_FEATURES_H_

#include <cstdint>
#include <span>
#include <vector>

#include "extract/entity/clusters.h"

namespace actant {

/// What speaks for and against a mention as the antecedent of `he` or `she`: syntactic roles and their parallelism,
/// clauses between the two (c-command), salience of the cluster, order and distance, gender, quotations. Input of the
/// pronoun model (pronoun_model.h), at training and at run time alike: a change here needs the model fitted anew
/// (tools/train/fit_pronouns.sh).
class PronounFeatures {
 public:
  static constexpr uint32_t kCount = 352;  ///< features are numbers below; not all are in use

  /// Prepares for the candidates (find_antecedents()) of one pronoun. Cost: linear in them and in their clusters.
  void prepare(const Clusters& clusters, uint32_t pronoun, std::span<const uint32_t> candidates);

  /// Fills `out` with the features of the n-th candidate.
  void write(size_t n, std::vector<uint16_t>& out) const;

 private:
  struct Facts {
    uint32_t rank = 0;      ///< of its cluster among those of the candidates, by the nearest mention
    uint32_t subjects = 0;  ///< how often the cluster acts in the sentences up to the pronoun
    uint32_t size = 0;      ///< mentions of the cluster up to the pronoun
    bool opens = false;     ///< the cluster is spoken of in the first sentence
    uint32_t total = 0;     ///< mentions of the cluster in the whole article; later pronouns are not linked yet
    bool first = false;     ///< the first person named in the article
    uint32_t order = 0;     ///< of the mention among the people of its sentence
  };

  void count_cluster(uint32_t candidate, Facts& facts) const;
  uint32_t clause_relation(uint32_t candidate) const;

  const Clusters* clusters_ = nullptr;
  uint32_t pronoun_ = 0;
  uint32_t last_pronoun_ = kNone;  ///< the pronoun of the same gender before, linked
  uint32_t first_ = 0;             ///< the first mention that names a person
  uint32_t most_ = 0;              ///< the highest Facts::total
  uint32_t distinct_ = 0;          ///< clusters among the candidates
  std::vector<uint32_t> candidates_;
  std::vector<Facts> facts_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_PRONOUN_FEATURES_H_
