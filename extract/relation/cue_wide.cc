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

bool takes_stance(std::string_view lemma) { return (attitude_verb(lemma) & kSaysStance) != 0; }

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
    return add(cue, speaker, extend_right(cue, subtree(document_, phrase), true), 0.4f, "wide-phrase");
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
  const uint32_t found = find_subject(document_, cue);
  if (found == kNone && word.deprel == Deprel::kConj) return wide_source(first_conjunct(document_, cue));
  return found;
}

void CueReader::hearsay(uint32_t adverb) {
  if (at(adverb).head == kNone) return;
  negated_ = false;
  modality_ = Modality::kActual;
  add(adverb, kNone, subtree(document_, at(adverb).head, adverb), 0.4f, "wide-hearsay");
}

// `"P," one man, who saw it, said`, where the parser lost the subject: the noun phrase behind the quotation.
bool CueReader::said_by_lost_subject(uint32_t cue, uint16_t frames) {
  constexpr uint32_t kFarthest = 25;  // tokens
  const uint32_t begin = document_.sentences[sentence_of(document_, cue)].first;
  if ((frames & kSaysQuote) == 0 || cue < begin + 3 || at(cue - 1).form != ",") return false;
  uint32_t quote = cue - 1;
  while (quote > begin && cue - quote < kFarthest && !is_double_quote(at(quote).form)) --quote;
  if (!is_double_quote(at(quote).form)) return false;
  for (uint32_t t = quote + 1; t < cue; ++t) {
    if (is_nominal(at(t)) && subtree(document_, t).first == quote + 1)
      return add(cue, t, {begin, quote}, 0.5f, "said-around");
  }
  return false;
}

// `shouted one man` behind what he shouted: to the parser an object.
uint32_t CueReader::inverted_source(uint32_t cue, uint16_t frames) const {
  if ((frames & kSaysQuote) == 0 || is_passive(document_, cue)) return kNone;
  uint32_t object = child(cue, Deprel::kObj);
  if (object == kNone) object = child(cue, Deprel::kIobj);
  if (object == kNone || object < cue || subtree(document_, object).first != cue + 1 || cue == 0) return kNone;
  if (!is_nominal(at(object)) && find_mention_by_head(document_, object) == kNone) return kNone;
  uint32_t before = cue - 1;
  if (before > 0 && at(before).form == ",") --before;
  return is_double_quote(at(before).form) ? object : kNone;
}

// Verbs that tell of something or take a stance only with their particle: `ruled out P`, `lashed out at X`.
bool CueReader::with_particle(uint32_t cue, uint32_t speaker) {
  const uint32_t particle = child(cue, Deprel::kCompoundPrt);
  std::string_view with = particle == kNone ? std::string_view() : at(particle).norm;
  if (with.empty() && cue + 1 < document_.tokens.size() && at(cue + 1).head == cue) with = at(cue + 1).norm;
  const std::string_view lemma = at(cue).lemma;
  const bool known =
      (with == "out" && is_one_of(lemma, {"rule", "lash", "lay", "spell", "speak", "call", "point", "blurt"})) ||
      (with == "back" && is_one_of(lemma, {"push", "hit", "fire", "shoot", "punch", "jab", "snap"})) ||
      (with == "down" && is_one_of(lemma, {"play", "double"})) ||
      (with == "off" && is_one_of(lemma, {"brush", "shrug", "laugh"})) || (with == "aside" && lemma == "brush") ||
      (with == "in" && is_one_of(lemma, {"weigh", "chime"})) || (with == "up" && lemma == "sum");
  if (!known) return false;
  for (const uint32_t what : children_of(document_, cue)) {
    const Deprel deprel = at(what).deprel;
    if (what <= cue || what == particle || at(what).upos == Upos::kAdv) continue;
    if (deprel != Deprel::kObj && deprel != Deprel::kCcomp && !is_oblique(deprel) && deprel != Deprel::kAdvcl) continue;
    return add(cue, speaker, deprel == Deprel::kObj ? noun_content(what) : subtree(document_, what), 0.4f,
               "wide-particle");
  }
  return false;
}

// `ordered all agencies working there to register`, where the parser hung the infinitive on the object.
bool CueReader::infinitive_behind(uint32_t cue, uint32_t speaker) {
  if (((speech_verb(at(cue).lemma) | attitude_verb(at(cue).lemma)) & kSaysInfinitive) == 0) return false;
  const uint32_t object = child(cue, Deprel::kObj);
  if (object == kNone || object < cue) return false;
  const TokenRange range = subtree(document_, object);
  for (uint32_t t = object + 1; t < range.last; ++t) {
    if (at(t).xpos == Xpos::kVB && mark(t) == "to")
      return add(cue, speaker, subtree(document_, t), 0.4f, "said-infinitive");
  }
  return false;
}

// `likened P to Q`, `referred to X as Y`.
bool CueReader::likened(uint32_t cue, uint32_t speaker) {
  const bool compares = is_one_of(at(cue).lemma, {"liken", "compare", "equate"});
  const bool refers = at(cue).lemma == "refer";
  if (!compares && !refers) return false;
  uint32_t what = child(cue, Deprel::kObj), with = kNone;
  for (const uint32_t phrase : children_of(document_, cue)) {
    if (phrase < cue || (!is_oblique(at(phrase).deprel) && at(phrase).deprel != Deprel::kAdvcl)) continue;
    const std::string_view preposition = preposition_of(document_, phrase);
    if (refers && preposition == "to" && what == kNone) what = phrase;
    if (compares ? is_one_of(preposition, {"to", "with"}) : preposition == "as" || mark(phrase) == "as") with = phrase;
  }
  if (what == kNone || with == kNone || what > with) return false;
  return add(cue, speaker, {subtree(document_, what).first, subtree(document_, with).last}, 0.5f, "wide-likened");
}

bool CueReader::widest(uint32_t cue, uint16_t frames, uint32_t speaker) {
  if (likened(cue, speaker) || with_particle(cue, speaker) || parenthesis(cue, frames, speaker)) return true;
  if ((frames & ~kSaysAside) == 0) return false;
  return (question_word(cue, speaker) || exclamation(cue, speaker) || modified_noun(cue, speaker) ||
          (is_passive(document_, cue) && passive_content(cue, frames, speaker)) || passive_subject(cue, speaker) ||
          infinitive_behind(cue, speaker) || asked_if(cue, speaker) || held_gerund(cue, speaker) ||
          charge(cue, speaker) || held_phrase(cue, frames, speaker));
}

}  // namespace actant
