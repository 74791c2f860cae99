#ifndef ACTANT_EXTRACT_ENTITY_NAME_TYPES_H_
#define ACTANT_EXTRACT_ENTITY_NAME_TYPES_H_

#include <vector>

#include "extract/document.h"

/// What a name is: person, organization, place ...
namespace actant {

/// Corrects the type of one name by its last word and by the gazetteer.
void retype_name(const Document& document, Mention& mention);

/// One text means one thing: each name gets the type that most of the occurrences of its text have, by their scores.
/// Quadratic in the names of the article.
void vote_types(const Document& document, std::vector<Mention>& names);

/// `Araghchi` after `Abbas Araghchi` is a person, whatever the recognizer says; `Kharkiv` is no person where nobody is
/// called so.
void settle_single_words(const Document& document, std::vector<Mention>& names);

/// Corrects type and span by the noun beside the name: `Hurricane Katrina` is an event, the Hamshahri of `the newspaper
/// Hamshahri` nobody.
void type_by_neighbours(const Document& document, Mention& name);

/// Whether the noun right behind a place's name says what it is the name of: `Fazilka district`, not `Baghdad suburb`.
bool names_next_place(const Document& document, const Mention& name);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_NAME_TYPES_H_
