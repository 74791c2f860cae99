#ifndef ACTANT_EXTRACT_RELATION_CLAUSE_WORDS_H_
#define ACTANT_EXTRACT_RELATION_CLAUSE_WORDS_H_

#include "extract/document.h"

namespace actant {

/// Questions that the parts of ClauseReader share (clause.cc, clause_subject.cc, clause_slots.cc).

/// Chains of control and coordination longer than this are parse errors.
inline constexpr int kMaxClauseDepth = 6;

/// Subjects that are noun phrases; clausal ones are none.
inline bool is_nominal_subject(Deprel deprel) {
  return deprel == Deprel::kNsubj || deprel == Deprel::kNsubjPass || deprel == Deprel::kNsubjOuter;
}

/// `who`, `which`, `that` and what is tagged like them.
inline bool is_relative_word(const Token& token) {
  return token.lemma == "who" || token.lemma == "which" || token.lemma == "that" || token.lemma == "whom" ||
         token.xpos == Xpos::kWP || token.xpos == Xpos::kWDT;
}

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_CLAUSE_WORDS_H_
