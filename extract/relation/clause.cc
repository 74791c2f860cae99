#include "extract/relation/clause.h"

#include <algorithm>

#include "extract/entity/gazetteer.h"
#include "extract/entity/noun_phrase.h"

namespace actant {
namespace {

// Chains of control and coordination longer than this are parse errors.
constexpr int kMaxDepth = 6;

bool is_subject(Deprel deprel) {
  return deprel == Deprel::kNsubj || deprel == Deprel::kNsubjPass || deprel == Deprel::kNsubjOuter;
}

bool is_relative_pronoun(const Token& token) {
  return token.lemma == "who" || token.lemma == "which" || token.lemma == "that" || token.lemma == "whom" ||
         token.xpos == Xpos::kWP || token.xpos == Xpos::kWDT;
}

}  // namespace

void ClauseReader::reset(const Document& document, const Lexicon& lexicon) {
  document_ = &document;
  if (lexicon_ != &lexicon) {
    lexicon_ = &lexicon;
    by_ = lexicon.id("by");
    with_ = lexicon.id("with");
    along_ = lexicon.id("along");
    together_ = lexicon.id("together");
    such_ = lexicon.id("such");
    because_ = lexicon.id("because");
    according_ = lexicon.id("according");
    to_ = lexicon.id("to");
    as_ = lexicon.id("as");
    of_ = lexicon.id("of");
    than_ = lexicon.id("than");
  }
  words_.resize(document.tokens.size());
  for (size_t t = 0; t < words_.size(); ++t) {
    const Token& token = document.tokens[t];
    // A listed form is surer than the lemmatizer (`begun` is no form of beg).
    const bool past = token.xpos == Xpos::kVBD || token.xpos == Xpos::kVBN;
    words_[t] = past ? lexicon.irregular(token.norm) : WordId{0};
    if (words_[t] == 0) words_[t] = lexicon.id(token.lemma);
    const bool inflects = token.upos == Upos::kVerb || token.upos == Upos::kNoun || token.upos == Upos::kAdj;
    if (words_[t] == 0 && inflects) words_[t] = lexicon.inflected(token.norm);
  }
}

std::span<const uint32_t> ClauseReader::children(uint32_t token) const {
  const uint32_t begin = document_->child_begin[token], end = document_->child_begin[token + 1];
  return std::span(document_->children).subspan(begin, end - begin);
}

uint32_t ClauseReader::child(uint32_t token, Deprel deprel) const {
  for (uint32_t c : children(token)) {
    if (document_->tokens[c].deprel == deprel) return c;
  }
  return kNone;
}

bool ClauseReader::is_clause(uint32_t token) const {
  if (document_->tokens[token].upos == Upos::kVerb) return true;
  return std::ranges::any_of(children(token), [&](uint32_t c) {
    const Deprel deprel = document_->tokens[c].deprel;
    return deprel == Deprel::kCop || is_subject(deprel);
  });
}

bool ClauseReader::is_passive(uint32_t predicate) const {
  const Token& token = document_->tokens[predicate];
  bool auxiliary = false;
  for (uint32_t c : children(predicate)) {
    const Deprel deprel = document_->tokens[c].deprel;
    if (deprel == Deprel::kNsubjPass || deprel == Deprel::kAuxPass) return true;
    auxiliary = auxiliary || deprel == Deprel::kAux || deprel == Deprel::kNsubj;
  }
  if (token.xpos != Xpos::kVBN || auxiliary) return false;
  if (token.deprel == Deprel::kAcl || token.deprel == Deprel::kAdvcl || token.deprel == Deprel::kAmod) return true;
  if (token.deprel == Deprel::kConj && token.head != kNone) return is_passive(token.head);
  return token.deprel == Deprel::kXcomp && child(predicate, Deprel::kObj) == kNone;
}

uint32_t ClauseReader::antecedent(uint32_t token) const {
  const std::vector<Token>& tokens = document_->tokens;
  if (!is_relative_pronoun(tokens[token])) return token;
  uint32_t at = token;
  for (int depth = 0; depth < kMaxDepth && tokens[at].head != kNone; ++depth) {
    if (tokens[at].deprel == Deprel::kAclRelcl || (tokens[at].deprel == Deprel::kAcl && depth > 0))
      return tokens[at].head;
    at = tokens[at].head;
  }
  // The clause hangs elsewhere: what stands before the pronoun is meant.
  const bool relative = tokens[token].xpos == Xpos::kWP || tokens[token].xpos == Xpos::kWDT;
  if (!relative || token < 2 || tokens[token].lemma == "what") return token;
  const uint32_t before = tokens[token - 1].upos == Upos::kPunct ? token - 2 : token - 1;
  const bool noun = tokens[before].upos == Upos::kPropn || tokens[before].upos == Upos::kNoun;
  return noun ? before : token;
}

// `conceded at last to demands`: with a word between that is no part of it, the first preposition opens another phrase.
bool ClauseReader::is_stray_case(uint32_t preposition, uint32_t noun) const {
  const std::vector<Token>& tokens = document_->tokens;
  if (preposition + 2 >= noun || tokens[preposition + 1].head == preposition) return false;
  const Upos next = tokens[preposition + 1].upos;
  if (next == Upos::kAdp || tokens[preposition + 1].upos == Upos::kDet) return false;
  const Token& second = tokens[preposition + 2];
  return second.deprel == Deprel::kCase && second.head == noun && second.upos == Upos::kAdp;
}

WordId ClauseReader::preposition(uint32_t token) const {
  for (uint32_t c : children(token)) {
    if (document_->tokens[c].deprel != Deprel::kCase || is_stray_case(c, token)) continue;
    const uint32_t fixed = child(c, Deprel::kFixed);
    const WordId first = words_[c];
    if (fixed != kNone) {
      if ((first == along_ || first == together_) && words_[fixed] == with_) return along_;
      if (first == such_ || first == because_ || first == according_) return 0;
    }
    return first == together_ ? along_ : first;
  }
  return 0;
}

WordId ClauseReader::predicate_word(uint32_t predicate) const {
  const uint32_t particle = child(predicate, Deprel::kCompoundPrt);
  if (particle == kNone) return words_[predicate];
  const WordId phrase = lexicon_->phrase(words_[predicate], words_[particle]);
  // `upgraded their ties back up`: far from the verb the particle adds little.
  constexpr uint32_t kFar = 4;
  return phrase == 0 && particle > predicate + kFar ? words_[predicate] : phrase;
}

uint32_t ClauseReader::surface_subject(uint32_t predicate, int depth) const {
  if (depth > kMaxDepth) return kNone;
  uint32_t own = kNone;  // of several the one nearest before it, as in syntax_walk.h
  for (uint32_t c : children(predicate)) {
    if (is_subject(document_->tokens[c].deprel) && (own == kNone || c < predicate)) own = c;
  }
  if (own != kNone) return antecedent(own);
  const Token& token = document_->tokens[predicate];
  // `X's calling him a liar`
  if (const uint32_t owner = child(predicate, Deprel::kNmodPoss); owner != kNone && token.xpos == Xpos::kVBG)
    return owner;
  if (token.head == kNone) return kNone;
  // `crimes, including the bombing of`: an example, not a deed of the subject.
  if (predicate > 0 && document_->tokens[predicate - 1].norm == "including") return kNone;
  switch (token.deprel) {
    case Deprel::kConj:
      return is_clause(token.head) ? surface_subject(token.head, depth + 1) : kNone;
    case Deprel::kCcomp:
      // A finite clause before its verb has a subject of its own, found or not: `X telephoned Y, the agency said`.
      if (token.head > predicate &&
          (token.xpos == Xpos::kVBD || token.xpos == Xpos::kVBZ || token.xpos == Xpos::kVBP)) {
        return kNone;
      }
      [[fallthrough]];
    case Deprel::kXcomp:
    case Deprel::kAdvcl:
      return is_clause(token.head) ? controller(predicate, depth) : participle_subject(predicate, depth);
    case Deprel::kAcl:
    case Deprel::kAclRelcl:
    case Deprel::kAmod:
      return participle_subject(predicate, depth);
    default:
      return kNone;
  }
}

// The subject of an infinitive, gerund or participle below a verb.
uint32_t ClauseReader::controller(uint32_t predicate, int depth) const {
  const std::vector<Token>& tokens = document_->tokens;
  const uint32_t governor = tokens[predicate].head;
  const WordId word = words_[governor];
  const bool requests = lexicon_->outlook(word) == Outlook::kRequested;
  const bool blames = lexicon_->is(word, WordClass::kBlame);
  const bool infinitive = tokens[predicate].xpos == Xpos::kVB;
  const bool object_controls =
      tokens[predicate].deprel == Deprel::kXcomp ? !lexicon_->is(word, WordClass::kSubjectControl)
      : infinitive                               ? requests || lexicon_->is(word, WordClass::kObjectControl)
                   : blames && child(predicate, Deprel::kMark) != kNone && predicate > governor;
  if (object_controls && !is_passive(governor)) {
    uint32_t oblique = kNone;
    for (uint32_t c : children(governor)) {
      const Deprel deprel = tokens[c].deprel;
      if ((deprel == Deprel::kObj || deprel == Deprel::kIobj) && c != predicate) return antecedent(c);
      if (deprel == Deprel::kObl && requests && oblique == kNone && c < predicate) oblique = c;
    }
    // `called on X to leave`, `appealed to X to stop`; but `asked in March to meet` keeps its subject.
    if (oblique != kNone && tokens[oblique].upos != Upos::kNum) {
      const WordId preposition = this->preposition(oblique);
      if (preposition != 0 && (preposition == to_ || document_->tokens[child(oblique, Deprel::kCase)].lemma == "on" ||
                               document_->tokens[child(oblique, Deprel::kCase)].lemma == "for")) {
        return antecedent(oblique);
      }
    }
  }
  if (tokens[predicate].deprel == Deprel::kAdvcl && predicate > governor) {
    // `said that despite losing, Iran will`: the phrase belongs to the clause behind it.
    for (uint32_t c : children(governor)) {
      if (tokens[c].deprel == Deprel::kCcomp && c > predicate) return surface_subject(c, depth + 1);
    }
  }
  if (const uint32_t owner = conduct_owner(predicate, governor); owner != kNone) return owner;
  // `called for talks to end the war`: who is to end it is not said.
  if (requests && infinitive && tokens[predicate].deprel == Deprel::kAdvcl) return kNone;
  return surface_subject(governor, depth + 1);
}

// `reiterated the stance of X in supporting`: the gerund says what X's stance or role is.
uint32_t ClauseReader::conduct_owner(uint32_t predicate, uint32_t governor) const {
  const std::vector<Token>& tokens = document_->tokens;
  if (tokens[predicate].deprel != Deprel::kAdvcl || tokens[predicate].xpos != Xpos::kVBG) return kNone;
  const uint32_t mark = child(predicate, Deprel::kMark), object = child(governor, Deprel::kObj);
  if (mark == kNone || tokens[mark].norm != "in" || object == kNone) return kNone;
  if (!lexicon_->is(words_[object], WordClass::kConduct)) return kNone;
  if (const uint32_t owner = child(object, Deprel::kNmodPoss); owner != kNone) return owner;
  for (uint32_t c : children(object)) {
    if (tokens[c].deprel == Deprel::kNmod && preposition(c) == of_) return c;
  }
  return kNone;
}

// The subject of a clause that hangs on a noun: `rebels fighting in`, `a plan to attack`, `crimes committed by`.
uint32_t ClauseReader::participle_subject(uint32_t predicate, int depth) const {
  const std::vector<Token>& tokens = document_->tokens;
  const uint32_t noun = tokens[predicate].head;
  if (tokens[predicate].deprel == Deprel::kAclRelcl) {
    return is_passive(predicate) ? antecedent(noun) : kNone;
  }
  const bool gerund = tokens[predicate].xpos == Xpos::kVBG && child(predicate, Deprel::kMark) != kNone;
  if (tokens[predicate].xpos != Xpos::kVB && !gerund) return antecedent(noun);
  // An infinitive or `of doing`: its subject is the owner of the noun, or the subject of the verb whose object the noun
  // is.
  if (const uint32_t owner = child(noun, Deprel::kNmodPoss); owner != kNone) return owner;
  for (uint32_t c : children(noun)) {
    if (tokens[c].deprel != Deprel::kNmod || c > predicate) continue;
    const WordId preposition = this->preposition(c);
    if (preposition != 0 && (preposition == by_ || preposition == of_)) return c;
  }
  if (is_clause(noun)) return surface_subject(noun, depth + 1);              // `arrests are an attempt to silence`
  if (lexicon_->outlook(words_[noun]) == Outlook::kRequested) return kNone;  // `stressed the need to end`
  const uint32_t governor = tokens[noun].head;
  if (governor != kNone && is_clause(governor) && !is_subject(tokens[noun].deprel)) {
    return surface_subject(governor, depth + 1);
  }
  // `the first man to visit`
  return tokens[noun].upos == Upos::kPropn || Gazetteer::get().noun(tokens[noun].lemma) != nullptr ? noun : kNone;
}

uint32_t ClauseReader::agent(uint32_t predicate) const {
  if (!is_passive(predicate)) return surface_subject(predicate);
  for (uint32_t c : children(predicate)) {
    const Deprel deprel = document_->tokens[c].deprel;
    if ((deprel == Deprel::kOblAgent || deprel == Deprel::kObl) && preposition(c) == by_) return antecedent(c);
  }
  return kNone;
}

// What an object relative clause without pronoun leaves open: `the men (that) police arrested`.
uint32_t ClauseReader::gap(uint32_t predicate) const {
  const std::vector<Token>& tokens = document_->tokens;
  uint32_t at = predicate;
  for (int depth = 0; depth < 3 && tokens[at].deprel == Deprel::kXcomp && tokens[at].head != kNone; ++depth) {
    at = tokens[at].head;
  }
  if (tokens[at].deprel != Deprel::kAclRelcl || is_passive(predicate)) return kNone;
  for (uint32_t c : children(at)) {
    if (is_subject(tokens[c].deprel) && is_relative_pronoun(tokens[c])) return kNone;
    if (tokens[c].deprel == Deprel::kAdvmod && tokens[c].xpos == Xpos::kWRB)
      return kNone;  // `the day when police arrested`
    if (tokens[c].deprel == Deprel::kObl && is_relative_pronoun(tokens[c])) return kNone;
  }
  return tokens[at].head;
}

void ClauseReader::add_oblique(uint32_t token, Clause& clause, bool distant) const {
  WordId preposition = this->preposition(token);
  if (preposition == along_ && preposition != 0) {
    // `A, along with B, met C`: B does it too; `A met along with B`: A and B are the two sides.
    if (token < clause.predicate) {
      clause.slots.push_back({SlotKind::kSubject, 0, antecedent(token), true});
      return;
    }
    preposition = with_;
  }
  if (preposition != 0 && preposition == than_ && child(token, Deprel::kNummod) != kNone) {
    clause.slots.push_back({SlotKind::kObject, 0, token, true});  // `arrested more than 100 people`
    return;
  }
  if (preposition != 0) clause.slots.push_back({SlotKind::kOblique, preposition, antecedent(token), distant});
}

// `the Syrian-backed militia`: the word before the hyphen does it.
void ClauseReader::add_hyphenated_doer(uint32_t predicate, Clause& clause) const {
  const std::vector<Token>& tokens = document_->tokens;
  if (!clause.passive || tokens[predicate].deprel != Deprel::kAmod || predicate < 2) return;
  if (tokens[predicate - 1].xpos != Xpos::kHYPH && tokens[predicate - 1].form != "-") return;
  if (tokens[predicate - 2].head == predicate) clause.slots.push_back({SlotKind::kSubject, 0, predicate - 2, false});
}

// `allowed inspectors to return`: without another object the receiver is the object.
uint32_t ClauseReader::lone_receiver(uint32_t predicate) const {
  const uint32_t receiver = child(predicate, Deprel::kIobj);
  return receiver == kNone ? kNone : antecedent(receiver);
}

// `arrested more than 100 people`, where the parser takes the object for an adverbial phrase: it has no preposition, and is
// no time or measure.
bool ClauseReader::is_bare_object(uint32_t token, uint32_t predicate) const {
  const Token& word = document_->tokens[token];
  if (word.deprel != Deprel::kObl || token < predicate || child(token, Deprel::kCase) != kNone) return false;
  if (word.upos != Upos::kNoun && word.upos != Upos::kPropn) return false;
  return !lexicon_->is(words_[token], WordClass::kVague) && is_actor_noun(token);
}

// Names and nouns for persons and bodies.
bool ClauseReader::is_actor_noun(uint32_t token) const {
  return find_mention_by_head(*document_, token) != kNone;
}

void ClauseReader::add_own_slots(uint32_t predicate, Clause& clause) const {
  const std::vector<Token>& tokens = document_->tokens;
  uint32_t object = kNone, second = kNone;
  for (uint32_t c : children(predicate)) {
    switch (tokens[c].deprel) {
      case Deprel::kObj:
        if (object == kNone) {
          object = antecedent(c);
        } else {
          second = c;
        }
        break;
      case Deprel::kXcomp:  // `called him a liar`: as if `as a liar`
        if (tokens[c].upos == Upos::kNoun || tokens[c].upos == Upos::kAdj) {
          clause.slots.push_back({SlotKind::kOblique, as_, c, false});
        }
        break;
      case Deprel::kIobj:
        clause.slots.push_back({SlotKind::kIndirect, 0, antecedent(c), false});
        break;
      case Deprel::kOblAgent:
      case Deprel::kObl:
      case Deprel::kNmod:
        if (is_bare_object(c, predicate)) {
          (object == kNone ? object : second) = c;
        } else if (clause.passive && preposition(c) == by_) {
          clause.slots.push_back({SlotKind::kSubject, 0, antecedent(c), false});
        } else {
          add_oblique(c, clause, false);
        }
        break;
      default:
        break;
    }
  }
  add_hyphenated_doer(predicate, clause);
  const bool distant = object == kNone;
  if (object == kNone && !clause.passive) object = lone_receiver(predicate);
  if (object == kNone && !clause.passive) object = gap(predicate);
  if (object == kNone) return;
  clause.slots.push_back({SlotKind::kObject, 0, object, distant});
  if (second != kNone) {
    clause.slots.push_back({SlotKind::kObject, 0, second, true});
    clause.slots.push_back({SlotKind::kIndirect, 0, object, true});  // `gave the exiles asylum`
  }
  // The parser hangs many a phrase of the verb on its object: `withdrew [troops [from Lebanon]]`.
  if (distant) return;
  for (uint32_t c : children(object)) {
    if (tokens[c].deprel != Deprel::kNmod) continue;
    add_oblique(c, clause, true);
    for (uint32_t inner : children(c)) {
      if (tokens[inner].deprel == Deprel::kNmod) add_oblique(inner, clause, true);
    }
  }
}

void ClauseReader::add_subject(uint32_t predicate, Clause& clause) const {
  const uint32_t subject = surface_subject(predicate);
  if (subject == kNone || subject == predicate) return;
  const bool own = document_->tokens[subject].head == predicate;
  if (!clause.passive) {
    clause.slots.push_back({SlotKind::kSubject, 0, subject, !own});
    return;
  }
  // `was given aid`: the object is there, so the surface subject is the receiver.
  const bool object_filled =
      std::ranges::any_of(clause.slots, [](const Slot& slot) { return slot.kind == SlotKind::kObject; });
  clause.slots.push_back({object_filled ? SlotKind::kIndirect : SlotKind::kObject, 0, subject, !own});
  // `evidence against X was presented`
  for (uint32_t c : children(subject)) {
    if (document_->tokens[c].deprel == Deprel::kNmod) add_oblique(c, clause, true);
  }
}

// The object of a verb that follows at once: `applauded and thanked China`.
void ClauseReader::add_following_object(uint32_t predicate, Clause& clause) const {
  constexpr uint32_t kNear = 3;
  const std::vector<Token>& tokens = document_->tokens;
  const bool filled =
      std::ranges::any_of(clause.slots, [](const Slot& slot) { return slot.kind == SlotKind::kObject; });
  if (filled || clause.passive) return;
  for (uint32_t c : children(predicate)) {
    if (tokens[c].deprel != Deprel::kConj || c > predicate + kNear || tokens[c].xpos != tokens[predicate].xpos)
      continue;
    const uint32_t object = child(c, Deprel::kObj);
    if (object != kNone && object > c) clause.slots.push_back({SlotKind::kObject, 0, antecedent(object), true});
    return;
  }
}

// `criticized and thanked Iran`: what stands behind the last verb may hang on the first.
void ClauseReader::add_shared_slots(uint32_t predicate, Clause& clause) const {
  const Token& token = document_->tokens[predicate];
  if (token.deprel != Deprel::kConj || token.head == kNone || !is_clause(token.head)) return;
  const bool object_filled =
      std::ranges::any_of(clause.slots, [](const Slot& slot) { return slot.kind == SlotKind::kObject; });
  for (uint32_t c : children(token.head)) {
    if (c < predicate) continue;
    const Deprel deprel = document_->tokens[c].deprel;
    if (deprel == Deprel::kObj && !object_filled && !clause.passive) {
      clause.slots.push_back({SlotKind::kObject, 0, antecedent(c), true});
    } else if (deprel == Deprel::kObl || deprel == Deprel::kOblAgent) {
      if (clause.passive && preposition(c) == by_) {
        clause.slots.push_back({SlotKind::kSubject, 0, antecedent(c), true});
      } else {
        add_oblique(c, clause, true);
      }
    }
  }
}

// `told X to leave`, `kept X from leaving`
bool ClauseReader::is_act(uint32_t token) const {
  const Token& word = document_->tokens[token];
  const Deprel deprel = word.deprel;
  if (deprel != Deprel::kXcomp && deprel != Deprel::kCcomp && deprel != Deprel::kAdvcl) return false;
  const uint32_t mark = child(token, Deprel::kMark);
  if (mark == kNone || token < word.head) return false;
  const std::string_view norm = document_->tokens[mark].norm;
  return (word.xpos == Xpos::kVB && norm == "to") || (word.xpos == Xpos::kVBG && (norm == "from" || norm == "into"));
}

void ClauseReader::add_complement(uint32_t predicate, Clause& clause) const {
  for (uint32_t c : children(predicate)) {
    if (is_act(c)) clause.slots.push_back({SlotKind::kAct, 0, c, false});
  }
  for (uint32_t c : children(predicate)) {
    const Deprel deprel = document_->tokens[c].deprel;
    if (deprel != Deprel::kCcomp && deprel != Deprel::kXcomp) continue;
    for (uint32_t subject : children(c)) {
      if (is_subject(document_->tokens[subject].deprel)) {
        clause.slots.push_back({SlotKind::kComplement, 0, antecedent(subject), false});
        return;
      }
    }
  }
}

void ClauseReader::read(uint32_t predicate, Clause& clause) const {
  clause.predicate = predicate;
  clause.word = predicate_word(predicate);
  clause.passive = is_passive(predicate);
  clause.slots.clear();
  add_own_slots(predicate, clause);
  add_subject(predicate, clause);
  add_shared_slots(predicate, clause);
  add_following_object(predicate, clause);
  add_complement(predicate, clause);
}

}  // namespace actant
