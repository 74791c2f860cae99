#ifndef ACTANT_EXTRACT_RELATION_SYNTAX_WALK_H_
#define ACTANT_EXTRACT_RELATION_SYNTAX_WALK_H_

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/entity/noun_phrase.h"

namespace actant {

/// Small questions about a dependency tree that the statement, fact and time rules share. All need
/// Document::index_children().

/// True when the relation of the token is `deprel` or, for a relation without subtype, one of its subtypes.
bool is_subject(Deprel deprel);           ///< nsubj, nsubj:pass, nsubj:outer, csubj and subtypes
bool is_nominal_modifier(Deprel deprel);  ///< nmod and subtypes but nmod:poss
bool is_oblique(Deprel deprel);           ///< obl and subtypes

/// True for nouns, proper nouns and pronouns.
bool is_nominal(const Token& token);

inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  for (std::string_view candidate : words) {
    if (word == candidate) return true;
  }
  return false;
}

/// The preposition of the phrase headed by `token`: the lemma of its first `case` dependent, or empty. `because of`
/// gives `because`.
std::string_view preposition_of(const Document& document, uint32_t token);

/// The smallest token range that holds `token` and everything below it, but nothing below `without` (kNone: no
/// exception). With crossing arcs it may hold foreign tokens.
TokenRange subtree(const Document& document, uint32_t token, uint32_t without = kNone);

/// True when `token` is `top` or hangs below it. Cost: depth of the tree.
bool is_below(const Document& document, uint32_t token, uint32_t top);

/// True when `token` has a negation (`not`, `never`, `no` as adverb) among its dependents.
bool is_negated(const Document& document, uint32_t token);

/// True for the predicate of a question that asks whether it holds (`Did X attack Y?`, `Is X a member of Y?`): an
/// auxiliary or copula before the subject, no question word before that, a question mark at its end.
bool is_asked_whether(const Document& document, uint32_t predicate);

/// True where the clause tells a fact or what will be: past tense, third person, `will`, `may`. What is asked for
/// stands in the subjunctive (`insists that X leave`, `should leave`).
bool is_indicative(const Document& document, uint32_t clause);

/// Appends `head` and the conjuncts that hang on it, in order.
void conjuncts(const Document& document, uint32_t head, std::vector<uint32_t>& out);

/// The first member of the coordination of `token` (itself where it is no conjunct).
uint32_t first_conjunct(const Document& document, uint32_t token);

/// The noun that the clause under `predicate`, which has no subject, is told of: `groups` for the `attacked` of `groups
/// it says attacked farmers`; kNone.
uint32_t told_of(const Document& document, uint32_t predicate);

/// The clausal subject dependent of a predicate, or kNone: its own one; for a conjunct the one of the first conjunct;
/// for an open complement or adverbial participle the one of the governor; for a relative clause whose subject is the
/// relative pronoun, and for a participle behind a noun, that noun. Expletives (`it is said`) give kNone.
uint32_t find_subject(const Document& document, uint32_t predicate);

/// The `by` phrase of a passive, or kNone.
uint32_t find_agent(const Document& document, uint32_t predicate);

/// True when the predicate is a passive (participle with a passive auxiliary or subject, or a bare past participle
/// behind a noun).
bool is_passive(const Document& document, uint32_t predicate);

/// True for ASCII and typographic double quotes and the doubled single ones (`''`).
bool is_double_quote(std::string_view form);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_SYNTAX_WALK_H_
