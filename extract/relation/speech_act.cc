#include "extract/relation/speech_act.h"

#include <algorithm>

#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

bool is_mark_to_drop(const Document& document, uint32_t token) {
  const Token& word = document.tokens[token];
  if (word.upos != Upos::kPunct) return false;
  return !is_one_of(word.form, {"?", "!", ")", "(", "]", "["});
}

bool is_sound_clause(const Token& word) {
  return word.upos == Upos::kVerb || word.upos == Upos::kAux || word.upos == Upos::kAdj || word.upos == Upos::kNoun ||
         word.upos == Upos::kPropn || word.upos == Upos::kPron || word.upos == Upos::kAdv || word.upos == Upos::kNum ||
         word.upos == Upos::kAdp;
}

/// Reads the speech acts of one verb or noun.
class CueReader {
 public:
  CueReader(const Document& document, std::vector<SpeechAct>& out) : document_(document), out_(out) {}

  void verb(uint32_t cue, uint16_t frames);
  void noun(uint32_t cue, uint16_t frames);
  void according_to(uint32_t source);
  void as_said(uint32_t cue);

 private:
  const Token& at(uint32_t token) const { return document_.tokens[token]; }
  uint32_t child(uint32_t token, Deprel deprel) const { return child_with(document_, token, deprel); }
  std::string_view mark(uint32_t clause) const;
  bool add(uint32_t cue, uint32_t speaker, TokenRange content, float confidence, const char* rule);
  bool complements(uint32_t cue, uint16_t frames, uint32_t speaker);
  bool clause_content(uint32_t cue, uint32_t speaker);
  int rank_clause(uint32_t cue, uint32_t clause) const;
  bool best_that_clause(uint32_t cue, uint32_t speaker);
  TokenRange begin_behind_that(uint32_t cue, TokenRange content) const;
  TokenRange extend_right(uint32_t cue, TokenRange content, bool clauses_only = false) const;
  bool above(uint32_t cue, uint32_t speaker);
  bool infinitive(uint32_t cue, uint32_t speaker);
  bool gerund(uint32_t cue, uint32_t speaker);
  bool object_noun(uint32_t cue, uint32_t speaker);
  bool prepositional(uint32_t cue, uint32_t speaker, uint16_t frames);
  bool as_something(uint32_t cue, uint32_t speaker);
  bool carried_noun(uint32_t verb, uint32_t object, uint32_t speaker);
  TokenRange noun_content(uint32_t head) const;
  uint32_t owner(uint32_t noun) const;
  Modality modality_of(uint32_t predicate) const;

  const Document& document_;
  std::vector<SpeechAct>& out_;
  bool negated_ = false;
  Modality modality_ = Modality::kActual;
};

std::string_view CueReader::mark(uint32_t clause) const {
  const uint32_t mark = child(clause, Deprel::kMark);
  return mark == kNone ? std::string_view() : at(mark).lemma;
}

Modality CueReader::modality_of(uint32_t predicate) const {
  for (uint32_t aux : children_of(document_, predicate)) {
    if (at(aux).deprel != Deprel::kAux) continue;
    if (is_one_of(at(aux).lemma, {"will", "shall"})) return Modality::kPlanned;
    if (is_one_of(at(aux).lemma, {"may", "might", "could", "would"})) return Modality::kPossible;
  }
  const Token& word = at(predicate);
  if (word.deprel == Deprel::kXcomp && word.xpos == Xpos::kVB && word.head != kNone &&
      is_one_of(at(word.head).lemma, {"plan", "expect", "want", "intend", "schedule", "set", "go", "prepare", "try", "due"})) {
    return Modality::kPlanned;
  }
  return Modality::kActual;
}

bool CueReader::add(uint32_t cue, uint32_t speaker, TokenRange content, float confidence, const char* rule) {
  content = trim_content(document_, content);
  if (content.size() == 0) return false;
  SpeechAct act;
  act.cue = cue;
  act.speaker = speaker;
  act.content = content;
  act.negated = negated_;
  act.modality = modality_;
  act.confidence = confidence;
  act.rule = rule;
  out_.push_back(act);
  return true;
}

