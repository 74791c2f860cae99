#include <algorithm>

#include "extract/relation/cue_reader.h"
#include "extract/relation/loose_quotation.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"

// Nouns that name what is said, thought or wanted: `X's claim that P`, `a call by X for N`, `X's plan is to P`.

namespace actant {

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
  if (word.deprel == Deprel::kObj && word.head != kNone && is_speech_carrier(at(word.head).lemma) &&
      (!broad_ || std::ranges::any_of(out_, [&](const SpeechAct& act) { return act.cue == word.head; })))
    return;  // see verb()
  // `said in a statement that P`
  const bool inside = is_oblique(word.deprel) && word.head != kNone && speech_verb(at(word.head).lemma) != 0;
  if (broad_ && inside && preposition_of(document_, cue) == "in") return;
  uint32_t speaker = owner(cue);
  // `allegations of fraud`
  if (broad_ && speaker != kNone && preposition_of(document_, speaker) == "of" && !can_speak(document_, speaker) &&
      at(speaker).xpos != Xpos::kNNS)
    speaker = kNone;
  if (broad_ && held_to_be(cue, speaker)) return;
  const uint32_t holder = speaker != kNone || !broad_ ? speaker : holder_of(cue);
  if (holder != kNone && speaker == kNone && is_lent(cue)) speaker = holder;
  if (speaker == kNone && !broad_) return;
  negated_ = (frames & kSaysNot) != 0;
  modality_ = Modality::kActual;
  for (uint32_t below : children_of(document_, cue)) {
    if (below < cue || below == speaker) continue;
    const Token& clause = at(below);
    if (clause.deprel == Deprel::kAcl || clause.deprel == Deprel::kCcomp) {
      const std::string_view with = mark(below);
      // What a noun without an owner is to bring about is nobody's word: `plans to build`.
      const bool to = with == "to" && (frames & kSaysInfinitive) != 0;
      if (with == "that" || (holder != kNone && to)) {
        add(cue, to ? holder : speaker, subtree(document_, below), 0.65f, "claim-that");
        return;
      }
    }
    if (broad_ && held_by_noun(cue, below, speaker)) return;
    if ((frames & kSaysFor) != 0 && is_nominal_modifier(clause.deprel) && preposition_of(document_, below) == "for") {
      add(cue, speaker, noun_content(below), 0.6f, "call-for");
      return;
    }
  }
  if (broad_ && speaker == kNone) unowned_noun(cue);
}

// Who has the plan or makes the promise: the subject of the verb whose object or oblique phrase the noun is; kNone.
uint32_t CueReader::holder_of(uint32_t noun) const {
  const Token& word = at(noun);
  if (word.head == kNone || word.head > noun || at(word.head).upos != Upos::kVerb) return kNone;
  if (word.deprel != Deprel::kObj && !is_oblique(word.deprel)) return kNone;
  return is_passive(document_, word.head) ? kNone : find_subject(document_, word.head);
}

// `has no doubt that P`, `raised questions about N`: the verb lends its subject to the noun.
bool CueReader::is_lent(uint32_t noun) const {
  const Token& word = at(noun);
  if (word.deprel != Deprel::kObj || word.head == kNone) return false;
  return is_one_of(at(word.head).lemma, {"have", "raise", "share", "show", "harbor", "harbour", "feel", "hold", "take",
                                         "echo", "express", "voice", "bear", "keep", "sense", "get", "make", "offer"});
}

// `X's plan is to P`, `the fear of X is that P`.
bool CueReader::held_to_be(uint32_t noun, uint32_t owner) {
  const Token& word = at(noun);
  if (owner == kNone || !is_subject(word.deprel) || word.head == kNone || word.head < noun) return false;
  const uint32_t clause = word.head;
  uint32_t first = kNone;
  for (const uint32_t below : children_of(document_, clause)) {
    if (below > noun && at(below).deprel == Deprel::kCop) first = below + 1;
  }
  if (first == kNone) {  // `is` as the head of the clause
    const uint32_t what =
        child(clause, Deprel::kCcomp) != kNone ? child(clause, Deprel::kCcomp) : child(clause, Deprel::kXcomp);
    if (at(clause).lemma != "be" || what == kNone || what < clause) return false;
    return add(noun, owner, subtree(document_, what), 0.4f, "wide-held");
  }
  const uint32_t begins = first < document_.tokens.size() ? first : clause;
  if (at(clause).upos != Upos::kVerb && at(begins).norm != "that" && at(begins).norm != "to") return false;
  TokenRange content = subtree(document_, clause);
  content.first = begins;
  return content.first < content.last && add(noun, owner, content, 0.4f, "wide-held");
}

// `X's support for N`, `his criticism of N`: what the noun names with its owner before it.
bool CueReader::held_by_noun(uint32_t noun, uint32_t below, uint32_t speaker) {
  if (speaker == kNone || speaker > noun || below == speaker || !is_nominal_modifier(at(below).deprel)) return false;
  const std::string_view with = preposition_of(document_, below);
  const bool trusts = with == "in" && is_one_of(at(noun).lemma, {"belief", "faith", "trust", "confidence", "interest"});
  if (!trusts && !is_one_of(with, {"of", "on", "about", "for", "over", "against", "to", "with", "at", "toward"}))
    return false;
  if (is_target(noun, below)) return false;
  return add(noun, speaker, noun_content(below), 0.4f, "wide-noun");
}

bool CueReader::opinion(uint32_t noun) {
  if (!is_one_of(at(noun).lemma,
                 {"view", "opinion", "word", "mind", "eye", "judgment", "judgement", "estimation", "assessment"}))
    return false;
  if (preposition_of(document_, noun) != "in") return false;
  const uint32_t source = owner(noun);
  const TokenRange range = source == kNone ? TokenRange{} : clause_around(noun);
  if (range.size() == 0) return false;
  negated_ = false;
  modality_ = Modality::kActual;
  return add(noun, source, range, 0.5f, "wide-opinion");
}

// `concerns about N`, `allegations of N`, `fears of N`, of nobody that is named.
bool CueReader::unowned_noun(uint32_t noun) {
  if (!is_one_of(at(noun).lemma,
                 {"accusation", "allegation", "anger",       "anxiety",   "charge",  "claim",    "complaint",
                  "concern",    "criticism",  "doubt",       "fear",      "outrage", "question", "rumor",
                  "rumour",     "skepticism", "speculation", "suspicion", "worry",   "praise",   "condemnation"}))
    return false;
  for (const uint32_t below : children_of(document_, noun)) {
    if (below < noun || !is_nominal_modifier(at(below).deprel)) continue;
    const std::string_view with = preposition_of(document_, below);
    const bool judges = with == "for" && is_one_of(at(noun).lemma, {"criticism", "praise", "condemnation"});
    if (!judges && !is_one_of(with, {"of", "about", "over", "against"})) continue;
    return add(noun, kNone, noun_content(below), 0.3f, "wide-unowned");
  }
  return false;
}

}  // namespace actant
