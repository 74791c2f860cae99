#include <algorithm>

#include "extract/relation/cue_reader.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"

// What a speech verb says: the clauses that CueReader reads as its content.

namespace actant {
// Whether a comma stands at the front of the range or right before it.
bool CueReader::is_behind_comma(TokenRange range) const {
  return at(range.first).form == "," || (range.first > 0 && at(range.first - 1).form == ",");
}

// What `clause` is to the cue: worth 3 as a quotation before it, 2 behind it, 1 before it (`P, X said`), 0 no content.
// A question or hypothesis (`asked whether`), an afterthought (`said P, adding Q`) or a stray phrase is none.
int CueReader::rank_clause(uint32_t cue, uint32_t clause) const {
  const Token& word = at(clause);
  if (word.deprel != Deprel::kCcomp && word.deprel != Deprel::kParataxis) return 0;
  if (!broad_ && is_one_of(mark(clause), {"whether", "if", "for"})) return 0;
  const bool predicates = word.upos == Upos::kVerb || word.upos == Upos::kAux || child(clause, Deprel::kCop) != kNone ||
                          child(clause, Deprel::kNsubj) != kNone || child(clause, Deprel::kNsubjPass) != kNone ||
                          child(clause, Deprel::kCsubj) != kNone;
  // `X said, adding Q`, `"P," X said, smiling`
  const bool afterthought =
      word.xpos == Xpos::kVBG && child(clause, Deprel::kNsubj) == kNone && child(clause, Deprel::kAux) == kNone &&
      (speech_verb(word.lemma) != 0 || (clause > cue && is_behind_comma(subtree(document_, clause))));
  if (afterthought) return 0;
  const uint32_t that = child(clause, Deprel::kMark);
  // `said P, adding that Q`: Q is the other verb's.
  if (that != kNone && that > cue + 1 && at(that).norm == "that" && at(that - 1).upos == Upos::kVerb) return 0;
  // `is in stable condition` has a preposition and is a clause all the same.
  if (child(clause, Deprel::kCase) != kNone && child(clause, Deprel::kCop) == kNone) return 0;
  if (clause < cue && word.deprel == Deprel::kCcomp) {  // a quotation before its verb is sure to be the content
    const uint32_t first = subtree(document_, clause).first;
    if (is_double_quote(at(first).form) || (first > 0 && is_double_quote(at(first - 1).form))) return 3;
  }
  // `X said Y agreed: "P"`: what follows is said by who says it all.
  const bool reported = at(cue).deprel == Deprel::kCcomp && at(cue).head != kNone && at(cue).head < cue &&
                        (speech_verb(at(at(cue).head).lemma) & kSaysQuote) != 0;
  if (clause > cue && word.deprel == Deprel::kParataxis && reported) return 0;
  if (broad_ && clause > cue && is_aside(clause)) return 0;
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
    content = begin_behind_addressee(cue, content);
    content = begin_behind_occasion(cue, content);
    content = begin_at_subject(cue, speaker, content);
    content = begin_at_condition(cue, content);
    content = extend_right(cue, content);
    content = end_before_aside(cue, content);
  }
  return add(cue, speaker, content, finite ? 0.85f : 0.65f, "said-clause");
}

// `told dignitaries at the lunch that he was praying`: to the parser a relative clause of the lunch, but it has a
// subject, and whom one tells stands before.
bool CueReader::tells_behind(uint32_t cue, uint32_t that) const {
  if (!is_one_of(at(cue).lemma, {"tell", "assure", "inform", "notify", "remind"}) || at(that).xpos != Xpos::kWDT)
    return false;
  const uint32_t clause = at(that).head;
  if (at(clause).deprel != Deprel::kAclRelcl || at(clause).head == kNone || at(clause).head <= cue) return false;
  const Deprel deprel = at(at(clause).head).deprel;
  return child(clause, Deprel::kNsubj) != kNone && child(clause, Deprel::kNsubj) != that && is_oblique(deprel);
}