// What `clause` is to the cue: worth 3 as a quotation before it, 2 behind it, 1 before it (`P, X said`), 0 no content. A question or hypothesis (`asked
// whether`), an afterthought (`said P, adding Q`) or a stray phrase is none.
int CueReader::rank_clause(uint32_t cue, uint32_t clause) const {
  const Token& word = at(clause);
  if (word.deprel != Deprel::kCcomp && word.deprel != Deprel::kParataxis) return 0;
  if (is_one_of(mark(clause), {"whether", "if", "for"})) return 0;
  const bool predicates = word.upos == Upos::kVerb || word.upos == Upos::kAux || child(clause, Deprel::kCop) != kNone ||
                          child(clause, Deprel::kNsubj) != kNone;
  const bool afterthought = word.xpos == Xpos::kVBG && child(clause, Deprel::kNsubj) == kNone &&
                            child(clause, Deprel::kAux) == kNone && speech_verb(word.lemma) != 0;
  if (afterthought) return 0;
  const uint32_t that = child(clause, Deprel::kMark);
  // `said P, adding that Q`: Q is the other verb's.
  if (that != kNone && that > cue + 1 && at(that).norm == "that" && at(that - 1).upos == Upos::kVerb) return 0;
  if (child(clause, Deprel::kCase) != kNone) return 0;
  if (clause < cue && word.deprel == Deprel::kCcomp) {  // a quotation before its verb is sure to be the content
    const uint32_t first = subtree(document_, clause).first;
    if (is_double_quote(at(first).form) || (first > 0 && is_double_quote(at(first - 1).form))) return 3;
  }
  if (clause > cue) return predicates ? 2 : 0;
  if (word.deprel == Deprel::kParataxis || !predicates) return 0;
  // Before the cue stands a quotation or a clause with its own subject.
  const bool participle = (word.xpos == Xpos::kVBN || word.xpos == Xpos::kVBG) && child(clause, Deprel::kNsubj) == kNone &&
                          child(clause, Deprel::kNsubjPass) == kNone && child(clause, Deprel::kAux) == kNone;
  return participle ? 0 : 1;
}

bool CueReader::clause_content(uint32_t cue, uint32_t speaker) {
  int best = 0;
  for (uint32_t clause : children_of(document_, cue)) best = std::max(best, rank_clause(cue, clause));
  if (best == 0) return best_that_clause(cue, speaker);
  TokenRange content{kNone, 0};
  bool finite = false;
  for (uint32_t clause : children_of(document_, cue)) {
    if (rank_clause(cue, clause) != best) continue;
    TokenRange range = subtree(document_, clause);
    const uint32_t that = child(clause, Deprel::kMark);
    if (best == 2 && that != kNone && at(that).norm == "that" && that < clause) range.first = std::max(range.first, that + 1);
    if (range.contains(cue) || range.contains(speaker)) continue;  // crossing arcs
    // A second complement only where nothing of the cue stands between the two.
    if (content.first != kNone && best == 2 && range.first > content.last + 1) break;
    content.first = std::min(content.first, range.first);
    content.last = std::max(content.last, range.last);
    finite |= at(clause).deprel == Deprel::kCcomp;
  }
  if (content.first == kNone) return false;
  if (best == 2) {
    content = begin_behind_that(cue, content);
    content = extend_right(cue, content);
  }
  return add(cue, speaker, content, finite ? 0.85f : 0.65f, "said-clause");
}

// `told supporters in the city that P`, where the parser hung P on one of the words between: `that` with no other verb before it.
bool CueReader::best_that_clause(uint32_t cue, uint32_t speaker) {
  if ((speech_verb(at(cue).lemma) & kSaysClause) == 0) return false;
  const uint32_t end = document_.sentences[sentence_of(document_, cue)].last;
  for (uint32_t t = cue + 1; t < end && t < cue + 20; ++t) {
    const Token& word = at(t);
    if (word.upos == Upos::kVerb || word.upos == Upos::kAux) return false;
    if (word.norm != "that" || word.deprel != Deprel::kMark || word.head == kNone || word.head < t) continue;
    TokenRange content = subtree(document_, word.head);
    content.first = t + 1;
    if (content.first >= content.last) return false;
    return add(cue, speaker, content, 0.75f, "said-that");
  }
  return false;
}

// Where the parser hung the first words of the clause elsewhere, `that` still says where it begins.
TokenRange CueReader::begin_behind_that(uint32_t cue, TokenRange content) const {
  for (uint32_t t = cue + 1; t < content.first && t < cue + 8; ++t) {
    if (at(t).norm == "that" && at(t).upos == Upos::kSconj) {
      content.first = t + 1;
      break;
    }
  }
  return content;
}

