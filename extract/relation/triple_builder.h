#ifndef ACTANT_EXTRACT_RELATION_TRIPLE_BUILDER_H_
#define ACTANT_EXTRACT_RELATION_TRIPLE_BUILDER_H_

#include "extract/document.h"

namespace actant {

/// Turns the readings of single predicates into the triples of the article. What was read of a set of actors
/// (DocumentEntity::members) is said of each. One triple remains for each subject, relation and object
/// (either way round for symmetric relations), with the evidence of all, the most actual of their modalities and
/// polarities (gold/GUIDELINES.md, rule 5), and a confidence that grows with independent readings. Dropped are triples
/// of a node with itself, with arguments that are only pronouns, and facts marked `if-used:` about nodes that nothing
/// else speaks of. Fills Statement::about with the named entities inside. Statements keep their order; triples come by
/// their first evidence.
void build_triples(Document& document);

/// True when the entity has a mention that is a name or a description.
bool is_usable_argument(const Document& document, uint32_t entity);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_TRIPLE_BUILDER_H_
