#include <algorithm>

#include "extract/relation/cue_reader.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"

// What a speech verb says: the readings of its complements by CueReader.

namespace actant {
namespace {

bool is_sound_clause(const Token& word) {
  return word.upos == Upos::kVerb || word.upos == Upos::kAux || word.upos == Upos::kAdj || word.upos == Upos::kNoun ||
         word.upos == Upos::kPropn || word.upos == Upos::kPron || word.upos == Upos::kAdv || word.upos == Upos::kNum ||
         word.upos == Upos::kAdp;
}

}  // namespace

// What `clause` is to the cue: worth 3 as a quotation before it, 2 behind it, 1 before it (`P, X said`), 0 no content.
// A question or hypothesis (`asked whether`), an afterthought (`said P, adding Q`) or a stray phrase is none.
int CueReader::rank_clause(uint32_t cue, uint32_t clause) const {
  const Token& word = at(clause);
  if (word.deprel != Deprel::kCcomp && word.deprel != Deprel::kParataxis) return 0;
  if (!broad_ && is_one_of(mark(clause), {"whether", "if", "for"})) return 0;
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
  const bool participle = (word.xpos == Xpos::kVBN || word.xpos == Xpos::kVBG) &&
                          child(clause, Deprel::kNsubj) == kNone && child(clause, Deprel::kNsubjPass) == kNone &&
                          child(clause, Deprel::kAux) == kNone;
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
    if (best == 2 && that != kNone && at(that).norm == "that" && that < clause)
      range.first = std::max(range.first, that + 1);
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

// `told supporters in the city that P`, where the parser hung P on one of the words between: `that` with no other verb
// before it.
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

// Phrases that hang on the cue behind its content belong to it as a rule (`reiterated its stance in supporting Y`);
// conjuncts, and participles behind a comma, do not.
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
    if (word.deprel == Deprel::kConj && word.xpos == Xpos::kVB && at(cue).xpos != Xpos::kVB &&
        range.first <= content.last + 1 && child(next, Deprel::kNsubj) == kNone && child(next, Deprel::kAux) == kNone) {
      content.last = std::max(content.last, range.last);
      continue;
    }
    if (clauses_only && is_oblique(word.deprel)) break;
    if (!fits || (comma && word.xpos == Xpos::kVBG) || range.first > content.last + 1 || range.first < content.last)
      break;
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
  if (is_one_of(at(object).lemma, {"condemnation", "criticism", "praise", "gratitude", "thanks", "solidarity",
                                   "sympathy", "condolence", "rejection", "congratulation", "responsibility"})) {
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
    return add(cue, speaker, extend_right(cue, noun_content(phrase), true), with == "for" ? 0.65f : 0.45f,
               "said-preposition");
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
    const bool fits = deprel == Deprel::kXcomp ||
                      ((is_oblique(deprel) || deprel == Deprel::kAdvcl) && preposition_of(document_, what) == "as") ||
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

}  // namespace actant
