#include "extract/syntax/relation_repair.h"

#include <string_view>

#include "extract/syntax/coordination_repair.h"
#include "extract/syntax/verb_form.h"

namespace actant {
namespace {

// `Many citizens are fighting, Davis said` with both subjects on `said`: the first goes to the clause between them that
// has none.
bool share_subjects(Document& document, uint32_t predicate) {
  uint32_t first = kNone, second = kNone;
  for (const uint32_t child : dependents(document, predicate)) {
    if (child > predicate || !is_plain_subject(document.tokens[child].deprel)) continue;
    (first == kNone ? first : second) = child;
  }
  if (second == kNone) return false;
  for (const uint32_t child : dependents(document, predicate)) {
    const Deprel deprel = document.tokens[child].deprel;
    if (child < first || child > second || (deprel != Deprel::kCcomp && deprel != Deprel::kParataxis)) continue;
    if (has_dependent(document, child, Deprel::kNsubj) || has_dependent(document, child, Deprel::kNsubjPass)) continue;
    document.tokens[first].head = child;
    if (has_dependent(document, child, Deprel::kAuxPass)) document.tokens[first].deprel = Deprel::kNsubjPass;
    return true;
  }
  return false;
}

// `witnesses say a bomber drove into a checkpoint` with both subjects on `say` and `drove` joined to it: what is said
// is the clause.
bool split_report(Document& document, uint32_t predicate) {
  if (document.tokens[predicate].upos != Upos::kVerb) return false;
  uint32_t speaker = kNone, subject = kNone;
  for (const uint32_t child : dependents(document, predicate)) {
    if (document.tokens[child].deprel != Deprel::kNsubj) continue;
    (child < predicate ? speaker : subject) = child;
  }
  if (speaker == kNone || subject == kNone) return false;
  for (const uint32_t verb : dependents(document, predicate)) {
    const Token& word = document.tokens[verb];
    if (verb < subject || word.deprel != Deprel::kConj || word.upos != Upos::kVerb) continue;
    if (has_dependent(document, verb, Deprel::kCc) || has_dependent(document, verb, Deprel::kNsubj)) return false;
    document.tokens[subject].head = verb;
    document.tokens[verb].deprel = Deprel::kCcomp;
    return true;
  }
  return false;
}

bool is_weekday(std::string_view norm) {
  for (const std::string_view day : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) {
    if (norm == day) return true;
  }
  return false;
}

// `the justices Monday ordered`, `a spokesman Sunday said`: the day is when, and the noun right before it who.
bool free_weekday(Document& document, uint32_t day) {
  Token& word = document.tokens[day];
  if (word.deprel != Deprel::kNsubj || day == 0 || word.head <= day || word.head == kNone || !is_weekday(word.norm))
    return false;
  const uint32_t verb = word.head;
  uint32_t noun = kNone;
  for (const uint32_t child : dependents(document, verb)) {
    if (child < day && document.tokens[child].deprel == Deprel::kNsubj) noun = child;
  }
  for (const uint32_t child : dependents(document, day)) {
    const Token& other = document.tokens[child];
    const bool before = child < day && (other.deprel == Deprel::kNmodDesc || other.deprel == Deprel::kCompound);
    if (noun == kNone && before && (other.upos == Upos::kNoun || other.upos == Upos::kPropn)) noun = child;
  }
  if (noun == kNone) return false;
  for (const uint32_t child : dependents(document, day)) {
    if (child != noun && child < day) document.tokens[child].head = noun;
  }
  document.tokens[noun].head = verb;
  document.tokens[noun].deprel = Deprel::kNsubj;
  word.head = verb;
  word.deprel = Deprel::kOblUnmarked;
  return true;
}

// `Sunday, the union, the NLC, said`, with the union as an apposition of the day.
bool free_apposition_of_day(Document& document, uint32_t noun) {
  Token& word = document.tokens[noun];
  if (word.deprel != Deprel::kAppos || word.head == kNone || word.head > noun ||
      !is_weekday(document.tokens[word.head].norm))
    return false;
  const Token& day = document.tokens[word.head];
  if (day.deprel != Deprel::kOblUnmarked || day.head == kNone || day.head < noun) return false;
  if (has_dependent(document, day.head, Deprel::kNsubj) || has_dependent(document, day.head, Deprel::kNsubjPass))
    return false;
  word.head = day.head;
  word.deprel = Deprel::kNsubj;
  return true;
}

// `says [the gunman] [wounded two]`: nobody is said something, so the noun before the clause is its subject; and
// `said [a bomber] [detonated explosives]` with the past tense taken for a participle is a clause.
bool free_report(Document& document, uint32_t object) {
  Token& word = document.tokens[object];
  if (word.head == kNone || word.head > object || (word.deprel != Deprel::kIobj && word.deprel != Deprel::kObj))
    return false;
  const uint32_t cue = word.head;
  if (document.tokens[cue].lemma != "say" || document.tokens[cue].upos != Upos::kVerb) return false;
  for (const uint32_t clause : dependents(document, cue)) {
    const Token& verb = document.tokens[clause];
    if (clause < object || verb.deprel != Deprel::kCcomp) continue;
    if (has_dependent(document, clause, Deprel::kNsubj) || has_dependent(document, clause, Deprel::kNsubjPass))
      return false;
    word.head = clause;
    word.deprel = has_dependent(document, clause, Deprel::kAuxPass) ? Deprel::kNsubjPass : Deprel::kNsubj;
    return true;
  }
  for (const uint32_t participle : dependents(document, object)) {
    Token& verb = document.tokens[participle];
    const bool past = verb.xpos == Xpos::kVBN || verb.xpos == Xpos::kVBD;
    if (participle < object || verb.deprel != Deprel::kAcl || !past ||
        has_dependent(document, participle, Deprel::kOblAgent))
      continue;
    if (!has_dependent(document, participle, Deprel::kObj)) return false;
    verb.xpos = Xpos::kVBD;
    verb.deprel = Deprel::kCcomp;
    verb.head = cue;
    word.head = participle;
    word.deprel = Deprel::kNsubj;
    return true;
  }
  return false;
}

// `told [reporters] [India has decided]`, with both as subjects of the clause: the first is whom one tells.
bool free_addressee(Document& document, uint32_t clause) {
  const Token& verb = document.tokens[clause];
  if (verb.deprel != Deprel::kCcomp || verb.head == kNone || verb.head >= clause) return false;
  const std::string_view lemma = document.tokens[verb.head].lemma;
  if (lemma != "tell" && lemma != "inform" && lemma != "assure" && lemma != "remind" && lemma != "notify") return false;
  uint32_t first = kNone, second = kNone;
  for (const uint32_t child : dependents(document, clause)) {
    if (child > clause || !is_plain_subject(document.tokens[child].deprel)) continue;
    (first == kNone ? first : second) = child;
  }
  if (second == kNone || first < verb.head) return false;
  for (const uint32_t child : dependents(document, verb.head)) {
    const Deprel deprel = document.tokens[child].deprel;
    if (child > verb.head && (deprel == Deprel::kObj || deprel == Deprel::kIobj)) return false;
  }
  document.tokens[first].head = verb.head;
  document.tokens[first].deprel = Deprel::kIobj;
  return true;
}

// The finite clause without a subject that begins right behind `teller`: its complement, or a second clause on its
// noun; kNone.
uint32_t told_clause(const Document& document, uint32_t teller) {
  for (const uint32_t above : {teller, document.tokens[teller].head}) {
    for (const uint32_t clause : dependents(document, above)) {
      const Deprel deprel = document.tokens[clause].deprel;
      if (clause < teller || deprel != (above == teller ? Deprel::kCcomp : Deprel::kAclRelcl)) continue;
      if (has_dependent(document, clause, Deprel::kNsubj) || has_dependent(document, clause, Deprel::kNsubjPass))
        continue;
      bool adjacent = is_finite(document, clause);
      for (uint32_t t = teller + 1; t < clause; ++t) adjacent = adjacent && document.tokens[t].head == clause;
      if (adjacent) return clause;
    }
  }
  return kNone;
}

// `men who officials said had bombed a mosque`, `a list of groups he says attack us`: what is told is a clause whose
// subject is the noun. The relative pronoun goes from the verb of telling to that clause, and the clause, where the
// parser hung it on the noun, to the verb.
bool push_relative(Document& document, uint32_t teller) {
  const Token& verb = document.tokens[teller];
  if (verb.deprel != Deprel::kAclRelcl || verb.head == kNone || verb.head > teller) return false;
  if (!is_verb_of_telling(verb) && verb.lemma != "believe" && verb.lemma != "allege" && verb.lemma != "suspect")
    return false;
  uint32_t speaker = kNone, pronoun = kNone;
  for (const uint32_t child : dependents(document, teller)) {
    const Token& word = document.tokens[child];
    if (child > teller) break;
    const bool relative = word.xpos == Xpos::kWDT || word.xpos == Xpos::kWP;
    if (relative && (is_plain_subject(word.deprel) || word.deprel == Deprel::kObj)) pronoun = child;
    if (!relative && word.deprel == Deprel::kNsubj) speaker = child;
  }
  const uint32_t clause = speaker == kNone ? kNone : told_clause(document, teller);
  if (clause == kNone || (pronoun == kNone && document.tokens[clause].head == teller)) return false;
  document.tokens[clause].head = teller;
  document.tokens[clause].deprel = Deprel::kCcomp;
  if (pronoun != kNone) {
    document.tokens[pronoun].head = clause;
    document.tokens[pronoun].deprel =
        has_dependent(document, clause, Deprel::kAuxPass) ? Deprel::kNsubjPass : Deprel::kNsubj;
  }
  return true;
}

// `Lawmakers called on the government to block P.` with the past tense taken for a participle: a passive has no object,
// and a sentence with a full stop has a verb.
bool free_predicate(Document& document, uint32_t noun) {
  Token& word = document.tokens[noun];
  if (word.head != kNone || (word.upos != Upos::kNoun && word.upos != Upos::kPropn) ||
      has_dependent(document, noun, Deprel::kCop))
    return false;
  uint32_t verb = kNone;
  bool stop = false;
  for (const uint32_t child : dependents(document, noun)) {
    const Token& other = document.tokens[child];
    if (child < noun) continue;
    if (other.deprel == Deprel::kPunct)
      stop = other.form == ".";
    else if (verb == kNone && other.deprel == Deprel::kAcl && (other.xpos == Xpos::kVBN || other.xpos == Xpos::kVBD))
      verb = child;
    else if (other.upos == Upos::kVerb)
      return false;
  }
  if (verb == kNone || !stop || has_dependent(document, verb, Deprel::kOblAgent) ||
      has_dependent(document, verb, Deprel::kAuxPass))
    return false;
  const bool calls = document.tokens[verb].lemma == "call" && document.tokens[verb + 1].norm == "on";
  if (!calls && !has_dependent(document, verb, Deprel::kObj)) return false;
  for (const uint32_t child : dependents(document, noun)) {
    if (child > verb) document.tokens[child].head = verb;
  }
  document.tokens[verb].head = kNone;
  document.tokens[verb].deprel = word.deprel;
  document.tokens[verb].xpos = Xpos::kVBD;
  word.head = verb;
  word.deprel = Deprel::kNsubj;
  return true;
}

bool is_argument(Deprel deprel) {
  return is_plain_subject(deprel) || deprel == Deprel::kObj || deprel == Deprel::kNmodPoss;
}

// `defeated [challenger] [Everado Moreno]`, `[Advisor] [Jake Sullivan]'s call`: a noun and the name right behind it
// cannot both be the object of one verb; the noun describes the name.
bool join_description(Document& document, uint32_t noun) {
  const Token& word = document.tokens[noun];
  const bool singular = word.xpos == Xpos::kNN || (word.xpos == Xpos::kNNP && word.deprel == Deprel::kNmodPoss);
  if (!singular || word.head == kNone || noun + 1 >= document.tokens.size()) return false;
  const bool receiver = word.deprel == Deprel::kIobj;
  const bool joined = word.deprel == Deprel::kConj && word.upos == Upos::kNoun;
  if (!receiver && !joined && !is_argument(word.deprel)) return false;
  if (document.tokens[noun + 1].upos != Upos::kPropn) return false;
  for (const uint32_t child : dependents(document, noun)) {
    if (child > noun) return false;
  }
  for (const uint32_t name : dependents(document, word.head)) {
    const Token& other = document.tokens[name];
    if (name <= noun || other.upos != Upos::kPropn) continue;
    if (other.deprel != (receiver ? Deprel::kObj : word.deprel)) continue;
    for (uint32_t t = noun + 1; t < name; ++t) {  // the name begins right behind the noun
      if (document.tokens[t].head != name || document.tokens[t].upos != Upos::kPropn) return false;
    }
    document.tokens[noun].head = name;
    document.tokens[noun].deprel = Deprel::kNmodDesc;
    return true;
  }
  return false;
}

// `one of those dismissed, aide X, said`: what stands behind the comma is no object of the participle but
// says who was dismissed; of one among many it names the one.
bool free_apposition_of_participle(Document& document, uint32_t name) {
  Token& word = document.tokens[name];
  if (word.deprel != Deprel::kObj || word.upos != Upos::kPropn || word.head == kNone || word.head >= name) return false;
  const Token& participle = document.tokens[word.head];
  if (participle.xpos != Xpos::kVBN || participle.deprel != Deprel::kAcl || participle.head == kNone) return false;
  if (document.tokens[word.head + 1].norm != ",") return false;
  uint32_t noun = participle.head;
  const Token& many = document.tokens[noun];
  if (many.deprel == Deprel::kNmod && many.head != kNone && document.tokens[many.head].norm == "one") noun = many.head;
  word.head = noun;
  word.deprel = Deprel::kAppos;
  return true;
}

bool has_case(const Document& document, uint32_t noun, std::string_view preposition) {
  for (const uint32_t child : dependents(document, noun)) {
    const Token& word = document.tokens[child];
    if (word.deprel == Deprel::kCase && word.norm == preposition) return true;
  }
  return false;
}

// `pointed to the crimes of X, including killing Y` with the gerund on the verb: it is an example of the plural noun
// last named under that verb.
bool free_example(Document& document, uint32_t gerund) {
  Token& word = document.tokens[gerund];
  if (word.xpos != Xpos::kVBG || word.deprel != Deprel::kAdvcl || word.head == kNone || word.head > gerund)
    return false;
  if (gerund == 0 || document.tokens[gerund - 1].norm != "including") return false;
  for (uint32_t noun = gerund - 1; noun > word.head; --noun) {
    if (document.tokens[noun].xpos != Xpos::kNNS) continue;
    uint32_t above = noun;
    while (above != kNone && above != word.head && above != gerund) above = document.tokens[above].head;
    if (above != word.head) continue;
    word.head = noun;
    word.deprel = Deprel::kAcl;
    return true;
  }
  return false;
}

// `the necessity of action by X to stop P`: what is to stop it is the action, whose doer is named.
bool lower_infinitive(Document& document, uint32_t verb) {
  Token& word = document.tokens[verb];
  if (word.deprel != Deprel::kAcl || word.xpos != Xpos::kVB || word.head == kNone || word.head > verb) return false;
  const std::string_view need = document.tokens[word.head].lemma;
  if (need != "necessity" && need != "need" && need != "importance" && need != "urgency") return false;
  for (const uint32_t deed : dependents(document, word.head)) {
    if (document.tokens[deed].deprel != Deprel::kNmod || deed > verb) continue;
    for (const uint32_t doer : dependents(document, deed)) {
      if (doer > verb || document.tokens[doer].deprel != Deprel::kNmod || !has_case(document, doer, "by")) continue;
      word.head = deed;
      return true;
    }
  }
  return false;
}

}  // namespace

void repair_relations(Document& document) {
  bool moved = false;
  for (uint32_t t = 0; t < document.tokens.size(); ++t) moved = join_description(document, t) || moved;
  if (moved) document.index_children();
  moved = false;
  for (uint32_t t = 0; t < document.tokens.size(); ++t) moved = free_predicate(document, t) || moved;
  if (moved) document.index_children();
  moved = false;
  for (uint32_t t = 0; t < document.tokens.size(); ++t)
    moved = free_weekday(document, t) || free_apposition_of_day(document, t) || free_example(document, t) ||
            free_apposition_of_participle(document, t) || lower_infinitive(document, t) || moved;
  if (moved) document.index_children();
  moved = false;
  for (uint32_t t = 0; t < document.tokens.size(); ++t)
    moved = free_report(document, t) || free_addressee(document, t) || push_relative(document, t) || moved;
  if (moved) document.index_children();
  repair_coordination(document);
  moved = false;
  for (uint32_t t = 0; t < document.tokens.size(); ++t)
    moved = share_subjects(document, t) || split_report(document, t) || moved;
  if (moved) document.index_children();
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    Token& token = document.tokens[t];
    if (token.head == kNone) continue;
    const Token& head = document.tokens[token.head];
    if (token.deprel == Deprel::kNsubjPass) {
      const bool bare = t < token.head && !has_dependent(document, token.head, Deprel::kAuxPass) &&
                        !has_dependent(document, token.head, Deprel::kAux);
      // `journalists the regime jailed`: a clause of its own subject has no passive without auxiliary.
      const bool relative = head.xpos == Xpos::kVBN && head.deprel == Deprel::kAclRelcl;
      if (bare && relative) document.tokens[token.head].xpos = Xpos::kVBD;
      if (bare && (relative || head.xpos == Xpos::kVBD)) token.deprel = Deprel::kNsubj;
    } else if (token.deprel == Deprel::kCsubj && t > token.head) {
      if (marked_with_to(document, t) && has_dependent(document, token.head, Deprel::kNsubj))
        token.deprel = Deprel::kXcomp;
    }
  }
}

}  // namespace actant
