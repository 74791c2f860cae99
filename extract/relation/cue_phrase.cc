#include <algorithm>

#include "extract/relation/cue_reader.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"

// What a speech verb says: infinitives, gerunds and noun phrases that CueReader reads as its content.

namespace actant {
namespace {

// What one threatens to do; whom or what one threatens else is in danger (`threaten civil liberties`).
bool is_threat(std::string_view lemma) {
  return is_one_of(lemma, {"action", "attack", "blockade", "boycott", "consequence", "invasion", "lawsuit", "protest",
                           "punishment", "reprisal", "retaliation", "revenge", "sanction", "strike", "tariff", "veto",
                           "violence", "walkout", "war"});
}

// What one speaks of in so many words, where two that speak or agree tell what they hold.
bool is_held(std::string_view lemma) {
  return is_one_of(lemma, {"importance", "need", "necessity", "urgency", "significance", "value", "fact", "benefit"});
}

// What is denied to somebody, which is no denial of a claim: `denied bail for X`.
bool is_favour(std::string_view lemma) {
  return is_one_of(
      lemma, {"access",      "admission", "aid",      "appeal",  "application", "asylum",  "bail",      "care",
              "citizenship", "clemency",  "entry",    "leave",   "license",     "motion",  "parole",    "passport",
              "permission",  "permit",    "petition", "request", "right",       "service", "treatment", "visa"});
}

}  // namespace

// `urged Y to P`, `vowed to P`: the infinitive with its `to`.
bool CueReader::infinitive(uint32_t cue, uint32_t speaker) {
  for (uint32_t clause : children_of(document_, cue)) {
    const Token& word = at(clause);
    if (word.deprel != Deprel::kXcomp && word.deprel != Deprel::kAdvcl && word.deprel != Deprel::kCcomp) continue;
    if (clause < cue || (word.upos == Upos::kAdj && !broad_)) continue;
    const uint32_t to = child(clause, Deprel::kMark);
    if (to == kNone || at(to).lemma != "to") continue;
    // `called the police to report it` is no demand as `called on Y to P` is.
    if (at(cue).lemma == "call" && !is_one_of(at(cue + 1).norm, {"on", "upon", "for"})) continue;
    TokenRange range = subtree(document_, clause);
    range.first = std::max(range.first, std::min(to, clause));
    range = extend_right(cue, range);
    return add(cue, speaker, range, 0.5f, "said-infinitive");
  }
  return false;
}

// `denied doing P`, `admitted to doing P`.
bool CueReader::bare_gerund(uint32_t cue, uint32_t speaker) {
  if (!is_one_of(at(cue).lemma, {"deny", "admit", "acknowledge", "suggest", "recommend", "propose"})) return false;
  for (const uint32_t clause : children_of(document_, cue)) {
    const Token& word = at(clause);
    if (clause < cue || word.xpos != Xpos::kVBG || is_subject(word.deprel)) continue;
    uint32_t with = child(clause, Deprel::kMark);
    if (with == kNone) with = child(clause, Deprel::kCase);
    if (with == kNone ? word.deprel == Deprel::kAdvcl : at(with).norm != "to") continue;
    TokenRange range = subtree(document_, clause);
    if (with != kNone) range.first = std::max(range.first, with + 1);
    return add(cue, speaker, extend_right(cue, range), 0.55f, "said-gerund");
  }
  return false;
}

// `accused Y of doing P`, whatever the parser hung the gerund on.
bool CueReader::gerund(uint32_t cue, uint32_t speaker) {
  constexpr uint32_t kFarthest = 20;  // tokens
  if (bare_gerund(cue, speaker)) return true;
  const uint32_t end = document_.sentences[sentence_of(document_, cue)].last;
  // `charged with doing P` without an object is a passive: somebody else charges.
  const bool accuses = is_one_of(at(cue).lemma, {"accuse", "charge", "blame", "suspect"});
  if (accuses && cue + 1 < end && is_one_of(at(cue + 1).norm, {"of", "with", "for"})) return false;
  for (uint32_t t = cue + 1; t < end && t < cue + kFarthest; ++t) {
    const Token& word = at(t);
    if (word.upos == Upos::kVerb && word.xpos != Xpos::kVBN && word.xpos != Xpos::kVBG) break;
    if (word.xpos != Xpos::kVBG || word.upos != Upos::kVerb) continue;
    uint32_t with = child(t, Deprel::kMark);
    if (with == kNone) with = child(t, Deprel::kCase);
    if (with == kNone || with < cue || with > t || !is_one_of(at(with).lemma, {"of", "for", "with"})) continue;
    if (is_behind_comma({with, t})) continue;
    TokenRange range = subtree(document_, t);
    range.first = std::max(range.first, with + 1);
    return add(cue, speaker, extend_right(cue, range), 0.55f, "said-gerund");
  }
  return false;
}

// The noun phrase whole: the words that hang on it, but not an apposition or relative clause set off by a comma.
TokenRange CueReader::noun_content(uint32_t head) const {
  TokenRange range = subtree(document_, head);
  for (uint32_t below : children_of(document_, head)) {
    const Token& word = at(below);
    const bool loose = word.deprel == Deprel::kAppos || word.deprel == Deprel::kParataxis ||
                       word.deprel == Deprel::kDep ||
                       (word.deprel == Deprel::kAclRelcl && is_behind_comma(subtree(document_, below)));
    if (!loose) continue;
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
  if (broad_ && is_target(cue, object)) return false;
  if (at(cue).lemma == "threaten" && !is_threat(at(object).lemma)) return false;
  if (at(cue).lemma == "deny" && is_favour(at(object).lemma)) return false;
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

// `called for replacing the government`.
bool CueReader::for_gerund(uint32_t cue, uint32_t speaker) {
  // `called him a liar for insisting on P`
  if (broad_ && at(cue).lemma == "call" && child(cue, Deprel::kObj) != kNone) return false;
  for (const uint32_t clause : children_of(document_, cue)) {
    if (clause < cue || at(clause).xpos != Xpos::kVBG || is_subject(at(clause).deprel)) continue;
    uint32_t with = child(clause, Deprel::kMark);
    if (with == kNone) with = child(clause, Deprel::kCase);
    if (with == kNone || with < cue || at(with).norm != "for") continue;
    TokenRange range = subtree(document_, clause);
    range.first = std::max(range.first, with + 1);
    return add(cue, speaker, extend_right(cue, range), 0.6f, "said-preposition");
  }
  return false;
}

// Whether several speak: `they`, `the leaders`, `A and B`.
bool CueReader::many_speak(uint32_t speaker) const {
  if (speaker == kNone) return false;
  return at(speaker).xpos == Xpos::kNNS || at(speaker).norm == "they" || at(speaker).norm == "both" ||
         at(speaker).norm == "two" || child(speaker, Deprel::kConj) != kNone;
}

bool CueReader::prepositional(uint32_t cue, uint32_t speaker, uint16_t frames) {
  if ((frames & kSaysFor) != 0 && for_gerund(cue, speaker)) return true;
  // `warned the network about the threat`, where the phrase hangs on whom is warned.
  const uint32_t addressee = child(cue, Deprel::kObj);
  if ((frames & kSaysOf) != 0 && addressee != kNone && addressee > cue) {
    for (const uint32_t phrase : children_of(document_, addressee)) {
      const std::string_view with = is_nominal_modifier(at(phrase).deprel) ? preposition_of(document_, phrase) : "";
      if (phrase < addressee || !is_one_of(with, {"about", "of"}) || at(phrase).upos != Upos::kNoun) continue;
      if (with == "of" && find_mention_by_head(document_, addressee) == kNone) continue;
      return add(cue, speaker, noun_content(phrase), 0.4f, "said-preposition");
    }
  }
  for (uint32_t phrase : children_of(document_, cue)) {
    if (!is_oblique(at(phrase).deprel) || phrase < cue) continue;
    const std::string_view with = preposition_of(document_, phrase);
    const bool fits = ((frames & kSaysFor) != 0 && with == "for") ||
                      ((frames & kSaysOf) != 0 && is_one_of(with, {"of", "about", "on", "against"}));
    // `agreed on a ceasefire`, `the two talked about the border`, `spoke on her flight`: deeds and meetings, no
    // content.
    const bool converses = is_one_of(at(cue).lemma, {"agree", "speak", "talk"}) && !broad_;
    if (converses && !is_held(at(phrase).lemma) && (at(cue).lemma == "agree" || with == "on" || many_speak(speaker)))
      continue;
    // `calls national elections for this fall`
    if (with == "for" && at(cue).lemma == "call" && child(cue, Deprel::kObj) != kNone &&
        child(cue, Deprel::kObj) < phrase)
      continue;
    if (!fits || at(phrase).upos == Upos::kPropn || at(phrase).upos == Upos::kPron) continue;
    if (is_one_of(at(phrase).lemma, {"condition", "behalf", "phone", "telephone", "television", "tv", "radio",
                                     "sideline", "occasion", "eve", "anniversary", "day", "visit"}))
      continue;
    const uint32_t mention = find_mention_by_head(document_, phrase);
    if (mention != kNone && document_.mentions[mention].kind == MentionKind::kName) continue;
    return add(cue, speaker, extend_right(cue, noun_content(phrase), true), with == "for" ? 0.65f : 0.45f,
               "said-preposition");
  }
  return false;
}

// `described Y as Z`, `declared Y the winner`.
bool CueReader::as_something(uint32_t cue, uint32_t speaker) {
  if (is_passive(document_, cue) && !broad_) return false;
  uint32_t object = child(cue, Deprel::kObj);
  // `considered the protests as a sign`: to the parser the object may be a complement.
  if (object == kNone) object = child(cue, Deprel::kXcomp);
  if (object == kNone || object < cue || at(object).upos == Upos::kVerb) return false;
  const bool calls = at(cue).lemma == "call";
  // `known as`, `a group calling itself X`: a name; `what he called a plot` says nothing of its own.
  if (calls && (is_passive(document_, cue) || at(cue).deprel == Deprel::kAclRelcl ||
                subtree(document_, object).first > cue + 1 ||
                is_one_of(at(object).norm, {"itself", "himself", "herself", "themselves"}))) {
    return false;
  }
  for (uint32_t what : children_of(document_, cue)) {
    if (what <= object) continue;
    const Deprel deprel = at(what).deprel;
    const bool fits = deprel == Deprel::kXcomp ||
                      ((is_oblique(deprel) || deprel == Deprel::kAdvcl) && preposition_of(document_, what) == "as") ||
                      (deprel == Deprel::kAdvcl && mark(what) == "as") ||
                      (deprel == Deprel::kObj && calls) ||  // `called it a provocation`
                      (deprel == Deprel::kOblUnmarked && calls && child(what, Deprel::kDet) != kNone &&
                       subtree(document_, what).first == subtree(document_, object).last);
    if (!fits || (calls && mark(what) == "to")) continue;  // `called him to ask`
    const TokenRange first = subtree(document_, object);
    const TokenRange second = subtree(document_, what);
    return add(cue, speaker, {std::min(first.first, object), std::max(first.last, second.last)}, 0.7f, "said-as");
  }
  return false;
}

// `a report on the situation and the efforts to P`: what goes on with the content but hangs on the noun before it.
TokenRange CueReader::with_stray_conjunct(uint32_t noun, TokenRange content) const {
  const uint32_t article = child(noun, Deprel::kDet);
  if (article == kNone || at(article).lemma != "a") return content;
  for (const uint32_t other : children_of(document_, noun)) {
    if (at(other).deprel != Deprel::kConj || other < content.last) continue;
    const TokenRange range = subtree(document_, other);
    const uint32_t its = child(other, Deprel::kDet);
    if (range.first > content.last + 1 || its == kNone || at(its).norm != "the" || speech_noun(at(other).lemma) != 0)
      break;
    content.last = range.last;
  }
  return content;
}

// `rejected accusations that P`, `dismissed reports that P`: P is denied.
bool CueReader::rejected_claim(uint32_t cue, uint32_t speaker) {
  if (!is_one_of(at(cue).lemma, {"reject", "dismiss", "deny", "refute", "rebut", "dispute"})) return false;
  const uint32_t claim = child(cue, Deprel::kObj);
  if (claim == kNone || claim < cue) return false;
  if (!is_one_of(at(claim).lemma, {"accusation", "allegation", "charge", "claim", "report", "rumor", "rumour",
                                   "speculation", "suggestion", "assertion", "notion", "idea", "criticism"})) {
    return false;
  }
  for (const uint32_t clause : children_of(document_, claim)) {
    const Deprel deprel = at(clause).deprel;
    if (clause < claim || (deprel != Deprel::kAcl && deprel != Deprel::kCcomp && deprel != Deprel::kAclRelcl)) continue;
    const uint32_t that = child(clause, Deprel::kMark);
    if (that == kNone || at(that).norm != "that") continue;
    TokenRange content = subtree(document_, clause);
    content.first = that + 1;
    negated_ = true;
    return add(cue, speaker, content, 0.7f, "rejected-claim");
  }
  return false;
}

// `made (it) clear that P`.
bool CueReader::made_clear(uint32_t cue, uint32_t speaker) {
  if (at(cue).lemma != "make") return false;
  for (const uint32_t clear : children_of(document_, cue)) {
    if (clear < cue || !is_one_of(at(clear).norm, {"clear", "plain", "known"})) continue;
    for (const uint32_t above : {clear, cue}) {
      for (const uint32_t clause : children_of(document_, above)) {
        if (clause < clear || (at(clause).deprel != Deprel::kCcomp && at(clause).deprel != Deprel::kAdvcl)) continue;
        const bool that = mark(clause) == "that" || (mark(clause).empty() && at(clause).deprel == Deprel::kCcomp);
        if (that) return add(cue, speaker, extend_right(above, subtree(document_, clause)), 0.75f, "said-clear");
      }
    }
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
  const uint16_t frames = broad_ && is_one_of(lemma, {"case", "point"}) ? uint16_t{kSaysClause} : speech_noun(lemma);
  if (frames == 0) return false;
  for (uint32_t below : children_of(document_, object)) {
    const Token& word = at(below);
    if (below < object) continue;
    const bool clause = (word.deprel == Deprel::kAcl || word.deprel == Deprel::kCcomp) &&
                        (mark(below) == "that" || ((frames & kSaysInfinitive) != 0 && mark(below) == "to"));
    if (clause) return add(verb, speaker, subtree(document_, below), 0.75f, "said-carried");
    if (is_nominal_modifier(word.deprel) && is_one_of(preposition_of(document_, below), {"on", "about", "for"})) {
      const uint32_t mention = find_mention_by_head(document_, below);
      if (mention != kNone && document_.mentions[mention].kind == MentionKind::kName)
        continue;  // `a statement about X`
      return add(verb, speaker, with_stray_conjunct(object, noun_content(below)), 0.55f, "said-carried");
    }
  }
  return false;
}

}  // namespace actant
