#ifndef ACTANT_EXTRACT_RELATION_SPEAKERS_H_
#define ACTANT_EXTRACT_RELATION_SPEAKERS_H_

#include <cstdint>

#include "extract/document.h"

namespace actant {

/// The entity that speaks when `head` is the subject of a speech verb: its own entity where that can speak; for a text
/// (`the statement said`, `X's report says`) its author where the words, or for `the statement` those of the sentences
/// before, name one; for a description without an entity (`officials`) a new one of type person or group. kNone when
/// nobody can be named: things, relative pronouns, impersonal `it`.
uint32_t find_speaker(Document& document, uint32_t head);

/// The person whose name stands behind the title noun `title` that governs it (`team member Rodaba Noori` in some
/// parses), or kNone.
uint32_t find_titled_name(const Document& document, uint32_t title);

/// Makes the word `token` a pronoun mention of `entity`, taking it from the entity it was in.
void assign_mention(Document& document, uint32_t token, uint32_t entity);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_SPEAKERS_H_