// Phrases that hang on the cue behind its content belong to it as a rule (`reiterated its stance in supporting Y`); conjuncts, and
// participles behind a comma, do not.
TokenRange CueReader::extend_right(uint32_t cue, TokenRange content, bool clauses_only) const {
  for (uint32_t next : children_of(document_, cue)) {
    if (next < content.last) continue;
    const Token& word = at(next);
    if (word.deprel == Deprel::kPunct) continue;
    const TokenRange range = subtree(document_, next);
    const bool fits = is_oblique(word.deprel) || word.deprel == Deprel::kAdvcl || word.deprel == Deprel::kXcomp ||
                      word.deprel == Deprel::kCcomp || word.deprel == Deprel::kObj || word.deprel == Deprel::kAcl ||
                      word.deprel == Deprel::kNmod || word.deprel == Deprel::kAclRelcl || word.deprel == Deprel::kAppos;
    const bool comma = range.first > content.last && at(content.last).form == ",";
    // A bare infinitive cannot be joined to a finite verb: it goes on the list that the content ended with.
    if (word.deprel == Deprel::kConj && word.xpos == Xpos::kVB && at(cue).xpos != Xpos::kVB && range.first <= content.last + 1 &&
        child(next, Deprel::kNsubj) == kNone && child(next, Deprel::kAux) == kNone) {
      content.last = std::max(content.last, range.last);
      continue;
    }
    if (clauses_only && is_oblique(word.deprel)) break;
    if (!fits || (comma && word.xpos == Xpos::kVBG) || range.first > content.last + 1 || range.first < content.last) break;
    content.last = std::max(content.last, range.last);
  }
  return content;
}

// `P, X said`: the cue hangs on what is said.
bool CueReader::above(uint32_t cue, uint32_t speaker) {
  const Token& word = at(cue);
  if (word.deprel != Deprel::kParataxis && word.deprel != Deprel::kDiscourse) return false;
  if (word.head == kNone || !is_sound_clause(at(word.head))) return false;
  const TokenRange own = subtree(document_, cue);
  if (own.contains(word.head)) return false;
  const uint32_t top = word.head;
  TokenRange range = subtree(document_, top, cue);
  // Said first or last, the cue limits the content; in the middle it is covered.
  if (own.first <= range.first) range.first = std::max(range.first, own.last);
  if (own.last >= range.last) range.last = std::min(range.last, own.first);
  if (range.first >= range.last) return false;
  return add(cue, speaker, range, 0.7f, "said-around");
}

// `urged Y to P`, `vowed to P`: the infinitive with its `to`.
bool CueReader::infinitive(uint32_t cue, uint32_t speaker) {
  for (uint32_t clause : children_of(document_, cue)) {
    const Token& word = at(clause);
    if (word.deprel != Deprel::kXcomp && word.deprel != Deprel::kAdvcl && word.deprel != Deprel::kCcomp) continue;
    if (clause < cue || word.upos == Upos::kAdj) continue;
    const uint32_t to = child(clause, Deprel::kMark);
    if (to == kNone || at(to).lemma != "to") continue;
    TokenRange range = subtree(document_, clause);
    range.first = std::max(range.first, std::min(to, clause));
    range = extend_right(cue, range);
    return add(cue, speaker, range, 0.5f, "said-infinitive");
  }
  return false;
}

// `accused Y of doing P`.
bool CueReader::gerund(uint32_t cue, uint32_t speaker) {
  for (uint32_t clause : children_of(document_, cue)) {
    const Token& word = at(clause);
    if (word.deprel != Deprel::kAdvcl && word.deprel != Deprel::kXcomp && word.deprel != Deprel::kObl &&
        word.deprel != Deprel::kCcomp) {
      continue;
    }
    if (clause < cue || word.xpos != Xpos::kVBG) continue;
    uint32_t with = child(clause, Deprel::kMark);
    if (with == kNone) with = child(clause, Deprel::kCase);
    if (with == kNone || !is_one_of(at(with).lemma, {"of", "for", "with"})) continue;
    TokenRange range = subtree(document_, clause);
    range.first = std::max(range.first, with + 1);
    range = extend_right(cue, range);
    return add(cue, speaker, range, 0.55f, "said-gerund");
  }
  return false;
}

