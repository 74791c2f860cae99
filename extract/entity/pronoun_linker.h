#ifndef ACTANT_EXTRACT_ENTITY_PRONOUN_LINKER_H_
#define ACTANT_EXTRACT_ENTITY_PRONOUN_LINKER_H_

#include "extract/entity/clusters.h"
#include "extract/entity/set_linker.h"

namespace actant {

/// Joins the third-person pronoun `mention` with its best antecedent of this and the three sentences before (for a
/// pronoun that opens its sentence also with the subject that follows), by agreement, role, distance and how often the
/// candidate is named. A plural pronoun may mean one of the `sets` instead. Pronouns of the first and second person stay alone: their speaker is found with the statements.
/// Call for the mentions in order.
void link_pronoun(Clusters& clusters, SetLinker& sets, uint32_t mention);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_PRONOUN_LINKER_H_
