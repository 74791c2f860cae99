#ifndef ACTANT_EXTRACT_RELATION_PLACE_PHRASE_H_
#define ACTANT_EXTRACT_RELATION_PLACE_PHRASE_H_

#include <cstdint>
#include <string_view>

#include "extract/document.h"

namespace actant {

/// True for the prepositions that say where: `in`, `at`, `near`, `outside`, `along`.
bool is_where(std::string_view preposition);

/// Nouns for parts and kinds of places, and for what stands in one; the name is in the phrase below: `city`, `embassy`.
bool is_site(std::string_view lemma);

/// The named place that the phrase headed by `token` gives, as fine as the text has it: `Berlin` of `in Berlin,
/// Germany`, `Aleppo` of `in the city of Aleppo`, `Cairo` of `outside the embassy in Cairo`; kNone. A building or site
/// with a name of its own is a place (`at the White House`).
uint32_t named_place(const Document& document, uint32_t token);

/// Where `token` (a verb or a noun of an event) is said to be: its own phrase of place, or that of the gathering, trip
/// or venue it happened at (`said at a rally in Portland`, `on the sidelines of the summit in Geneva`); kNone.
uint32_t place_at(const Document& document, uint32_t token);

/// Where the one that the phrase headed by `token` names is: `in London` of `met Jones in London`, wherever the parser
/// hung it; kNone.
uint32_t place_beside(const Document& document, uint32_t token);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_PLACE_PHRASE_H_