// The noun phrase whole: the words that hang on it, but not an apposition or relative clause set off by a comma.
TokenRange CueReader::noun_content(uint32_t head) const {
  TokenRange range = subtree(document_, head);
  for (uint32_t below : children_of(document_, head)) {
    const Token& word = at(below);
    if (word.deprel != Deprel::kAppos && word.deprel != Deprel::kParataxis && word.deprel != Deprel::kDep) continue;
    if (below > head) range.last = std::min(range.last, subtree(document_, below).first);
  }
  range.last = std::max(range.last, head + 1);
  const uint32_t with = child(head, Deprel::kCase);
  if (with != kNone && with < head) range.first = std::max(range.first, with + 1);
  return range;
}

bool CueReader::object_noun(uint32_t cue, uint32_t speaker) {
  const uint32_t object = child(cue, Deprel::kObj);
  if (object == kNone || at(object).upos == Upos::kPron || object < cue) return false;
  const uint32_t mention = find_mention_by_head(document_, object);
  if (mention != kNone && document_.mentions[mention].kind == MentionKind::kName) return false;
  // A stance on somebody is its own relation.
  if (is_one_of(at(object).lemma, {"condemnation", "criticism", "praise", "gratitude", "thanks", "solidarity", "sympathy", "condolence",
                                   "rejection", "congratulation", "responsibility"})) {
    return false;
  }
  const uint32_t which = child(object, Deprel::kDet);
  if (which != kNone && is_one_of(at(which).lemma, {"this", "that", "these", "those"})) return false;
  const TokenRange range = extend_right(cue, noun_content(object));
  if (at(object).upos == Upos::kPropn || range.size() < 2) return false;
  return add(cue, speaker, range, 0.6f, "said-object");
}

bool CueReader::prepositional(uint32_t cue, uint32_t speaker, uint16_t frames) {
  for (uint32_t phrase : children_of(document_, cue)) {
    if (!is_oblique(at(phrase).deprel) || phrase < cue) continue;
    const std::string_view with = preposition_of(document_, phrase);
    const bool fits = ((frames & kSaysFor) != 0 && with == "for") ||
                      ((frames & kSaysOf) != 0 && is_one_of(with, {"of", "about", "on", "against"}));
    if (!fits || at(phrase).upos == Upos::kPropn || at(phrase).upos == Upos::kPron) continue;
    const uint32_t mention = find_mention_by_head(document_, phrase);
    if (mention != kNone && document_.mentions[mention].kind == MentionKind::kName) continue;
    return add(cue, speaker, extend_right(cue, noun_content(phrase), true), with == "for" ? 0.65f : 0.45f, "said-preposition");
  }
  return false;
}

// `described Y as Z`, `declared Y the winner`.
bool CueReader::as_something(uint32_t cue, uint32_t speaker) {
  const uint32_t object = child(cue, Deprel::kObj);
  if (object == kNone || object < cue) return false;
  for (uint32_t what : children_of(document_, cue)) {
    if (what <= object) continue;
    const Deprel deprel = at(what).deprel;
    const bool fits = deprel == Deprel::kXcomp || ((is_oblique(deprel) || deprel == Deprel::kAdvcl) &&
                                                   preposition_of(document_, what) == "as") ||
                      (deprel == Deprel::kAdvcl && mark(what) == "as");
    if (!fits) continue;
    const TokenRange first = subtree(document_, object);
    const TokenRange second = subtree(document_, what);
    return add(cue, speaker, {std::min(first.first, object), std::max(first.last, second.last)}, 0.7f, "said-as");
  }
  return false;
}

// `expressed concern over N`, `made a statement that P`, `provided a report on N`.
bool CueReader::carried_noun(uint32_t verb, uint32_t object, uint32_t speaker) {
  const std::string_view lemma = at(object).lemma;
  if (is_attitude_noun(lemma)) {
    if (!is_one_of(at(verb).lemma, {"express", "voice", "convey", "state", "reiterate", "repeat"})) return false;
    return add(verb, speaker, extend_right(verb, noun_content(object)), 0.6f, "said-attitude");
  }
  const uint16_t frames = speech_noun(lemma);
  if (frames == 0) return false;
  for (uint32_t below : children_of(document_, object)) {
    const Token& word = at(below);
    if (below < object) continue;
    const bool clause = (word.deprel == Deprel::kAcl || word.deprel == Deprel::kCcomp) &&
                        (mark(below) == "that" || ((frames & kSaysInfinitive) != 0 && mark(below) == "to"));
    if (clause) return add(verb, speaker, subtree(document_, below), 0.75f, "said-carried");
    if (is_nominal_modifier(word.deprel) && is_one_of(preposition_of(document_, below), {"on", "about", "for"})) {
      return add(verb, speaker, noun_content(below), 0.55f, "said-carried");
    }
  }
  return false;
}

