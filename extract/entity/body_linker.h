#ifndef ACTANT_EXTRACT_ENTITY_BODY_LINKER_H_
#define ACTANT_EXTRACT_ENTITY_BODY_LINKER_H_

#include "extract/entity/clusters.h"

namespace actant {

/// Joins the description `mention` of a body (`the ministry`, `the party`) with the body that it stands for, named
/// before; true when it did.
bool link_body(Clusters& clusters, uint32_t mention);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_BODY_LINKER_H_
