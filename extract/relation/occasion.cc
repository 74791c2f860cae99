#include "extract/relation/occasion.h"

#include <algorithm>
#include <vector>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/lexicon.h"
#include "extract/relation/place_phrase.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

constexpr uint32_t kReach = 5;  // sentences; longer gaps are mostly another occasion

bool is_speech(RelationType relation) {
  switch (relation) {
    case RelationType::kStated:
    case RelationType::kMetWith:
    case RelationType::kSupports:
    case RelationType::kAccused:
    case RelationType::kRequested:
    case RelationType::kAgreedWith:
    case RelationType::kRejected:
    case RelationType::kThreatened: return true;
    default: return false;
  }
}

// Verbs of speaking, blaming, asking, meeting: what follows them in the article was said on that occasion.
bool is_communication(const Token& verb) {
  const Lexicon& lexicon = Lexicon::english();
  WordId word = lexicon.id(verb.lemma);
  if (word == 0) word = lexicon.inflected(verb.norm);
  return speech_verb(verb.lemma) != 0 ||
         std::ranges::any_of(lexicon.verb(word), [](const Sense& sense) { return is_speech(sense.relation); });
}

bool new_paragraph_between(const Document& document, uint32_t first, uint32_t last) {
  for (uint32_t t = first; t < last; ++t) {
    if (document.tokens[t].space_after == 3) return true;
  }
  return false;
}

// `he added`, `the minister also said`, `she went on`.
bool goes_on(const Document& document, uint32_t verb) {
  if (is_one_of(document.tokens[verb].lemma, {"add", "continue", "conclude", "reiterate", "go"})) return true;
  for (uint32_t child : children_of(document, verb)) {
    const Token& word = document.tokens[child];
    if (word.deprel == Deprel::kAdvmod && is_one_of(word.lemma, {"also", "further", "additionally", "furthermore"}))
      return true;
  }
  const uint32_t subject = find_subject(document, verb);
  return subject != kNone && document.tokens[subject].upos == Upos::kPron;
}

// `At a rally in Portland on Thursday, Trump included`: whatever is done there is said.
bool at_gathering(const Document& document, uint32_t verb) {
  for (uint32_t child : children_of(document, verb)) {
    const Token& word = document.tokens[child];
    if (is_oblique(word.deprel) && is_one_of(preposition_of(document, child), {"at", "in", "during"}) &&
        is_one_of(word.lemma, {"rally", "speech", "conference", "interview", "briefing", "hearing", "debate", "address",
                               "statement", "testimony", "lecture", "forum", "tweet", "session", "talk", "talks",
                               "meeting", "summit"})) {
      return true;
    }
  }
  return false;
}

// Whether what `triple` tells goes on from what was done with `earlier` on `time`. Across paragraphs a pronoun or
// `also` tells so, or that somebody is quoted further: news dates a speaker once. A week or year is too coarse for
// that, and who is said to speak somewhere speaks on another occasion.
bool is_same_occasion(const Document& document, uint32_t earlier, std::string_view time, const Triple& triple) {
  if (!new_paragraph_between(document, earlier, triple.predicate) || goes_on(document, triple.predicate)) return true;
  constexpr size_t kDay = 10;  // characters of `2025-08-03`
  return triple.relation == RelationType::kStated && time.size() == kDay && !at_gathering(document, triple.predicate);
}

/// An act of an entity that says when or where it spoke; it need not be a triple.
struct SpokenAct {
  uint32_t verb;
  uint32_t entity;
  std::string_view time;
  uint32_t place;
  bool remark;  ///< tells only that something was said: `spoke with reporters`
};

// `spoke to reporters`, `made the remarks`.
bool is_remark(const Document& document, uint32_t verb) {
  if (is_one_of(document.tokens[verb].lemma, {"speak", "talk"})) return true;
  const uint32_t object = child_with(document, verb, Deprel::kObj);
  return object != kNone && document.tokens[verb].lemma == "make" &&
         is_one_of(document.tokens[object].lemma, {"remark", "comment", "statement", "announcement", "speech"});
}

// Acts of the past that are dated or placed although they are no triple: `the minister jabbed back on Monday at`.
std::vector<SpokenAct> find_spoken_acts(Document& document, std::span<const TimeExpression> times,
                                        std::span<const uint32_t> by_word) {
  std::vector<SpokenAct> acts;
  for (uint32_t verb = 0; verb < document.tokens.size(); ++verb) {
    const Token& word = document.tokens[verb];
    if (word.upos != Upos::kVerb || word.xpos != Xpos::kVBD || word.deprel != Deprel::kRoot ||
        is_passive(document, verb))
      continue;
    const bool remark = is_remark(document, verb);
    if (!remark && !is_communication(word) && !at_gathering(document, verb)) continue;
    const uint32_t subject = find_subject(document, verb);
    const uint32_t entity = subject == kNone ? kNone : find_entity_by_head(document, subject);
    if (entity == kNone) continue;
    const bool dated = !by_word.empty() && by_word[verb] != kNone && times[by_word[verb]].use == TimeUse::kAt;
    const uint32_t place = place_at(document, verb);
    if (!dated && place == kNone) continue;
    acts.push_back({verb, entity, dated ? document.arena.store(times[by_word[verb]].value.iso()) : std::string_view(),
                    place, remark});
  }
  return acts;
}