bool CueReader::complements(uint32_t cue, uint16_t frames, uint32_t speaker) {
  bool found = false;
  if ((frames & (kSaysClause | kSaysQuote)) != 0) found = clause_content(cue, speaker) || above(cue, speaker);
  if (!found && (frames & kSaysFor) != 0) found = prepositional(cue, speaker, kSaysFor);
  if (!found && (frames & kSaysInfinitive) != 0) found = infinitive(cue, speaker);
  if (!found && (frames & kSaysGerund) != 0) found = gerund(cue, speaker);
  if (!found && (frames & kSaysAs) != 0) found = as_something(cue, speaker);
  if (!found && (frames & kSaysNoun) != 0) found = object_noun(cue, speaker);
  if (!found && (frames & kSaysOf) != 0) found = prepositional(cue, speaker, kSaysOf);
  return found;
}

void CueReader::verb(uint32_t cue, uint16_t frames) {
  const Token& word = at(cue);
  if (is_negated(document_, cue)) return;
  if (word.head != kNone && word.deprel == Deprel::kXcomp &&
      (is_one_of(at(word.head).lemma, {"refuse", "decline", "fail"}) || is_negated(document_, word.head))) {
    return;
  }
  if (is_one_of(mark(cue), {"if", "whether", "unless"})) return;
  if (word.lemma == "consider" && word.xpos == Xpos::kVBG) return;  // ponders
  uint32_t speaker = kNone;
  if (is_passive(document_, cue)) {
    speaker = find_agent(document_, cue);
  } else {
    speaker = find_subject(document_, cue);
    // `was quoted as saying`: the passive subject speaks.
  }
  if (speaker == kNone) return;
  const std::string_view lemma = word.lemma;
  negated_ = (frames & kSaysNot) != 0;
  modality_ = modality_of(cue);
  if (complements(cue, frames, speaker)) return;
  const uint32_t object = child(cue, Deprel::kObj);
  if (object != kNone && is_speech_carrier(lemma) && carried_noun(cue, object, speaker)) return;
  if ((frames & kSaysQuote) == 0) return;
  SpeechAct act;  // an introduction, should a quotation be near
  act.cue = cue;
  act.speaker = speaker;
  act.negated = negated_;
  act.modality = modality_;
  act.rule = "said-quote";
  out_.push_back(act);
}

// Whose claim, report or demand it is: possessor, or the phrase with `by`, `of`, `from`.
uint32_t CueReader::owner(uint32_t noun) const {
  const uint32_t possessor = child(noun, Deprel::kNmodPoss);
  if (possessor != kNone) return possessor;
  for (std::string_view with : {"by", "from", "of"}) {
    for (uint32_t below : children_of(document_, noun)) {
      if (is_nominal_modifier(at(below).deprel) && preposition_of(document_, below) == with) return below;
    }
  }
  return kNone;
}

// `X's claim that P`, `a demand by X that P`, `X's call for N`.
void CueReader::noun(uint32_t cue, uint16_t frames) {
  const Token& word = at(cue);
  if (word.deprel == Deprel::kObj && word.head != kNone && is_speech_carrier(at(word.head).lemma)) return;  // see verb()
  const uint32_t speaker = owner(cue);
  if (speaker == kNone) return;
  negated_ = (frames & kSaysNot) != 0;
  modality_ = Modality::kActual;
  for (uint32_t below : children_of(document_, cue)) {
    if (below < cue || below == speaker) continue;
    const Token& clause = at(below);
    if (clause.deprel == Deprel::kAcl || clause.deprel == Deprel::kCcomp) {
      const std::string_view with = mark(below);
      if (with == "that" || ((frames & kSaysInfinitive) != 0 && with == "to")) {
        add(cue, speaker, subtree(document_, below), 0.65f, "claim-that");
        return;
      }
    }
    if ((frames & kSaysFor) != 0 && is_nominal_modifier(clause.deprel) && preposition_of(document_, below) == "for") {
      add(cue, speaker, noun_content(below), 0.6f, "call-for");
      return;
    }
  }
}

