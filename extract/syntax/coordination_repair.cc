#include "extract/syntax/coordination_repair.h"

#include <string_view>

#include "extract/syntax/verb_form.h"

namespace actant {
namespace {

bool is_reporting_deed(const Document& document, uint32_t verb) {
  const Token& word = document.tokens[verb];
  for (const std::string_view lemma :
       {"say", "add", "warn", "urge", "accuse", "praise", "demand", "vow", "pledge", "insist", "condemn", "stress",
        "criticize", "express", "thank", "deny", "reiterate"}) {
    if (word.lemma == lemma) return true;
  }
  if (word.lemma != "call" || verb + 1 >= document.tokens.size()) return false;
  const std::string_view next = document.tokens[verb + 1].norm;
  return next == "on" || next == "for" || next == "it" || next == "the";
}

// `said Tehran will not return to a freeze and warned against P`: the second verb of telling in the tense of the first
// is the speaker's, where the clause between is in another tense or a comma parts the two.
bool rejoin_report(Document& document, uint32_t verb) {
  Token& word = document.tokens[verb];
  if (word.deprel != Deprel::kConj || word.head == kNone || word.head > verb || word.upos != Upos::kVerb) return false;
  if (word.xpos != Xpos::kVBD && word.xpos != Xpos::kVBZ) return false;
  const Token& clause = document.tokens[word.head];
  if (clause.deprel != Deprel::kCcomp || clause.head == kNone || clause.head > word.head) return false;
  const uint32_t cue = clause.head;
  if (!is_verb_of_telling(document.tokens[cue]) || document.tokens[cue].xpos != word.xpos ||
      !is_reporting_deed(document, verb))
    return false;
  if (has_dependent(document, verb, Deprel::kNsubj) || has_dependent(document, verb, Deprel::kNsubjPass) ||
      has_dependent(document, verb, Deprel::kAux))
    return false;
  for (const uint32_t child : dependents(document, verb)) {
    const Token& with = document.tokens[child];
    if (with.deprel != Deprel::kCc || child > verb || child == 0) continue;
    if (with.norm != "and" && with.norm != "but") return false;
    const bool apart = document.tokens[child - 1].form == "," || with.norm == "but";
    if (!apart && (clause.xpos == Xpos::kVBD || word.xpos == Xpos::kVBZ)) return false;
    word.head = cue;
    return true;
  }
  return false;
}

// `condemned the war, discussed their plans - ... -, discussed the plan`: a finite verb without a subject in the tense
// of the one before it goes on with what its subject did.
bool join_predicate(Document& document, uint32_t verb) {
  Token& word = document.tokens[verb];
  if (word.deprel != Deprel::kParataxis || word.head == kNone || word.head > verb || word.upos != Upos::kVerb)
    return false;
  if (word.xpos != Xpos::kVBD && word.xpos != Xpos::kVBZ) return false;
  const Token& first = document.tokens[word.head];
  if (first.upos != Upos::kVerb || first.xpos != word.xpos) return false;
  for (const uint32_t child : dependents(document, verb)) {
    if (is_plain_subject(document.tokens[child].deprel) || document.tokens[child].deprel == Deprel::kExpl) return false;
  }
  for (uint32_t t = word.head; t < verb; ++t) {
    const std::string_view form = document.tokens[t].form;
    if (form == "\"" || form == "”" || form == "''") return false;  // `"...," said the minister`
  }
  word.deprel = Deprel::kConj;
  return true;
}

bool hangs_below(const Document& document, uint32_t token, uint32_t top) {
  while (token != kNone && token > top) token = document.tokens[token].head;
  return token == top;
}

// `stressed the need to stop the war, send aid and punish them`: a bare infinitive goes on with the infinitive before
// it, not with the finite verb.
bool rejoin_infinitive(Document& document, uint32_t verb) {
  Token& word = document.tokens[verb];
  if (word.deprel != Deprel::kConj || word.xpos != Xpos::kVB || word.upos != Upos::kVerb) return false;
  const uint32_t finite = word.head;
  if (finite == kNone || finite > verb || document.tokens[finite].upos != Upos::kVerb) return false;
  const Xpos tense = document.tokens[finite].xpos;
  if (tense != Xpos::kVBD && tense != Xpos::kVBZ) return false;
  for (const uint32_t child : dependents(document, verb)) {
    const Deprel deprel = document.tokens[child].deprel;
    if (is_plain_subject(deprel) || deprel == Deprel::kAux || deprel == Deprel::kAuxPass || deprel == Deprel::kMark)
      return false;
  }
  for (uint32_t t = verb - 1; t > finite; --t) {
    const Token& other = document.tokens[t];
    if (other.upos != Upos::kVerb || other.xpos != Xpos::kVB || !hangs_below(document, t, finite)) continue;
    if (!marked_with_to(document, t) && !has_dependent(document, t, Deprel::kAux)) continue;
    word.head = t;
    return true;
  }
  return false;
}

}  // namespace

void repair_coordination(Document& document) {
  bool moved = false;
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    join_predicate(document, t);
    moved = rejoin_report(document, t) || rejoin_infinitive(document, t) || moved;
  }
  if (moved) document.index_children();
}

}  // namespace actant
