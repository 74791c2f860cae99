#ifndef ACTANT_EXTRACT_ENTITY_NEW_OFFICE_LINKER_H_
#define ACTANT_EXTRACT_ENTITY_NEW_OFFICE_LINKER_H_

#include "extract/entity/clusters.h"

namespace actant {

/// Joins the description `mention` of an office with the person who is said to get it: `X was named the leader of Y`,
/// `X became president`, `the election of X as president`. Plans and denials join nobody.
void link_new_office(Clusters& clusters, uint32_t mention);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_NEW_OFFICE_LINKER_H_
