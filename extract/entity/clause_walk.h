#ifndef ACTANT_EXTRACT_ENTITY_CLAUSE_WALK_H_
#define ACTANT_EXTRACT_ENTITY_CLAUSE_WALK_H_

#include <cstdint>

#include "extract/document.h"
#include "extract/entity/noun_phrase.h"

namespace actant {

/// Questions about clauses that several linkers of coreference ask. All need Document::index_children().

/// nsubj, nsubj:pass, nsubj:outer.
bool is_nominal_subject(Deprel deprel);

/// The predicate whose argument (or whose argument's possessor) `token` is; the root of its tree where there is none.
uint32_t clause_of(const Document& document, uint32_t token);

/// The nominal subject of a predicate, also one shared with the predicate that it is joined to or whose complement it
/// is
/// (`raised it and urged him`); kNone without.
uint32_t subject_of(const Document& document, uint32_t predicate);

/// Whose the noun is: its possessor or the head of its phrase with `of`; kNone.
uint32_t owner_of(const Document& document, uint32_t noun);

/// The noun that the relative clause around the pronoun `token` modifies, or kNone.
uint32_t relative_antecedent(const Document& document, uint32_t token);

/// Corrects the tree by what the mentions are: `who` is a human being, so where its clause hangs on something else and
/// a person is named right before, the clause is about that person (`a newspaper printed an interview with Smith, who
/// said`); of two countries or bodies the nearer one is meant (`a threat to Israel from Iran, whose leaders`). Needs
/// mention_at; keeps Document::children up to date.
void reattach_relative_clauses(Document& document);

/// Whether the predicate has a negation, a modal verb or `if`.
bool is_modal_or_negated(const Document& document, uint32_t predicate);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_CLAUSE_WALK_H_
