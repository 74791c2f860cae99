#ifndef ACTANT_EXTRACT_ENTITY_DESCRIPTION_LINKER_H_
#define ACTANT_EXTRACT_ENTITY_DESCRIPTION_LINKER_H_

#include "extract/entity/clusters.h"

namespace actant {

/// Joins the description `mention` (kind kNominal) with what it refers to, when that is certain enough: a person whose
/// office agrees, a body whose name holds the head noun, an earlier description with the same head and no other
/// modifiers, the country or city spoken of. Call for the mentions in order, together with the pronouns.
void link_description(Clusters& clusters, uint32_t mention);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_DESCRIPTION_LINKER_H_
