#ifndef ACTANT_EXTRACT_ENTITY_PRONOUN_LINKER_H_
#define ACTANT_EXTRACT_ENTITY_PRONOUN_LINKER_H_

#include <cstdint>
#include <vector>

#include "extract/entity/clusters.h"
#include "extract/entity/pronoun_features.h"
#include "extract/entity/set_linker.h"

namespace actant {

/// Whether nothing but what a predicate says of it (`she is the president`) is joined with the mention yet.
bool is_open(const Clusters& clusters, uint32_t mention);

/// Whether the mention is `he` or `she` in one of its forms, and is_open().
bool is_he_or_she(const Clusters& clusters, uint32_t mention);

/// Joins pronouns of the third person with their antecedents. Pronouns of the first and second person stay alone: their
/// speaker is found with the statements. Belongs to one thread.
class PronounLinker {
 public:
  /// Joins the pronoun `mention` with its best antecedent: `he` and `she` by the fitted model (pronoun_model.h), `it`
  /// and `they` by agreement, role, distance and how often the candidate is named; a plural may mean one of the `sets`
  /// instead. Call for the mentions in order.
  void link(Clusters& clusters, SetLinker& sets, uint32_t mention);

 private:
  void link_by_model(Clusters& clusters, uint32_t mention);

  PronounFeatures facts_;
  std::vector<uint32_t> candidates_;
  std::vector<uint16_t> features_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_PRONOUN_LINKER_H_