// `told supporters in the city that P`, where the parser hung P on one of the words between: `that` with no other verb
// before it.
bool CueReader::best_that_clause(uint32_t cue, uint32_t speaker) {
  if ((speech_verb(at(cue).lemma) & kSaysClause) == 0) return false;
  const uint32_t end = document_.sentences[sentence_of(document_, cue)].last;
  for (uint32_t t = cue + 1; t < end && t < cue + 20; ++t) {
    const Token& word = at(t);
    if (word.upos == Upos::kVerb || word.upos == Upos::kAux) return false;
    if (word.norm != "that" || word.head == kNone || word.head < t) continue;
    if (word.deprel != Deprel::kMark && !tells_behind(cue, t)) continue;
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

// `told BBC News every claim would be assessed`: without `that`, the parser may take the addressee for a subject of the
// clause, beside the one that it has.
TokenRange CueReader::begin_behind_addressee(uint32_t cue, TokenRange content) const {
  if (content.first != cue + 1 ||
      !is_one_of(at(cue).lemma, {"tell", "assure", "inform", "notify", "remind", "warn", "promise"}))
    return content;
  uint32_t first = kNone;
  for (uint32_t t = content.first; t < content.last; ++t) {
    if (!is_subject(at(t).deprel)) continue;
    if (first == kNone) {
      first = t;
    } else if (at(t).head == at(first).head) {
      const TokenRange addressee = subtree(document_, first);
      if (addressee.first == content.first && addressee.last < content.last) content.first = addressee.last;
      break;
    }
  }
  return content;
}

// `said in an interview P`, `said Tuesday P`: where and when it was said, though the parser may hang it on P.
TokenRange CueReader::begin_behind_occasion(uint32_t cue, TokenRange content) const {
  if (content.first != cue + 1) return content;
  for (uint32_t t = content.first; t < content.last; ++t) {
    const Token& word = at(t);
    if (word.upos == Upos::kVerb || word.upos == Upos::kAux || word.upos == Upos::kPunct) break;
    if (!is_oblique(word.deprel)) continue;
    const TokenRange range = subtree(document_, t);
    const bool first = range.first == content.first && range.last < content.last;
    if (!first || at(range.first).upos != Upos::kAdp) break;
    if (is_one_of(word.lemma, {"statement", "interview", "address", "speech", "report", "letter", "conference",
                               "briefing", "broadcast", "message", "release", "email", "tweet", "post", "testimony",
                               "telephone", "television"})) {
      content.first = range.last;
    }
    break;
  }
  if (content.first + 2 < content.last && is_day(at(content.first).norm) &&
      is_one_of(at(content.first + 1).norm, {"the", "a", "an", "he", "she", "it", "they", "that"})) {
    ++content.first;
  }
  return content;
}

// `says if there is no partner, Israel will withdraw`: the condition belongs to what is said.
TokenRange CueReader::begin_at_condition(uint32_t cue, TokenRange content) const {
  for (const uint32_t condition : children_of(document_, cue)) {
    const Deprel deprel = at(condition).deprel;
    if (condition < cue || condition >= content.first || (deprel != Deprel::kCcomp && deprel != Deprel::kAdvcl))
      continue;
    if (!is_one_of(mark(condition), {"if", "unless", "once", "although", "while", "because", "until"})) continue;
    const TokenRange range = subtree(document_, condition);
    if (range.first <= cue || range.first > cue + 2 || range.last > content.first || range.last + 2 < content.first)
      continue;
    content.first = range.first;
    break;
  }
  return content;
}

// `said the men, thought to be rebels, were planning P`: where the parser took the subject for a part of the cue.
TokenRange CueReader::begin_at_subject(uint32_t cue, uint32_t speaker, TokenRange content) const {
  if (is_one_of(at(cue).lemma, {"tell", "assure", "inform", "notify", "remind", "warn", "promise", "ask", "advise"}))
    return content;
  for (uint32_t t = content.first; t < content.last; ++t) {
    if (is_subject(at(t).deprel) || at(t).upos == Upos::kPron) return content;
    if (at(t).upos == Upos::kVerb || at(t).upos == Upos::kAux) break;
  }
  for (const uint32_t below : children_of(document_, cue)) {
    const Deprel deprel = at(below).deprel;
    // `says expanding settlements will bring conflict`
    const bool gerund = at(below).xpos == Xpos::kVBG && (deprel == Deprel::kXcomp || deprel == Deprel::kCcomp);
    if (below < cue || below == speaker || (!is_subject(deprel) && deprel != Deprel::kObj && !gerund)) continue;
    const TokenRange range = subtree(document_, below);
    if (range.first <= cue || range.last > content.first || range.last + 1 < content.first) continue;
    content.first = range.first;
    break;
  }
  return content;
}

// `said P, although he tweeted Q`: what the speaker says by another verb, set against the content, is no part of it.
TokenRange CueReader::end_before_aside(uint32_t cue, TokenRange content) const {
  for (uint32_t t = content.first + 1; t < content.last; ++t) {
    const Token& word = at(t);
    if (word.deprel != Deprel::kMark || word.head == kNone || word.head <= t || word.head >= content.last) continue;
    if (!is_one_of(word.norm, {"although", "though", "while", "whereas"}) || at(t - 1).form != ",") continue;
    const Token& other = at(word.head);
    const uint32_t subject = child(word.head, Deprel::kNsubj);
    const bool says = other.upos == Upos::kVerb && (speech_verb(other.lemma) & (kSaysClause | kSaysQuote)) != 0;
    if (!says || subject == kNone || at(subject).upos != Upos::kPron || other.deprel != Deprel::kAdvcl) continue;
    if (child(word.head, Deprel::kCcomp) == kNone || other.head == cue) continue;
    content.last = t - 1;
    break;
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
    const bool comma = is_behind_comma(range);
    // A bare infinitive cannot be joined to a finite verb: it goes on the list that the content ended with.
    if (word.deprel == Deprel::kConj && word.xpos == Xpos::kVB && at(cue).xpos != Xpos::kVB &&
        range.first <= content.last + 1 && child(next, Deprel::kNsubj) == kNone && child(next, Deprel::kAux) == kNone) {
      content.last = std::max(content.last, range.last);
      continue;
    }
    if (clauses_only && is_oblique(word.deprel)) break;
    // `denied any rift, after an official said P`: when it was said.
    if (comma && word.deprel == Deprel::kAdvcl && is_one_of(mark(next), {"after", "before", "when", "while", "as"}))
      break;
    if (!fits || (comma && word.xpos == Xpos::kVBG) || range.first > content.last + 1 || range.first < content.last)
      break;
    content.last = std::max(content.last, range.last);
  }
  return content;
}

}  // namespace actant
