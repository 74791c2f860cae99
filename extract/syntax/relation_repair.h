#ifndef ACTANT_EXTRACT_SYNTAX_RELATION_REPAIR_H_
#define ACTANT_EXTRACT_SYNTAX_RELATION_REPAIR_H_

#include "extract/document.h"

namespace actant {

/// Relabels dependencies that contradict the words around them, where the label alone is wrong: a passive subject of a verb in the
/// past tense without auxiliary (`X called for sanctions`), a clausal subject behind its predicate that has a subject already (`it is
/// willing to withdraw`). Needs the layer of children; heads stay as they are. Time linear in the tokens.
void repair_relations(Document& document);

}  // namespace actant

#endif  // ACTANT_EXTRACT_SYNTAX_RELATION_REPAIR_H_
