#ifndef ACTANT_EXTRACT_RELATION_POLARITY_H_
#define ACTANT_EXTRACT_RELATION_POLARITY_H_

#include <cstdint>

#include "extract/document.h"
#include "extract/relation/clause.h"
#include "extract/relation/lexicon.h"

namespace actant {

/// How far a predicate is said to hold.
struct Polarity {
  bool negated = false;
  Modality modality = Modality::kActual;
  /// The nearest word above that promises, threatens or refuses the act (`agreed` of `agreed to send aid`), or kNone.
  uint32_t governor = kNone;
  Outlook governor_outlook = Outlook::kPlain;
};

/// Judges the clause or event noun headed by `predicate` by its own negation, auxiliaries and conjunctions and by those
/// of the words that govern it: `refused to meet`, `called on them to release`, `denied the attack`, `if they attack`.
/// Of several modalities the least actual counts.
Polarity judge_polarity(const Document& document, const Lexicon& lexicon, const ClauseReader& clauses,
                        uint32_t predicate);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_POLARITY_H_
