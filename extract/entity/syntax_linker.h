#ifndef ACTANT_EXTRACT_ENTITY_SYNTAX_LINKER_H_
#define ACTANT_EXTRACT_ENTITY_SYNTAX_LINKER_H_

#include "extract/entity/clusters.h"

namespace actant {

/// Joins mentions that the grammar says are one: apposition (`Abbas Araghchi, Iran's foreign minister`), predicate (`X
/// is the president`), a name inside its description (`the Hamas movement`, `the city of Raqqa`), relative pronouns
/// with their antecedent, reflexives with their subject. Cost: linear in the tokens.
void link_by_syntax(Clusters& clusters);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_SYNTAX_LINKER_H_
