#ifndef ACTANT_EXTRACT_SYNTAX_VERB_FORM_H_
#define ACTANT_EXTRACT_SYNTAX_VERB_FORM_H_

#include <cstdint>
#include <span>

#include "extract/document.h"

namespace actant {

/// Small questions about a token and its dependents. All need Document::index_children().

std::span<const uint32_t> dependents(const Document& document, uint32_t token);
bool has_dependent(const Document& document, uint32_t token, Deprel deprel);

/// A subject that is a noun phrase, of an active or a passive.
bool is_plain_subject(Deprel deprel);

/// The predicate of a clause with a tense: a finite form, or an auxiliary or copula beside it.
bool is_finite(const Document& document, uint32_t predicate);

/// An infinitive behind `to`.
bool marked_with_to(const Document& document, uint32_t token);

/// `say`, `announce`, `warn` and their like as verbs.
bool is_verb_of_telling(const Token& verb);

}  // namespace actant

#endif  // ACTANT_EXTRACT_SYNTAX_VERB_FORM_H_
