#include <algorithm>

#include "extract/relation/cue_reader.h"
#include "extract/relation/loose_quotation.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"

// Attributions in the widest sense whose source is not named, and the less usual forms of content: gerunds, charges,
// what a noun or an adjective is about.

namespace actant {

// `It is believed that P`, `X is said to P`, `we were told that P`: the source is not named.
void CueReader::impersonal(uint32_t cue, uint16_t frames) {
  negated_ = false;
  modality_ = Modality::kActual;
  if (!is_passive(document_, cue)) {
    elided(cue, frames);
    return;
  }
  if ((frames & kSaysClause) != 0 && clause_content(cue, kNone)) return;
  if (asked_if(cue, kNone)) return;
  passive_content(cue, frames, kNone);
}

// `Hope this helps`, `Note that P`: of clauses without a subject.
bool CueReader::elided(uint32_t cue, uint16_t frames) {
  const Token& word = at(cue);
  if ((frames & kSaysClause) == 0 || word.xpos == Xpos::kVBN) return false;
  for (const Deprel deprel : {Deprel::kNsubj, Deprel::kCsubj, Deprel::kExpl}) {
    if (child(cue, deprel) != kNone) return false;
  }
  return clause_content(cue, kNone) || question_word(cue, kNone);
}

// `is expected to P`, `is accused of doing P`, `is seen as P`.
bool CueReader::passive_content(uint32_t cue, uint16_t frames, uint32_t source) {
  if (at(cue).lemma == "suppose") return false;  // `is supposed to`: a duty
  const uint32_t subject = child(cue, Deprel::kNsubjPass);
  const uint32_t what = child(cue, Deprel::kXcomp);
  if (subject != kNone && what != kNone && what > cue && (frames & (kSaysClause | kSaysInfinitive | kSaysAs)) != 0) {
    const bool holds = mark(what) == "to" || (frames & kSaysAs) != 0;
    if (holds)
      return add(cue, source, {subtree(document_, subject).first, subtree(document_, what).last}, 0.4f,
                 "wide-impersonal");
  }
  if ((frames & kSaysGerund) != 0 && charge(cue, source)) return true;
  // `asked about N, X said`
  if (is_one_of(at(cue).lemma, {"ask", "question", "press", "quiz", "brief", "remind"})) {
    for (const uint32_t phrase : children_of(document_, cue)) {
      if (phrase < cue || !is_oblique(at(phrase).deprel)) continue;
      if (!is_one_of(preposition_of(document_, phrase), {"about", "on", "of"})) continue;
      return add(cue, source, subtree(document_, phrase), 0.3f, "wide-impersonal");
    }
  }
  if ((frames & kSaysAs) == 0) return false;
  for (const uint32_t phrase : children_of(document_, cue)) {
    const Deprel deprel = at(phrase).deprel;
    const bool as = (is_oblique(deprel) && preposition_of(document_, phrase) == "as") ||
                    (deprel == Deprel::kAdvcl && mark(phrase) == "as");
    if (phrase < cue || !as) continue;
    return add(cue, source, subtree(document_, phrase), 0.4f, "wide-impersonal");
  }
  return false;
}

// `was asked if P`, to the parser a condition.
bool CueReader::asked_if(uint32_t cue, uint32_t speaker) {
  if (!is_one_of(at(cue).lemma, {"ask", "wonder", "question", "inquire", "know", "doubt"})) return false;
  for (const uint32_t clause : children_of(document_, cue)) {
    if (clause < cue || at(clause).deprel != Deprel::kAdvcl || !is_one_of(mark(clause), {"if", "whether"})) continue;
    return add(cue, speaker, subtree(document_, clause), 0.4f, "wide-question");
  }
  return false;
}

// `is considering running again`, `favors cutting P`.
bool CueReader::held_gerund(uint32_t cue, uint32_t speaker) {
  if (speaker == kNone || is_passive(document_, cue)) return false;
  if ((speech_verb(at(cue).lemma) & kSaysAside) != 0) return false;                     // `began doing P`
  if (is_one_of(at(cue).lemma, {"see", "show", "feel", "hear", "find"})) return false;  // `has seen growing violence`
  for (const uint32_t clause : children_of(document_, cue)) {
    const Deprel deprel = at(clause).deprel;
    if (clause < cue || at(clause).xpos != Xpos::kVBG) continue;
    if (deprel != Deprel::kXcomp && deprel != Deprel::kCcomp) continue;
    return add(cue, speaker, subtree(document_, clause), 0.4f, "wide-gerund");
  }
  return false;
}

// `accused Y of corruption`, `blamed Y for the attack`.
bool CueReader::charge(uint32_t cue, uint32_t speaker) {
  const std::string_view lemma = at(cue).lemma;
  for (const uint32_t phrase : children_of(document_, cue)) {
    const Deprel deprel = at(phrase).deprel;
    if (phrase < cue || (!is_oblique(deprel) && deprel != Deprel::kAdvcl)) continue;
    std::string_view with = preposition_of(document_, phrase);
    if (with.empty()) with = mark(phrase);
    const bool fits =
        (with == "of" && is_one_of(lemma, {"accuse", "suspect"})) ||
        (is_one_of(with, {"for", "over"}) &&
         is_one_of(lemma, {"blame",   "criticize", "criticise", "praise", "thank",  "denounce", "condemn",
                           "rebuke",  "fault",     "chide",     "slam",   "blast",  "mock",     "ridicule",
                           "applaud", "commend",   "castigate", "berate", "attack", "assail",   "credit"})) ||
        (with == "against" && is_one_of(lemma, {"warn", "caution", "advise", "argue", "protest"}));
    if (!fits) continue;
    return add(cue, speaker, subtree(document_, phrase), 0.4f, "wide-charge");
  }
  return false;
}

// `concerned about N`, `critical of N`.
bool CueReader::felt_about(uint32_t adjective, uint32_t source) {
  if (at(adjective).lemma == "positive") return false;  // `tested positive for`
  for (const uint32_t phrase : children_of(document_, adjective)) {
    if (phrase < adjective || (!is_oblique(at(phrase).deprel) && !is_nominal_modifier(at(phrase).deprel))) continue;
    if (!is_one_of(preposition_of(document_, phrase), {"about", "of", "over", "with", "at", "to"})) continue;
    return add(adjective, source, subtree(document_, phrase), 0.4f, "wide-felt");
  }
  return false;
}

void CueReader::unknown(uint32_t cue) {
  if (is_one_of(at(cue).lemma, {"be",   "have",  "do",  "make",  "let",  "help", "watch", "ensure",  "get",  "cause",
                                "keep", "leave", "see", "start", "stop", "go",   "allow", "require", "come", "happen"}))
    return;
  const uint32_t source = find_subject(document_, cue);
  if (source == kNone || !can_speak(document_, source) || is_passive(document_, cue)) return;
  for (const uint32_t clause : children_of(document_, cue)) {
    if (clause < cue || at(clause).deprel != Deprel::kCcomp) continue;
    const uint32_t subject = child(clause, Deprel::kNsubj);
    if (subject == kNone && child(clause, Deprel::kNsubjPass) == kNone) continue;
    negated_ = false;
    modality_ = Modality::kActual;
    add(cue, source, subtree(document_, clause), 0.3f, at(cue).upos == Upos::kAdj ? "wide-adjective" : "wide-verb");
    return;
  }
}

}  // namespace actant
