#include "extract/syntax/verb_form.h"

#include <string_view>

namespace actant {

std::span<const uint32_t> dependents(const Document& document, uint32_t token) {
  const uint32_t begin = document.child_begin[token], end = document.child_begin[token + 1];
  return std::span(document.children).subspan(begin, end - begin);
}

bool has_dependent(const Document& document, uint32_t token, Deprel deprel) {
  for (const uint32_t child : dependents(document, token)) {
    if (document.tokens[child].deprel == deprel) return true;
  }
  return false;
}

bool is_plain_subject(Deprel deprel) { return deprel == Deprel::kNsubj || deprel == Deprel::kNsubjPass; }

bool is_finite(const Document& document, uint32_t predicate) {
  const Xpos xpos = document.tokens[predicate].xpos;
  return xpos == Xpos::kVBD || xpos == Xpos::kVBZ || xpos == Xpos::kVBP ||
         has_dependent(document, predicate, Deprel::kAux) || has_dependent(document, predicate, Deprel::kAuxPass) ||
         has_dependent(document, predicate, Deprel::kCop);
}

bool marked_with_to(const Document& document, uint32_t token) {
  for (const uint32_t child : dependents(document, token)) {
    if (document.tokens[child].deprel == Deprel::kMark && document.tokens[child].norm == "to") return true;
  }
  return false;
}

bool is_verb_of_telling(const Token& verb) {
  for (const std::string_view lemma :
       {"say", "tell", "add", "announce", "warn", "acknowledge", "admit", "claim", "insist", "stress", "note"}) {
    if (verb.lemma == lemma) return verb.upos == Upos::kVerb;
  }
  return false;
}

}  // namespace actant