// `according to X`: the clause it stands in, without it.
void CueReader::according_to(uint32_t source) {
  uint32_t top = at(source).head;
  if (top == kNone) return;
  const TokenRange own = subtree(document_, source);
  // What hangs on a noun deep inside is said of the clause all the same.
  while (at(top).head != kNone && at(top).upos != Upos::kVerb && at(top).deprel != Deprel::kRoot &&
         child(top, Deprel::kCop) == kNone && !is_one_of(deprel_name(at(top).deprel), {"ccomp", "parataxis", "conj"})) {
    top = at(top).head;
  }
  if (own.contains(top)) return;
  TokenRange range = subtree(document_, top, source);
  if (own.first <= range.first) range.first = std::max(range.first, own.last);
  if (own.last >= range.last) range.last = std::min(range.last, own.first);
  if (range.first >= range.last) return;
  negated_ = false;
  modality_ = Modality::kActual;
  add(own.first, source, range, 0.7f, "according-to");
}

// `as X said`, `X said as much`: an adverbial clause around which the content stands.
void CueReader::as_said(uint32_t cue) {
  const Token& word = at(cue);
  const uint32_t speaker = find_subject(document_, cue);
  if (speaker == kNone || word.head == kNone) return;
  const TokenRange own = subtree(document_, cue);
  TokenRange range = subtree(document_, word.head, cue);
  if (own.first <= range.first) range.first = std::max(range.first, own.last);
  if (own.last >= range.last) range.last = std::min(range.last, own.first);
  if (range.first >= range.last || own.contains(word.head)) return;
  negated_ = false;
  modality_ = Modality::kActual;
  add(cue, speaker, range, 0.6f, "as-said");
}

// Source of an `according to` phrase whose first word is `token`; kNone when it is something else (`according to plan`).
uint32_t according_source(const Document& document, uint32_t token) {
  const Token& word = document.tokens[token];
  if (token + 1 >= document.tokens.size() || document.tokens[token + 1].norm != "to" || word.head == kNone) return kNone;
  if (word.deprel == Deprel::kCase) return word.head;
  for (uint32_t child : children_of(document, token)) {
    const Deprel deprel = document.tokens[child].deprel;
    if (child > token && (is_oblique(deprel) || is_nominal_modifier(deprel))) return child;
  }
  return kNone;
}

}  // namespace

TokenRange trim_content(const Document& document, TokenRange range) {
  while (range.size() > 0) {
    const Token& word = document.tokens[range.first];
    const bool that = word.lemma == "that" && word.deprel == Deprel::kMark;
    if (!that && !is_mark_to_drop(document, range.first) && word.deprel != Deprel::kCc) break;
    ++range.first;
  }
  while (range.size() > 0 && is_mark_to_drop(document, range.last - 1)) --range.last;
  return range;
}

void find_speech_acts(const Document& document, uint32_t sentence, std::vector<SpeechAct>& out) {
  CueReader reader(document, out);
  const Sentence& bounds = document.sentences[sentence];
  for (uint32_t token = bounds.first; token < bounds.last; ++token) {
    const Token& word = document.tokens[token];
    if (word.norm == "according") {
      const uint32_t source = according_source(document, token);
      if (source != kNone) reader.according_to(source);
    } else if (word.upos == Upos::kVerb) {
      const uint16_t frames = speech_verb(word.lemma);
      if (word.deprel == Deprel::kAdvcl && (frames & kSaysClause) != 0 && (frames & kSaysAside) == 0) {
        const uint32_t mark = child_with(document, token, Deprel::kMark);
        if (mark != kNone && document.tokens[mark].lemma == "as" && word.xpos != Xpos::kVBG && mark + 3 >= token &&
            child_with(document, token, Deprel::kCcomp) == kNone && child_with(document, token, Deprel::kObj) == kNone) {
          reader.as_said(token);
          continue;
        }
      }
      if (frames != 0 || is_speech_carrier(word.lemma)) reader.verb(token, frames);
    } else if (word.upos == Upos::kNoun) {
      const uint16_t frames = speech_noun(word.lemma);
      if (frames != 0) reader.noun(token, frames);
    }
  }
}

}  // namespace actant
