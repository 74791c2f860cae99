#include <algorithm>

#include "extract/relation/cue_reader.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"

// What is said around its cue (`P, X said, Q`), and where the parser hung it elsewhere.

namespace actant {
namespace {

constexpr uint32_t kLongestAside = 12;  // tokens

bool is_sound_clause(const Token& word) {
  return word.upos == Upos::kVerb || word.upos == Upos::kAux || word.upos == Upos::kAdj || word.upos == Upos::kNoun ||
         word.upos == Upos::kPropn || word.upos == Upos::kPron || word.upos == Upos::kAdv || word.upos == Upos::kNum ||
         word.upos == Upos::kAdp;
}

}  // namespace

// `did not complain when P, an official said`: a clause that says who says all of it.
bool CueReader::is_aside(uint32_t clause) const {
  if (at(clause).deprel != Deprel::kParataxis || (speech_verb(at(clause).lemma) & kSaysQuote) == 0) return false;
  for (const Deprel complement : {Deprel::kObj, Deprel::kXcomp, Deprel::kCcomp}) {
    if (child(clause, complement) != kNone) return false;
  }
  const TokenRange own = subtree(document_, clause);
  return is_behind_comma(own) && own.size() <= kLongestAside;
}

// `P, X said.` at the end of a sentence: P is all that stands before, however the parser took it apart.
bool CueReader::said_last(uint32_t cue, uint32_t speaker) {
  constexpr uint32_t kLongestTail = 6;      // words behind the cue: `on Tuesday`, `in a statement`
  constexpr uint32_t kShortestContent = 4;  // tokens
  if (speaker == kNone || at(cue).deprel == Deprel::kConj || mark(cue) == "as") return false;
  const Sentence& sentence = document_.sentences[sentence_of(document_, cue)];
  if (sentence.last - cue > kLongestTail + 2) return false;
  const TokenRange own = subtree(document_, speaker);
  uint32_t first = std::min(cue, own.first);
  if (own.first < cue && own.last < cue) return false;
  for (uint32_t t = std::max(cue + 1, own.contains(cue + 1) ? own.last : 0); t < sentence.last; ++t) {
    if (at(t).upos == Upos::kVerb || at(t).upos == Upos::kAux || is_double_quote(at(t).form)) return false;
  }
  if (first < sentence.first + kShortestContent || at(first - 1).form != ",") return false;
  // `when asked, X said`: nothing but circumstances before.
  bool clause = at(cue).head != kNone && at(cue).head < first;
  for (const uint32_t below : children_of(document_, cue)) {
    const Deprel deprel = at(below).deprel;
    clause =
        clause || (below < first && below != speaker && deprel != Deprel::kAdvcl && deprel != Deprel::kAdvmod &&
                   deprel != Deprel::kPunct && deprel != Deprel::kCc && deprel != Deprel::kMark && !is_oblique(deprel));
  }
  if (!clause) return false;
  const TokenRange content{sentence.first, first - 1};
  for (uint32_t t = content.first; t < content.last; ++t) {
    if (is_double_quote(at(t).form)) return false;  // the marks say what is quoted
  }
  return add(cue, speaker, content, 0.85f, "said-last");
}

// Whether the finite verb or auxiliary belongs to a relative clause.
bool CueReader::is_relative_verb(uint32_t verb) const {
  uint32_t clause = verb;
  const bool helps =
      at(verb).deprel == Deprel::kAux || at(verb).deprel == Deprel::kAuxPass || at(verb).deprel == Deprel::kCop;
  if (helps && at(verb).head != kNone) clause = at(verb).head;
  for (const uint32_t below : children_of(document_, clause)) {
    const Xpos tag = at(below).xpos;
    if (below < verb && (tag == Xpos::kWDT || tag == Xpos::kWP)) return true;
  }
  return false;
}

// `X said Y did Z` where the parser hung the clause elsewhere: behind the verb stands a noun phrase, and a finite verb
// of its own before the sentence ends.
bool CueReader::rest_of_sentence(uint32_t cue, uint16_t frames, uint32_t speaker) {
  const Token& word = at(cue);
  if ((frames & kSaysClause) == 0 || speaker > cue || broad_) return false;
  // Verbs that take a noun only seldom.
  if (!is_one_of(word.lemma,
                 {"say", "report", "announce", "rule", "insist", "argue", "confirm", "acknowledge", "admit", "add"}))
    return false;
  const bool finite = word.xpos == Xpos::kVBD || word.xpos == Xpos::kVBZ || word.xpos == Xpos::kVBP ||
                      child(cue, Deprel::kAux) != kNone || (word.xpos == Xpos::kVBG && mark(cue) == "as");
  if (!finite || is_passive(document_, cue)) return false;
  const uint32_t end = document_.sentences[sentence_of(document_, cue)].last;
  uint32_t first = cue + 1;
  while (first < end && (is_day(at(first).norm) || at(first).norm == "yesterday")) ++first;
  if (first < end && at(first).norm == "that" && at(first).upos == Upos::kSconj) ++first;
  if (first + 2 >= end) return false;
  const Upos starts = at(first).upos;
  const bool wh = at(first).xpos == Xpos::kWP || at(first).xpos == Xpos::kWDT || at(first).xpos == Xpos::kWRB;
  if (wh || (starts != Upos::kDet && starts != Upos::kPron && starts != Upos::kPropn && starts != Upos::kNoun &&
             starts != Upos::kNum && starts != Upos::kAdj)) {
    return false;
  }
  for (uint32_t t = first + 1; t < end && !is_double_quote(at(t).form); ++t) {
    const Xpos tag = at(t).xpos;
    if (at(t).upos != Upos::kVerb && at(t).upos != Upos::kAux) continue;
    if (tag != Xpos::kVBD && tag != Xpos::kVBZ && tag != Xpos::kVBP && tag != Xpos::kMD) continue;
    if (is_relative_verb(t)) continue;
    // Another verb of the same subject: `denied the charges and said P`.
    if (is_one_of(at(t - 1).norm, {"and", "but", "or", ","})) return false;
    TokenRange content{first, end};
    for (const uint32_t next : children_of(document_, cue)) {
      const bool says = next > t && at(next).deprel == Deprel::kConj && speech_verb(at(next).lemma) != 0;
      if (says) content.last = std::min(content.last, subtree(document_, next).first);
    }
    return content.size() > 2 && add(cue, speaker, content, 0.7f, "said-rest");
  }
  return verbless_rest(cue, speaker, {first, end});
}

// `say initial findings point to error`, with the verb taken for a noun: nothing else is said in so many words.
bool CueReader::verbless_rest(uint32_t cue, uint32_t speaker, TokenRange rest) {
  constexpr uint32_t kShortest = 5;  // tokens
  if (at(cue).lemma != "say" || rest.size() <= kShortest) return false;
  if (is_one_of(at(rest.first).norm,
                {"no", "yes", "it", "that", "this", "little", "nothing", "something", "anything", "more", "much", "his",
                 "her", "their", "all", "few", "goodbye", "farewell", "thanks"})) {
    return false;
  }
  for (uint32_t t = rest.first; t < rest.last; ++t) {
    if (is_double_quote(at(t).form) || at(t).form == ":") return false;
  }
  return add(cue, speaker, rest, 0.6f, "said-rest");
}

// `P, X said`: the cue hangs on what is said.
bool CueReader::above(uint32_t cue, uint32_t speaker) {
  const Token& word = at(cue);
  if (word.deprel != Deprel::kParataxis && word.deprel != Deprel::kDiscourse) return false;
  if (word.head == kNone || !is_sound_clause(at(word.head))) return false;
  const TokenRange own = subtree(document_, cue);
  const uint16_t frames = speech_verb(word.lemma);
  if (!broad_ && ((frames & kSaysQuote) == 0 || (frames & (kSaysNot | kSaysAside)) != 0 || own.size() > kLongestAside))
    return false;
  // `X is here (I heard of it)`, `you know`, `I mean`: clauses of their own, or none.
  if (broad_) {
    const std::string_view source = speaker == kNone ? std::string_view() : at(speaker).norm;
    if (own.size() > kLongestAside || word.lemma == "mean" || (word.lemma == "know" && source == "you")) return false;
    for (const Deprel complement : {Deprel::kObj, Deprel::kXcomp, Deprel::kCcomp}) {
      if (child(cue, complement) != kNone && (frames & kSaysQuote) == 0) return false;
    }
    if (is_negated(document_, cue) && !is_one_of(word.lemma, {"think", "believe", "say"})) return false;
  }
  if (own.contains(word.head)) return false;
  const uint32_t top = word.head;
  TokenRange range = subtree(document_, top, cue);
  // Said first or last, the cue limits the content; in the middle it is covered.
  if (own.first <= range.first) range.first = std::max(range.first, own.last);
  if (own.last >= range.last) range.last = std::min(range.last, own.first);
  if (range.first >= range.last) return false;
  return add(cue, speaker, range, 0.7f, "said-around");
}

// `because, he says, P`: set off by commas, wherever the parser hung it.
bool CueReader::parenthesis(uint32_t cue, uint16_t frames, uint32_t speaker) {
  constexpr uint32_t kLongest = 6;  // tokens
  if ((frames & (kSaysClause | kSaysQuote)) == 0 || at(cue).head == kNone || speaker == kNone) return false;
  if (is_one_of(at(cue).lemma, {"mean", "know", "see"})) return false;  // fillers
  const TokenRange own = subtree(document_, cue);
  if (own.size() > kLongest || own.first == 0 || own.last + 1 >= document_.tokens.size()) return false;
  const bool before = at(own.first).form == "," || at(own.first - 1).form == ",";
  const bool behind = at(own.last).form == "," || at(own.last - 1).form == ",";
  if (!before || !behind || own.contains(at(cue).head) || !own.contains(speaker)) return false;
  for (const Deprel complement : {Deprel::kObj, Deprel::kXcomp, Deprel::kCcomp, Deprel::kMark}) {
    if (child(cue, complement) != kNone) return false;
  }
  return add(cue, speaker, subtree(document_, at(cue).head, cue), 0.5f, "said-around");
}

}  // namespace actant
