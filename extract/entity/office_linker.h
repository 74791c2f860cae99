#ifndef ACTANT_EXTRACT_ENTITY_OFFICE_LINKER_H_
#define ACTANT_EXTRACT_ENTITY_OFFICE_LINKER_H_

#include "extract/entity/clusters.h"

namespace actant {

/// Joins the description `mention` of a person with whom it means: the holder of that office (`the minister`), named
/// before or after; a person spoken of in this or the sentence before (`the retired general`); for an indefinite
/// description of the first sentences the one whom the next sentences name. True when it did.
bool link_office(Clusters& clusters, uint32_t mention);

/// Descriptions of an office that are still without a name (`Iran's foreign minister` ... `Abbas Araghchi`): joined
/// with the one named person of the article of whom no office is told, when there is just one such person and it is not
/// a bystander.
void link_lonely_offices(Clusters& clusters);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_OFFICE_LINKER_H_
