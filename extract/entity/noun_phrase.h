#ifndef ACTANT_EXTRACT_ENTITY_NOUN_PHRASE_H_
#define ACTANT_EXTRACT_ENTITY_NOUN_PHRASE_H_

#include <cstdint>
#include <span>

#include "extract/document.h"
#include "extract/token_range.h"

namespace actant {

/// Dependents of `token`, by position. Needs Document::index_children().
inline std::span<const uint32_t> children_of(const Document& document, uint32_t token) {
  return {document.children.data() + document.child_begin[token],
          document.children.data() + document.child_begin[token + 1]};
}

/// Whether the office is that of somebody served: `President` of `Assistant to the President for National Security`,
/// whose `for` belongs to the assistant.
bool is_served(const Document& document, uint32_t office);

/// The first dependent of `token` with relation `deprel`, or kNone.
uint32_t child_with(const Document& document, uint32_t token, Deprel deprel);

/// Whether the noun is introduced as a part of what stands before it: `the people of the region, especially the people
/// of Yemen`. It is neither another name nor a description of that.
bool is_example(const Document& document, uint32_t token);

/// The sentence that holds `token`: index in Document::sentences. Cost: logarithmic.
uint32_t sentence_of(const Document& document, uint32_t token);

/// Bytes of Document::text that the range covers.
Span span_of(const Document& document, TokenRange range);

/// What a quantity counts: `protesters` in `hundreds of protesters`; `token` itself where it is no quantity.
uint32_t quantified_noun(const Document& document, uint32_t token);

/// The minimal noun phrase of `head` as the annotation guidelines define it: possessors, adjectives and compounds
/// before the head and, where the noun means little without it, its `of` complement (`members of the council`, `head of
/// state`); no determiner, number or quantifier at the front, no relative clause, apposition, other prepositional
/// phrase or conjunct.
///
///     the country's top diplomat, who resigned     ->  country's top diplomat
///     three senior members of the party in Berlin  ->  senior members of the party
///
/// Always contains `head` and stays inside its sentence.
TokenRange minimal_noun_phrase(const Document& document, uint32_t head);

/// The mention with `token` as its head (the largest where there are several), else the name that covers `token`; kNone
/// when there is none. Constant cost. Valid once the layer kEntities is there.
uint32_t find_mention_by_head(const Document& document, uint32_t token);

/// The entity of find_mention_by_head(), or kNone.
uint32_t find_entity_by_head(const Document& document, uint32_t token);

/// Finds the mention headed by `head_token` or makes one of kind kNominal over its minimal noun phrase, with an entity
/// of its own of type `type`. The type of a mention that was there is kept. Returns the index in Document::mentions.
/// Mentions made here come after all others, so that indices stay valid. Valid once the layer kEntities is there.
uint32_t add_nominal_mention(Document& document, uint32_t head_token, EntityType type);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_NOUN_PHRASE_H_
