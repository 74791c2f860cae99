#include "extract/syntax/relation_repair.h"

#include <span>
#include <string_view>

namespace actant {
namespace {

std::span<const uint32_t> children(const Document& document, uint32_t token) {
  const uint32_t begin = document.child_begin[token], end = document.child_begin[token + 1];
  return std::span(document.children).subspan(begin, end - begin);
}

bool has_child(const Document& document, uint32_t token, Deprel deprel) {
  for (const uint32_t child : children(document, token)) {
    if (document.tokens[child].deprel == deprel) return true;
  }
  return false;
}

bool marked_with_to(const Document& document, uint32_t token) {
  for (const uint32_t child : children(document, token)) {
    if (document.tokens[child].deprel == Deprel::kMark && document.tokens[child].norm == "to") return true;
  }
  return false;
}

bool is_subject(Deprel deprel) { return deprel == Deprel::kNsubj || deprel == Deprel::kNsubjPass; }

// `Many citizens are fighting, Davis said` with both subjects on `said`: the first goes to the clause between them that
// has none.
bool share_subjects(Document& document, uint32_t predicate) {
  uint32_t first = kNone, second = kNone;
  for (const uint32_t child : children(document, predicate)) {
    if (child > predicate || !is_subject(document.tokens[child].deprel)) continue;
    (first == kNone ? first : second) = child;
  }
  if (second == kNone) return false;
  for (const uint32_t child : children(document, predicate)) {
    const Deprel deprel = document.tokens[child].deprel;
    if (child < first || child > second || (deprel != Deprel::kCcomp && deprel != Deprel::kParataxis)) continue;
    if (has_child(document, child, Deprel::kNsubj) || has_child(document, child, Deprel::kNsubjPass)) continue;
    document.tokens[first].head = child;
    if (has_child(document, child, Deprel::kAuxPass)) document.tokens[first].deprel = Deprel::kNsubjPass;
    return true;
  }
  return false;
}

// `witnesses say a bomber drove into a checkpoint` with both subjects on `say` and `drove` joined to it: what is said
// is the clause.
bool split_report(Document& document, uint32_t predicate) {
  if (document.tokens[predicate].upos != Upos::kVerb) return false;
  uint32_t speaker = kNone, subject = kNone;
  for (const uint32_t child : children(document, predicate)) {
    if (document.tokens[child].deprel != Deprel::kNsubj) continue;
    (child < predicate ? speaker : subject) = child;
  }
  if (speaker == kNone || subject == kNone) return false;
  for (const uint32_t verb : children(document, predicate)) {
    const Token& word = document.tokens[verb];
    if (verb < subject || word.deprel != Deprel::kConj || word.upos != Upos::kVerb) continue;
    if (has_child(document, verb, Deprel::kCc) || has_child(document, verb, Deprel::kNsubj)) return false;
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
  for (const uint32_t child : children(document, verb)) {
    if (child < day && document.tokens[child].deprel == Deprel::kNsubj) noun = child;
  }
  for (const uint32_t child : children(document, day)) {
    const Token& other = document.tokens[child];
    const bool before = child < day && (other.deprel == Deprel::kNmodDesc || other.deprel == Deprel::kCompound);
    if (noun == kNone && before && (other.upos == Upos::kNoun || other.upos == Upos::kPropn)) noun = child;
  }
  if (noun == kNone) return false;
  for (const uint32_t child : children(document, day)) {
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
  if (has_child(document, day.head, Deprel::kNsubj) || has_child(document, day.head, Deprel::kNsubjPass)) return false;
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
  for (const uint32_t clause : children(document, cue)) {
    const Token& verb = document.tokens[clause];
    if (clause < object || verb.deprel != Deprel::kCcomp) continue;
    if (has_child(document, clause, Deprel::kNsubj) || has_child(document, clause, Deprel::kNsubjPass)) return false;
    word.head = clause;
    word.deprel = has_child(document, clause, Deprel::kAuxPass) ? Deprel::kNsubjPass : Deprel::kNsubj;
    return true;
  }
  for (const uint32_t participle : children(document, object)) {
    Token& verb = document.tokens[participle];
    const bool past = verb.xpos == Xpos::kVBN || verb.xpos == Xpos::kVBD;
    if (participle < object || verb.deprel != Deprel::kAcl || !past ||
        has_child(document, participle, Deprel::kOblAgent))
      continue;
    if (!has_child(document, participle, Deprel::kObj)) return false;
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
  for (const uint32_t child : children(document, clause)) {
    if (child > clause || !is_subject(document.tokens[child].deprel)) continue;
    (first == kNone ? first : second) = child;
  }
  if (second == kNone || first < verb.head) return false;
  for (const uint32_t child : children(document, verb.head)) {
    const Deprel deprel = document.tokens[child].deprel;
    if (child > verb.head && (deprel == Deprel::kObj || deprel == Deprel::kIobj)) return false;
  }
  document.tokens[first].head = verb.head;
  document.tokens[first].deprel = Deprel::kIobj;
  return true;
}

bool reports(const Token& verb) {
  for (const std::string_view lemma :
       {"say", "tell", "add", "announce", "warn", "acknowledge", "admit", "claim", "insist", "stress", "note"}) {
    if (verb.lemma == lemma) return verb.upos == Upos::kVerb;
  }
  return false;
}

bool is_finite(const Document& document, uint32_t verb) {
  const Xpos xpos = document.tokens[verb].xpos;
  return xpos == Xpos::kVBD || xpos == Xpos::kVBZ || xpos == Xpos::kVBP || has_child(document, verb, Deprel::kAux) ||
         has_child(document, verb, Deprel::kAuxPass) || has_child(document, verb, Deprel::kCop);
}

// The finite clause without a subject that begins right behind `teller`: its complement, or a second clause on its
// noun; kNone.
uint32_t told_clause(const Document& document, uint32_t teller) {
  for (const uint32_t above : {teller, document.tokens[teller].head}) {
    for (const uint32_t clause : children(document, above)) {
      const Deprel deprel = document.tokens[clause].deprel;
      if (clause < teller || deprel != (above == teller ? Deprel::kCcomp : Deprel::kAclRelcl)) continue;
      if (has_child(document, clause, Deprel::kNsubj) || has_child(document, clause, Deprel::kNsubjPass)) continue;
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
  if (!reports(verb) && verb.lemma != "believe" && verb.lemma != "allege" && verb.lemma != "suspect") return false;
  uint32_t speaker = kNone, pronoun = kNone;
  for (const uint32_t child : children(document, teller)) {
    const Token& word = document.tokens[child];
    if (child > teller) break;
    const bool relative = word.xpos == Xpos::kWDT || word.xpos == Xpos::kWP;
    if (relative && (is_subject(word.deprel) || word.deprel == Deprel::kObj)) pronoun = child;
    if (!relative && word.deprel == Deprel::kNsubj) speaker = child;
  }
  const uint32_t clause = speaker == kNone ? kNone : told_clause(document, teller);
  if (clause == kNone || (pronoun == kNone && document.tokens[clause].head == teller)) return false;
  document.tokens[clause].head = teller;
  document.tokens[clause].deprel = Deprel::kCcomp;
  if (pronoun != kNone) {
    document.tokens[pronoun].head = clause;
    document.tokens[pronoun].deprel =
        has_child(document, clause, Deprel::kAuxPass) ? Deprel::kNsubjPass : Deprel::kNsubj;
  }
  return true;
}

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
  if (!reports(document.tokens[cue]) || document.tokens[cue].xpos != word.xpos || !is_reporting_deed(document, verb))
    return false;
  if (has_child(document, verb, Deprel::kNsubj) || has_child(document, verb, Deprel::kNsubjPass) ||
      has_child(document, verb, Deprel::kAux))
    return false;
  for (const uint32_t child : children(document, verb)) {
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
  for (const uint32_t child : children(document, verb)) {
    if (is_subject(document.tokens[child].deprel) || document.tokens[child].deprel == Deprel::kExpl) return false;
  }
  for (uint32_t t = word.head; t < verb; ++t) {
    const std::string_view form = document.tokens[t].form;
    if (form == "\"" || form == "”" || form == "''") return false;  // `"...," said the minister`
  }
  word.deprel = Deprel::kConj;
  return true;
}

// `Lawmakers called on the government to block P.` with the past tense taken for a participle: a passive has no object,
// and a sentence with a full stop has a verb.
bool free_predicate(Document& document, uint32_t noun) {
  Token& word = document.tokens[noun];
  if (word.head != kNone || (word.upos != Upos::kNoun && word.upos != Upos::kPropn) ||
      has_child(document, noun, Deprel::kCop))
    return false;
  uint32_t verb = kNone;
  bool stop = false;
  for (const uint32_t child : children(document, noun)) {
    const Token& other = document.tokens[child];
    if (child < noun) continue;
    if (other.deprel == Deprel::kPunct)
      stop = other.form == ".";
    else if (verb == kNone && other.deprel == Deprel::kAcl && (other.xpos == Xpos::kVBN || other.xpos == Xpos::kVBD))
      verb = child;
    else if (other.upos == Upos::kVerb)
      return false;
  }
  if (verb == kNone || !stop || has_child(document, verb, Deprel::kOblAgent) ||
      has_child(document, verb, Deprel::kAuxPass))
    return false;
  const bool calls = document.tokens[verb].lemma == "call" && document.tokens[verb + 1].norm == "on";
  if (!calls && !has_child(document, verb, Deprel::kObj)) return false;
  for (const uint32_t child : children(document, noun)) {
    if (child > verb) document.tokens[child].head = verb;
  }
  document.tokens[verb].head = kNone;
  document.tokens[verb].deprel = word.deprel;
  document.tokens[verb].xpos = Xpos::kVBD;
  word.head = verb;
  word.deprel = Deprel::kNsubj;
  return true;
}

bool is_argument(Deprel deprel) { return is_subject(deprel) || deprel == Deprel::kObj || deprel == Deprel::kNmodPoss; }

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
  for (const uint32_t child : children(document, noun)) {
    if (child > noun) return false;
  }
  for (const uint32_t name : children(document, word.head)) {
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

}  // namespace

void repair_relations(Document& document) {
  bool moved = false;
  for (uint32_t t = 0; t < document.tokens.size(); ++t) moved = join_description(document, t) || moved;
  if (moved) document.index_children();
  moved = false;
  for (uint32_t t = 0; t < document.tokens.size(); ++t) moved = free_predicate(document, t) || moved;
  if (moved) document.index_children();
  for (uint32_t t = 0; t < document.tokens.size(); ++t) join_predicate(document, t);
  moved = false;
  for (uint32_t t = 0; t < document.tokens.size(); ++t)
    moved = free_weekday(document, t) || free_apposition_of_day(document, t) || moved;
  if (moved) document.index_children();
  moved = false;
  for (uint32_t t = 0; t < document.tokens.size(); ++t)
    moved = free_report(document, t) || free_addressee(document, t) || push_relative(document, t) || moved;
  if (moved) document.index_children();
  moved = false;
  for (uint32_t t = 0; t < document.tokens.size(); ++t) moved = rejoin_report(document, t) || moved;
  if (moved) document.index_children();
  moved = false;
  for (uint32_t t = 0; t < document.tokens.size(); ++t)
    moved = share_subjects(document, t) || split_report(document, t) || moved;
  if (moved) document.index_children();
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    Token& token = document.tokens[t];
    if (token.head == kNone) continue;
    const Token& head = document.tokens[token.head];
    if (token.deprel == Deprel::kNsubjPass) {
      if (head.xpos == Xpos::kVBD && t < token.head && !has_child(document, token.head, Deprel::kAuxPass)) {
        token.deprel = Deprel::kNsubj;
      }
    } else if (token.deprel == Deprel::kCsubj && t > token.head) {
      if (marked_with_to(document, t) && has_child(document, token.head, Deprel::kNsubj)) token.deprel = Deprel::kXcomp;
    }
  }
}

}  // namespace actant
