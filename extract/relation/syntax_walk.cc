#include "extract/relation/syntax_walk.h"

#include <algorithm>

#include "extract/syntax/verb_form.h"

namespace actant {
namespace {

bool is_relative_pronoun(const Token& token) {
  return token.xpos == Xpos::kWP || token.xpos == Xpos::kWDT || is_one_of(token.norm, {"who", "which"});
}

// The subject that hangs on the predicate itself; false in `found` says that there is none.
// Of several the one nearest before it (`Navy Capt. Ann Li said`, where the title is taken for a subject too).
uint32_t own_subject(const Document& document, uint32_t predicate) {
  uint32_t found = kNone;
  for (uint32_t child : children_of(document, predicate)) {
    const Deprel deprel = document.tokens[child].deprel;
    if (deprel != Deprel::kNsubj && deprel != Deprel::kNsubjPass && deprel != Deprel::kNsubjOuter) continue;
    if (found == kNone || child < predicate) found = child;
  }
  return found;
}

}  // namespace

bool is_subject(Deprel deprel) {
  return deprel == Deprel::kNsubj || deprel == Deprel::kNsubjPass || deprel == Deprel::kNsubjOuter ||
         deprel == Deprel::kCsubj || deprel == Deprel::kCsubjPass || deprel == Deprel::kCsubjOuter;
}

bool is_nominal_modifier(Deprel deprel) {
  return deprel == Deprel::kNmod || deprel == Deprel::kNmodUnmarked || deprel == Deprel::kNmodDesc;
}

bool is_oblique(Deprel deprel) {
  return deprel == Deprel::kObl || deprel == Deprel::kOblAgent || deprel == Deprel::kOblUnmarked;
}

bool is_nominal(const Token& token) {
  return token.upos == Upos::kNoun || token.upos == Upos::kPropn || token.upos == Upos::kPron;
}

std::string_view preposition_of(const Document& document, uint32_t token) {
  for (uint32_t child : children_of(document, token)) {
    if (document.tokens[child].deprel != Deprel::kCase) continue;
    if (document.tokens[child].xpos == Xpos::kPOS) continue;
    return document.tokens[child].lemma;
  }
  return {};
}

TokenRange subtree(const Document& document, uint32_t token, uint32_t without) {
  TokenRange range{token, token + 1};
  for (uint32_t child : children_of(document, token)) {
    if (child == without) continue;
    const TokenRange below = subtree(document, child, without);
    range.first = std::min(range.first, below.first);
    range.last = std::max(range.last, below.last);
  }
  return range;
}

bool is_below(const Document& document, uint32_t token, uint32_t top) {
  while (token != kNone && token != top) token = document.tokens[token].head;
  return token == top;
}

bool is_negated(const Document& document, uint32_t token) {
  for (uint32_t child : children_of(document, token)) {
    const Token& word = document.tokens[child];
    if (word.deprel == Deprel::kAdvmod && is_one_of(word.lemma, {"not", "never", "n't", "no", "hardly", "nor"}))
      return true;
  }
  return false;
}

bool is_asked_whether(const Document& document, uint32_t predicate) {
  uint32_t auxiliary = kNone, subject = kNone, question = kNone;
  for (const uint32_t child : children_of(document, predicate)) {
    const Token& word = document.tokens[child];
    const bool helps = word.deprel == Deprel::kAux || word.deprel == Deprel::kAuxPass || word.deprel == Deprel::kCop;
    if (helps && auxiliary == kNone) auxiliary = child;
    if (is_subject(word.deprel) && subject == kNone) subject = child;
    if (word.deprel == Deprel::kPunct && word.form == "?") question = child;
    const bool asks = word.xpos == Xpos::kWRB || word.xpos == Xpos::kWP || word.xpos == Xpos::kWDT;
    if (asks && auxiliary == kNone) return false;
  }
  return auxiliary != kNone && subject != kNone && auxiliary < subject && question != kNone && question > subject;
}

bool is_indicative(const Document& document, uint32_t clause) {
  const auto is_past_or_third = [](Xpos tag) { return tag == Xpos::kVBD || tag == Xpos::kVBZ; };
  if (is_past_or_third(document.tokens[clause].xpos)) return true;
  return std::ranges::any_of(children_of(document, clause), [&](uint32_t child) {
    const Token& word = document.tokens[child];
    const bool helps = word.deprel == Deprel::kAux || word.deprel == Deprel::kAuxPass || word.deprel == Deprel::kCop;
    if (!helps || child > clause) return false;
    return is_past_or_third(word.xpos) || word.xpos == Xpos::kVBP ||
           is_one_of(word.norm, {"will", "would", "may", "might", "can", "could", "'ll"});
  });
}

void conjuncts(const Document& document, uint32_t head, std::vector<uint32_t>& out) {
  out.push_back(head);
  for (uint32_t child : children_of(document, head)) {
    if (document.tokens[child].deprel == Deprel::kConj) conjuncts(document, child, out);
  }
}

uint32_t first_conjunct(const Document& document, uint32_t token) {
  while (document.tokens[token].deprel == Deprel::kConj && document.tokens[token].head != kNone) {
    token = document.tokens[token].head;
  }
  return token;
}

uint32_t told_of(const Document& document, uint32_t predicate) {
  const Token& clause = document.tokens[predicate];
  if (clause.deprel != Deprel::kCcomp || clause.head == kNone || clause.head > predicate) return kNone;
  const Token& teller = document.tokens[clause.head];
  if (teller.deprel != Deprel::kAclRelcl) return kNone;
  const uint32_t speaker = own_subject(document, clause.head);
  if (speaker == kNone || is_relative_pronoun(document.tokens[speaker])) return kNone;
  // `a group that said fighting had begun` has a subject of its own; an infinitive or participle has none.
  return is_finite(document, predicate) ? teller.head : kNone;
}

uint32_t find_subject(const Document& document, uint32_t predicate) {
  for (int step = 0; step < 8 && predicate != kNone; ++step) {
    const Token& word = document.tokens[predicate];
    const uint32_t own = own_subject(document, predicate);
    if (own != kNone && !is_relative_pronoun(document.tokens[own])) return own;
    if (child_with(document, predicate, Deprel::kExpl) != kNone) return kNone;
    switch (word.deprel) {
      case Deprel::kAclRelcl:
      case Deprel::kAcl: return word.head;
      case Deprel::kCcomp: return told_of(document, predicate);
      case Deprel::kAdvcl:
      case Deprel::kXcomp:
      case Deprel::kConj:
        if (own != kNone) return kNone;  // a relative pronoun without a noun
        if (word.deprel == Deprel::kAdvcl && word.xpos != Xpos::kVBG && word.xpos != Xpos::kVBN) return kNone;
        // `is a supporter of Y and says P` goes on with the subject, a noun alone has none.
        if (word.deprel == Deprel::kConj && word.head != kNone && document.tokens[word.head].upos == Upos::kNoun &&
            child_with(document, word.head, Deprel::kCop) == kNone)
          return kNone;
        predicate = word.head;
        break;
      default: return kNone;
    }
  }
  return kNone;
}

uint32_t find_agent(const Document& document, uint32_t predicate) {
  for (uint32_t child : children_of(document, predicate)) {
    const Deprel deprel = document.tokens[child].deprel;
    if (deprel == Deprel::kOblAgent) return child;
    if (deprel == Deprel::kObl && preposition_of(document, child) == "by" && is_passive(document, predicate))
      return child;
  }
  return kNone;
}

bool is_passive(const Document& document, uint32_t predicate) {
  for (uint32_t child : children_of(document, predicate)) {
    const Deprel deprel = document.tokens[child].deprel;
    if (deprel == Deprel::kAuxPass || deprel == Deprel::kNsubjPass || deprel == Deprel::kOblAgent) return true;
  }
  const Token& word = document.tokens[predicate];
  return word.xpos == Xpos::kVBN && word.deprel == Deprel::kAcl;
}

bool is_double_quote(std::string_view form) {
  return is_one_of(form, {"\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "''", "``", "\xC2\xAB", "\xC2\xBB", "\xE2\x80\x9E"});
}

}  // namespace actant
