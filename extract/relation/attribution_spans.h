#ifndef ACTANT_EXTRACT_RELATION_ATTRIBUTION_SPANS_H_
#define ACTANT_EXTRACT_RELATION_ATTRIBUTION_SPANS_H_

#include <vector>

#include "extract/document.h"
#include "extract/token_range.h"

namespace actant {

/// The noun phrase of the source of `attribution`, which must have one: with its titles, `of` phrases, appositions and
/// conjuncts, without brackets and the preposition before it (`by X`); of a relative clause only the pronoun (`X, who`
/// said P).
TokenRange source_phrase(const Document& document, const Attribution& attribution);

/// Sets Attribution::nested of those whose cue stands in one of `pieces`, the parts of content: one attribution may
/// have several, and what stands between them is not inside. Cost: `found` times the pieces near each.
void mark_nested(const Document& document, std::vector<Attribution> pieces, std::vector<Attribution>& found);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_ATTRIBUTION_SPANS_H_
