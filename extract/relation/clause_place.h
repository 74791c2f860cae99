#ifndef ACTANT_EXTRACT_RELATION_CLAUSE_PLACE_H_
#define ACTANT_EXTRACT_RELATION_CLAUSE_PLACE_H_

#include <cstdint>
#include <string_view>

#include "extract/document.h"
#include "extract/relation/dateline.h"

namespace actant {

/// Where the sentence of a triple's predicate says that it happened: by a phrase of place on the predicate, on what
/// carries it or below its objects and parties (`airstrikes targeting the Houthis in Sanaa`), by the errand it was done
/// on (`went to Halifax to thank`), by the clauses beside it; kNone. An entity with a name.
uint32_t place_in_clause(const Document& document, const Triple& triple, const Dateline& dateline);

/// Talks from afar (`spoke with`, `a call with`): nobody is where the other one is.
bool is_call(const Document& document, const Triple& triple);

/// Verbs for what happens of itself: `clashes erupted in Srinagar`.
bool is_occurrence(std::string_view lemma);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_CLAUSE_PLACE_H_
