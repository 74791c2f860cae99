#include "extract/relation/clause.h"

#include <algorithm>

#include "extract/relation/clause_words.h"

namespace actant {

bool ClauseReader::is_gerund(const Token& token) {
  return token.upos == Upos::kNoun && token.xpos == Xpos::kVBG &&
         (token.deprel == Deprel::kAdvcl || token.deprel == Deprel::kAcl || token.deprel == Deprel::kXcomp);
}

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
    // `following talks`: the participle is a preposition.
    if (token.deprel == Deprel::kCase && token.xpos == Xpos::kVBG) words_[t] = lexicon.id(token.norm);
    // `a meeting` that the lemmatizer took for the verb.
    if (token.upos != Upos::kNoun || is_gerund(token) || !lexicon.noun(words_[t]).empty()) continue;
    if (const WordId noun = lexicon.id(token.norm); !lexicon.noun(noun).empty()) words_[t] = noun;
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
    return deprel == Deprel::kCop || is_nominal_subject(deprel);
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
  if (!is_relative_word(tokens[token])) return token;
  uint32_t at = token;
  for (int depth = 0; depth < kMaxClauseDepth && tokens[at].head != kNone; ++depth) {
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
    // `between [Secretary [of State]] Condoleezza Rice`: the title before the name may have the preposition.
    if (c < token && document_->tokens[c].deprel == Deprel::kNmodDesc) {
      const uint32_t inner = child(c, Deprel::kCase);
      if (inner != kNone && inner < c && words_[inner] != 0) return words_[inner];
    }
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
