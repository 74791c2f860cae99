#ifndef ACTANT_EXTRACT_ENTITY_NOMINAL_FINDER_H_
#define ACTANT_EXTRACT_ENTITY_NOMINAL_FINDER_H_

#include "extract/document.h"
#include "extract/entity/gazetteer.h"

namespace actant {

/// Adds descriptions (`Iran's foreign minister`, `protesters`, `the army`) and pronouns to `document.mentions`, which
/// holds the names, and sorts all by sentence and position. A description is a common noun of data/nouns.tsv with its
/// minimal noun phrase; a title directly before a name is none.
void find_nominals_and_pronouns(Document& document);

/// The row of data/nouns.tsv for a token, also by its last part: `co-founder`, `anchorman`.
const NounEntry* noun_entry(const Token& token);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_NOMINAL_FINDER_H_
