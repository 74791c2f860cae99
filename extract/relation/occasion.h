#ifndef ACTANT_EXTRACT_RELATION_OCCASION_H_
#define ACTANT_EXTRACT_RELATION_OCCASION_H_

#include <span>

#include "extract/document.h"
#include "extract/relation/time_expression.h"

namespace actant {

/// What an actor says in the sentences after a dated or placed act of speech is of the same occasion: it takes over
/// Triple::time and Triple::place. Within a paragraph every act of speech does; in the next ones only one told as going
/// on (`he added`, `the minister also said`). What the lead says in the present is placed by the sentences that follow
/// (`She spoke to reporters on Tuesday in Beijing`). `times` are the expressions of the article by position, `by_word`
/// the one that dates each token (index or kNone; empty: none). To run when the triples are dated and placed.
void carry_occasions(Document& document, std::span<const TimeExpression> times, std::span<const uint32_t> by_word);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_OCCASION_H_
