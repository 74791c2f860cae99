#include "extract/entity/gazetteer.h"
#include "extract/relation/clause.h"
#include "extract/relation/clause_words.h"
#include "extract/relation/syntax_walk.h"

// Who does it: the subject of a predicate, through control, raising, participles, relative clauses and coordination.

namespace actant {

uint32_t ClauseReader::surface_subject(uint32_t predicate, int depth) const {
  if (depth > kMaxClauseDepth) return kNone;
  uint32_t own = kNone;  // of several the one nearest before it, as in syntax_walk.h
  for (uint32_t c : children(predicate)) {
    if (is_nominal_subject(document_->tokens[c].deprel) && (own == kNone || c < predicate)) own = c;
  }
  if (own != kNone) return antecedent(own);
  const Token& token = document_->tokens[predicate];
  // `X's calling him a liar`
  if (const uint32_t owner = child(predicate, Deprel::kNmodPoss); owner != kNone && token.xpos == Xpos::kVBG)
    return owner;
  if (token.head == kNone) return kNone;
  if (predicate > 0 && document_->tokens[predicate - 1].norm == "including") return example_owner(predicate);
  switch (token.deprel) {
    case Deprel::kConj: return is_clause(token.head) ? surface_subject(token.head, depth + 1) : kNone;
    case Deprel::kCcomp:
      if (const uint32_t noun = told_of(*document_, predicate); noun != kNone) return noun;
      // A finite clause has a subject of its own, found or not: `X telephoned Y, the agency said`.
      if ((token.xpos == Xpos::kVBD || token.xpos == Xpos::kVBZ || token.xpos == Xpos::kVBP) &&
          (token.head > predicate || child(predicate, Deprel::kExpl) == kNone)) {
        return kNone;
      }
      [[fallthrough]];
    case Deprel::kXcomp:
    case Deprel::kAdvcl:
      return is_clause(token.head) ? controller(predicate, depth) : participle_subject(predicate, depth);
    case Deprel::kAcl:
    case Deprel::kAclRelcl:
    case Deprel::kAmod: return participle_subject(predicate, depth);
    default: return kNone;
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
  return owner(object);
}

uint32_t ClauseReader::owner(uint32_t noun) const {
  if (const uint32_t possessor = child(noun, Deprel::kNmodPoss); possessor != kNone) return possessor;
  for (uint32_t c : children(noun)) {
    if (document_->tokens[c].deprel == Deprel::kNmod && preposition(c) == of_) return c;
  }
  return kNone;
}

// `the regime's crimes, including bombing hospitals`: an example is a deed of whose crimes they are, not of the
// subject.
uint32_t ClauseReader::example_owner(uint32_t predicate) const {
  const uint32_t noun = document_->tokens[predicate].head;
  if (noun == kNone || noun > predicate || !lexicon_->is(words_[noun], WordClass::kConduct)) return kNone;
  return owner(noun);
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
  if (governor != kNone && is_clause(governor) && !is_nominal_subject(tokens[noun].deprel)) {
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

}  // namespace actant
