#ifndef ACTANT_EXTRACT_ENTITY_NAME_SPANS_H_
#define ACTANT_EXTRACT_ENTITY_NAME_SPANS_H_

#include <cstdint>

#include "extract/document.h"
#include "extract/entity/gazetteer.h"

/// Where a name begins and ends.
namespace actant {

/// The token of [first, last) that depends on a token outside; the first of several.
uint32_t head_of(const Document& document, uint32_t first, uint32_t last);

/// The longest term that begins at `first`, and in `size` its number of tokens; nullptr where there is none.
const GazetteerTerm* longest_term_at(const Document& document, uint32_t first, uint32_t last, uint32_t& size);

/// A mention of the tokens [first, last), with span, head and sentence.
Mention make_name(const Document& document, uint32_t first, uint32_t last, EntityType type);

/// Moves the edges of a found name inwards: determiners, titles, possessive marks and those who belong to a body stay
/// outside. \return false when nothing is left
bool trim_name(const Document& document, Mention& mention);

/// Moves the edges outwards: `The` of The Hague, the rest of a personal name by the syntax, the country of a body. The
/// head must be right; span and head are not set anew.
void extend_name(const Document& document, Mention& mention);
/// `Chinese Olympic Committee`: the country in front is part of the name of its body.
void extend_body(const Document& document, Mention& mention);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_NAME_SPANS_H_
