#ifndef ACTANT_EXTRACT_SYNTAX_RELATION_REPAIR_H_
#define ACTANT_EXTRACT_SYNTAX_RELATION_REPAIR_H_

#include "extract/document.h"

namespace actant {

/// Corrects dependencies that contradict each other: a noun and the name right behind it as two objects or owners
/// (`defeated challenger Moreno`), two subjects of one verb with a clause between them or behind the second that has
/// none
/// (`Many citizens are fighting, Davis said`), a weekday as the subject (`a spokesman Sunday said`), the subject of a
/// reported clause as the object of `say` (`says the gunman wounded two`), a passive subject of a past tense without
/// auxiliary (`X called for sanctions`), an example as an adverbial clause (`pointed to crimes, including killing Y`),
/// a name behind a comma as the object of a participle (`one of those dismissed, X, said`), an infinitive above the
/// deed that it explains (`the need of action by X to stop P`), a clausal subject behind its predicate that has a
/// subject already (`it is willing to withdraw`). Needs the children of the tokens and keeps them up to date. Time
/// linear in the tokens.
void repair_relations(Document& document);

}  // namespace actant

#endif  // ACTANT_EXTRACT_SYNTAX_RELATION_REPAIR_H_
