#ifndef ACTANT_EXTRACT_ENTITY_PLACE_LINKER_H_
#define ACTANT_EXTRACT_ENTITY_PLACE_LINKER_H_

#include "extract/entity/clusters.h"

namespace actant {

/// Joins the description `mention` of a place (`the country`, `the city`, `the mosque`) with the place that it stands
/// for, named before; true when it did.
bool link_place(Clusters& clusters, uint32_t mention);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_PLACE_LINKER_H_
