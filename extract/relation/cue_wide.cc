#include <algorithm>

#include "extract/relation/cue_reader.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"

// What is said, thought or wanted in the widest sense where no clause of its own says it: a noun phrase, a question
// word, an exclamation, what is spoken of. Only CueReader's `broad` asks for it.

namespace actant {
namespace {

bool is_question_word(const Token& word) {
  return word.xpos == Xpos::kWP || word.xpos == Xpos::kWDT || word.xpos == Xpos::kWRB;
}

// Verbs whose prepositional object says what is held, and the preposition.
bool holds_with(std::string_view lemma, std::string_view preposition) {
  if (is_one_of(lemma, {"agree", "disagree", "concur", "sympathize", "sympathise"}))
    return is_one_of(preposition, {"with", "on", "about"});
  if (is_one_of(lemma, {"plan", "insist", "count", "comment", "elaborate", "report", "decide", "focus"}))
    return preposition == "on" || preposition == "for";
  if (is_one_of(lemma, {"ask", "hope", "wish", "call", "push", "long", "plead", "pray", "campaign"}))
    return preposition == "for";
  if (is_one_of(lemma, {"believe"})) return preposition == "in";
  if (is_one_of(lemma, {"object", "refer", "point", "agree", "respond", "admit", "confess", "testify", "allude"}))
    return preposition == "to";
  if (is_one_of(lemma, {"accuse", "approve", "disapprove", "suspect", "convict", "warn", "assure", "boast", "speak",
                        "dream", "conceive"}))
    return is_one_of(preposition, {"of", "about"});
  if (is_one_of(lemma, {"warn", "argue", "vote", "caution", "protest", "advise"})) return preposition == "against";
  return preposition == "about" && (speech_verb(lemma) != 0 || attitude_verb(lemma) != 0);
}

bool takes_stance(std::string_view lemma) {
  return is_one_of(lemma,
                   {"accuse",    "admire",    "applaud", "back",     "blame",  "blast",   "challenge", "condemn",
                    "criticise", "criticize", "defend",  "denounce", "detest", "dislike", "distrust",  "embrace",
                    "endorse",   "favor",     "favour",  "fear",     "hate",   "like",    "love",      "mistrust",
                    "mock",      "oppose",    "praise",  "question", "reject", "resent",  "respect",   "ridicule",
                    "slam",      "support",   "thank",   "trust",    "welcome"});
}

}  // namespace

// Whether the noun is somebody or a place to whom the cue takes a stance, which is no content that one holds: `backed
// X`, but not `mentioned X`.
bool CueReader::is_target(uint32_t cue, uint32_t noun) const {
  if (at(cue).upos == Upos::kVerb && !takes_stance(at(cue).lemma)) return false;
  const Token& word = at(noun);
  if (word.upos == Upos::kPropn) return true;
  if (word.upos == Upos::kPron)
    return !is_question_word(word) && !is_one_of(word.norm, {"it", "that", "this", "these", "those", "everything",
                                                             "something", "anything", "nothing", "so", "all"});
  const uint32_t mention = find_mention_by_head(document_, noun);
  if (mention == kNone) return false;
  const EntityType type = document_.mentions[mention].type;
  return type == EntityType::kPerson || type == EntityType::kGroup || type == EntityType::kOrganization ||
         type == EntityType::kPlace;
}

// `wondered what it means`, `know what they are doing`: to the parser a pronoun with a relative clause.
bool CueReader::question_word(uint32_t cue, uint32_t speaker) {
  for (const uint32_t below : children_of(document_, cue)) {
    const Deprel deprel = at(below).deprel;
    if (below < cue || !is_question_word(at(below)) || deprel == Deprel::kAdvmod) continue;
    if (deprel != Deprel::kObj && deprel != Deprel::kCcomp && !is_oblique(deprel) && deprel != Deprel::kXcomp) continue;
    return add(cue, speaker, subtree(document_, below), 0.5f, "wide-question");
  }
  return false;
}

// `"No!" she wails`, `said yes`.
bool CueReader::exclamation(uint32_t cue, uint32_t speaker) {
  for (const uint32_t below : children_of(document_, cue)) {
    const Token& word = at(below);
    if (word.deprel != Deprel::kDiscourse && word.deprel != Deprel::kCcomp && word.deprel != Deprel::kParataxis &&
        word.deprel != Deprel::kObj && word.deprel != Deprel::kVocative && word.deprel != Deprel::kDep)
      continue;
    TokenRange range = subtree(document_, below);
    if (range.contains(cue) || range.contains(speaker)) continue;
    const bool quoted =
        is_double_quote(at(range.first).form) || (range.first > 0 && is_double_quote(at(range.first - 1).form));
    const bool answers =
        below > cue && is_one_of(word.norm, {"yes", "no", "so", "okay", "yeah", "sorry", "goodbye", "thanks"});
    if (quoted || answers) return add(cue, speaker, range, 0.5f, "wide-exclamation");
  }
  return false;
}

// `a plan announced by X`, `the deal that X rejected`: what the participle or the relative clause hangs on.
bool CueReader::modified_noun(uint32_t cue, uint32_t speaker) {
  const Token& word = at(cue);
  if (word.head == kNone || word.head > cue) return false;
  const bool participle = word.deprel == Deprel::kAcl && word.xpos == Xpos::kVBN;
  const bool relative = word.deprel == Deprel::kAclRelcl;
  if (!participle && !relative) return false;
  if (speaker == kNone || speaker == word.head || child(cue, Deprel::kCcomp) != kNone) return false;
  if (relative) {
    const uint32_t object = child(cue, Deprel::kObj);
    if (object != kNone && object > cue) return false;
    for (const uint32_t below : children_of(document_, cue)) {
      const Deprel deprel = at(below).deprel;
      if (below > cue && (deprel == Deprel::kXcomp || is_oblique(deprel))) return false;
    }
  }
  if (is_target(cue, word.head)) return false;
  TokenRange range = subtree(document_, word.head, cue);
  const uint32_t with = child(word.head, Deprel::kCase);
  if (with != kNone && with < word.head) range.first = std::max(range.first, with + 1);
  range.last = std::min(range.last, subtree(document_, cue).first);
  return range.first < range.last && add(cue, speaker, range, 0.5f, "wide-modified");
}

// `The plan was announced by X`.
bool CueReader::passive_subject(uint32_t cue, uint32_t speaker) {
  if (speaker == kNone || !is_passive(document_, cue)) return false;
  const uint32_t subject = child(cue, Deprel::kNsubjPass);
  if (subject == kNone || is_question_word(at(subject)) || is_target(cue, subject)) return false;
  const TokenRange range = subtree(document_, subject);
  return !range.contains(cue) && add(cue, speaker, range, 0.5f, "wide-passive");
}

// `want him gone`, `expects it to end`, `supports the plan`, `agrees with that`.
bool CueReader::held_phrase(uint32_t cue, uint16_t frames, uint32_t speaker) {
  const std::string_view lemma = at(cue).lemma;
  if (speaker == kNone || is_passive(document_, cue)) return false;
  const uint32_t object = child(cue, Deprel::kObj);
  if (object != kNone && object > cue && (frames & kSaysNoun) != 0) {
    TokenRange range = noun_content(object);
    const uint32_t rest = child(cue, Deprel::kXcomp);
    if (is_target(cue, object) && (rest == kNone || rest < object)) return false;
    if (rest != kNone && rest > object) range.last = std::max(range.last, subtree(document_, rest).last);
    return add(cue, speaker, range, 0.4f, "wide-object");
  }
  for (const uint32_t phrase : children_of(document_, cue)) {
    if (phrase < cue) continue;
    const Deprel deprel = at(phrase).deprel;
    std::string_view with = is_oblique(deprel) ? preposition_of(document_, phrase) : std::string_view();
    if (with.empty() && deprel == Deprel::kAdvcl) with = mark(phrase);
    if (with.empty() || !holds_with(lemma, with) || is_target(cue, phrase)) continue;
    return add(cue, speaker, subtree(document_, phrase), 0.4f, "wide-phrase");
  }
  return false;
}

// Who lets himself know, is helped to see: the object of the verb above where that makes him do it, and who asks in a
// question of his own (`Who knows P?`).
uint32_t CueReader::wide_source(uint32_t cue) const {
  const Token& word = at(cue);
  const uint32_t own = child(cue, Deprel::kNsubj);
  if (own != kNone && is_question_word(at(own)) && word.deprel != Deprel::kAclRelcl) {
    const uint32_t found = find_subject(document_, cue);
    return found != kNone ? found : own;
  }
  if ((word.deprel == Deprel::kXcomp || word.deprel == Deprel::kCcomp || word.deprel == Deprel::kAdvcl) &&
      own == kNone && word.head != kNone && word.head < cue && word.xpos == Xpos::kVB &&
      !is_passive(document_, word.head)) {
    uint32_t object = child(word.head, Deprel::kObj);
    if (object == kNone) object = child(word.head, Deprel::kIobj);
    const bool purpose = word.deprel == Deprel::kAdvcl && mark(cue) == "to";
    if (object != kNone && object < cue && word.deprel != Deprel::kAdvcl &&
        !is_one_of(at(word.head).lemma, {"promise", "vow", "threaten"}))
      return object;
    if (word.deprel == Deprel::kXcomp || purpose) return find_subject(document_, word.head);
  }
  return find_subject(document_, cue);
}

// `It is believed that P`, `X is said to P`, `we were told that P`: the source is not named.
void CueReader::impersonal(uint32_t cue, uint16_t frames) {
  if (!is_passive(document_, cue)) return;
  if ((frames & kSaysClause) != 0 && clause_content(cue, kNone)) return;
  const uint32_t subject = child(cue, Deprel::kNsubjPass);
  const uint32_t what = child(cue, Deprel::kXcomp);
  if (subject == kNone || what == kNone || what < cue || mark(what) != "to") return;
  if ((frames & kSaysClause) == 0) return;
  add(cue, kNone, {subtree(document_, subject).first, subtree(document_, what).last}, 0.4f, "wide-impersonal");
}

// `X's support for N`, `his criticism of N`: what the noun names with its owner before it.
bool CueReader::held_by_noun(uint32_t noun, uint32_t below, uint32_t speaker) {
  if (speaker == kNone || speaker > noun || !is_nominal_modifier(at(below).deprel)) return false;
  if (!is_one_of(preposition_of(document_, below), {"of", "on", "about", "for", "over", "against", "to", "with"}))
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

void CueReader::hearsay(uint32_t adverb) {
  if (at(adverb).head == kNone) return;
  negated_ = false;
  modality_ = Modality::kActual;
  add(adverb, kNone, subtree(document_, at(adverb).head, adverb), 0.4f, "wide-hearsay");
}

bool CueReader::widest(uint32_t cue, uint16_t frames, uint32_t speaker) {
  return frames != 0 && (question_word(cue, speaker) || exclamation(cue, speaker) || modified_noun(cue, speaker) ||
                         passive_subject(cue, speaker) || held_phrase(cue, frames, speaker));
}

}  // namespace actant