// A year, a decade: of what was said then little is told at length.
bool is_coarse(std::string_view time) { return time.size() == 4 || (time.size() == 9 && time[4] == '/'); }

bool is_continued(const Triple& triple) { return std::string_view(triple.rule) == "quote-continued"; }

// Triples of speech by position.
std::vector<uint32_t> speech_order(const Document& document) {
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < document.triples.size(); ++i) {
    if (document.triples[i].predicate != kNone && is_speech(document.triples[i].relation)) order.push_back(i);
  }
  std::ranges::stable_sort(order, {}, [&](uint32_t i) { return document.triples[i].predicate; });
  return order;
}

bool carries(const Document& document, const Triple& triple) {
  return triple.attributed_to == kNone && triple.modality == Modality::kActual &&
         document.tokens[triple.predicate].xpos == Xpos::kVBD && !triple.evidence.empty();
}

// The act of speech of the same actor that `order[at]` may go on from: the nearest one before decides. Kept dates and
// places are taken over here; gives its predicate, kNone where there is none.
uint32_t take_over(Document& document, std::span<const uint32_t> order, size_t at) {
  Triple& triple = document.triples[order[at]];
  for (size_t back = at; back-- > 0;) {
    const Triple& earlier = document.triples[order[back]];
    if (earlier.evidence.empty() || triple.evidence.back() - earlier.evidence.front() > kReach) return kNone;
    // A meeting is the occasion of both.
    const bool both = relation_info(earlier.relation).symmetric && earlier.object == triple.subject;
    if ((earlier.subject != triple.subject && !both) || earlier.attributed_to != kNone) continue;
    const bool both_said = triple.relation == RelationType::kStated && earlier.relation == RelationType::kStated;
    if (!is_same_occasion(document, earlier.predicate, both_said ? earlier.time : std::string_view(), triple))
      return kNone;
    if (triple.time.empty() && (!is_coarse(earlier.time) || is_continued(triple))) triple.time = earlier.time;
    if (both_said && triple.place == kNone) triple.place = earlier.place;
    return earlier.predicate;
  }
  return kNone;
}

// The last act of the same actor before the triple, where no triple of its own stands between (`nearest`) and it is
// near.
void take_act_before(const Document& document, std::span<const SpokenAct> acts, uint32_t nearest, Triple& triple) {
  for (auto act = acts.rbegin(); act != acts.rend(); ++act) {
    if (act->verb >= triple.predicate || act->entity != triple.subject) continue;
    const bool near = sentence_of(document, triple.predicate) - sentence_of(document, act->verb) <= 1;
    if (!near || !is_same_occasion(document, act->verb, act->time, triple)) return;
    if (nearest != kNone && act->verb < nearest) return;
    if (triple.time.empty()) triple.time = act->time;
    if (triple.relation == RelationType::kStated && triple.place == kNone && act->place != triple.subject)
      triple.place = act->place;
    return;
  }
}

// `Schroeder says P. He spoke with reporters on Tuesday in Beijing.`
void take_remark_behind(const Document& document, std::span<const SpokenAct> acts, Triple& triple) {
  constexpr uint32_t kBack = 2;  // sentences
  const uint32_t sentence = sentence_of(document, triple.predicate);
  for (const SpokenAct& act : acts) {
    const uint32_t at = sentence_of(document, act.verb);
    if (!act.remark || act.entity != triple.subject || at <= sentence || at > sentence + kBack) continue;
    if (triple.time.empty()) triple.time = act.time;
    if (triple.place == kNone && act.place != triple.subject) triple.place = act.place;
    return;
  }
}

}  // namespace

void carry_occasions(Document& document, std::span<const TimeExpression> times, std::span<const uint32_t> by_word) {
  const std::vector<uint32_t> order = speech_order(document);
  if (order.empty()) return;
  const std::vector<SpokenAct> acts = find_spoken_acts(document, times, by_word);
  for (size_t at = 0; at < order.size(); ++at) {
    Triple& triple = document.triples[order[at]];
    if (carries(document, triple)) take_act_before(document, acts, take_over(document, order, at), triple);
    const bool says = triple.relation == RelationType::kStated && triple.attributed_to == kNone;
    if (says && (triple.time.empty() || triple.place == kNone)) take_remark_behind(document, acts, triple);
  }
}

}  // namespace actant
