#ifndef ACTANT_EXTRACT_ENTITY_PRONOUN_CANDIDATES_H_
#define ACTANT_EXTRACT_ENTITY_PRONOUN_CANDIDATES_H_

#include <cstdint>
#include <vector>

#include "extract/entity/clusters.h"

namespace actant {

/// False where grammar forbids that the pronoun `pronoun` and the mention `other` mean the same: gender, number, kind
/// of thing, arguments of one predicate (binding), one phrase inside the other, `her sister Mary`.
bool may_corefer(const Clusters& clusters, uint32_t pronoun, uint32_t other);

/// The mentions that the pronoun may mean: those of this and the three sentences before, the nearest first, then those
/// that follow in its sentence where the clause they act in has the pronoun below it (`In her speech, Merkel said`).
void find_antecedents(const Clusters& clusters, uint32_t pronoun, std::vector<uint32_t>& out);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_PRONOUN_CANDIDATES_H_
