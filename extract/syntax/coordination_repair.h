#ifndef ACTANT_EXTRACT_SYNTAX_COORDINATION_REPAIR_H_
#define ACTANT_EXTRACT_SYNTAX_COORDINATION_REPAIR_H_

#include "extract/document.h"

namespace actant {

/// Joins predicates with the ones that their form agrees with: a finite verb behind a pause with the finite verb of the
/// same tense before it (`condemned the war, discussed the plan`), a second verb of telling with the first (`said P and
/// warned against Q`), a bare infinitive with the infinitive before it (`stressed the need to stop the war, send aid`).
/// Needs the children of the tokens and keeps them up to date. Time linear in the tokens.
void repair_coordination(Document& document);

}  // namespace actant

#endif  // ACTANT_EXTRACT_SYNTAX_COORDINATION_REPAIR_H_
