#include "extract/relation/event_anchor.h"

#include <algorithm>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/lexicon.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"

namespace actant {

uint64_t event_relations(const Token& token) {
  const Lexicon& lexicon = Lexicon::english();
  WordId word = lexicon.id(token.lemma);
  if (word == 0) word = lexicon.inflected(token.norm);
  uint64_t relations = 0;
  const auto add = [&](const auto& sense) {
    if (!sense.none && sense.relation != RelationType::kOpen)
      relations |= uint64_t{1} << static_cast<int>(sense.relation);
  };
  if (token.upos == Upos::kVerb) {
    std::ranges::for_each(lexicon.verb(word), add);
  } else {
    std::ranges::for_each(lexicon.noun(word), add);
  }
  return relations;
}

// `word` is what the text names again: the noun itself, an argument of the dated verb, or an act of the same kind.
bool EventAnchors::is_same_event(uint32_t event, const TimeExpression& time) const {
  const Token& noun = document_.tokens[event];
  const Token& dated = document_.tokens[time.governor];
  if (dated.lemma == noun.lemma) return true;
  if (dated.upos != Upos::kVerb || speech_verb(dated.lemma) != 0) return false;
  for (uint32_t child : children_of(document_, time.governor)) {
    const Token& argument = document_.tokens[child];
    if ((is_subject(argument.deprel) || argument.deprel == Deprel::kObj) && argument.lemma == noun.lemma) return true;
  }
  return (event_relations(dated) & event_relations(noun)) != 0;
}

// The date that stands with the event itself, else the nearest told before, else the first told later.
const TimeExpression* EventAnchors::time_of_event(uint32_t event, uint32_t at) const {
  const TimeExpression* earlier = nullptr;
  const TimeExpression* later = nullptr;
  for (const TimeExpression& time : times_) {
    if (time.use != TimeUse::kAt) continue;
    if (time.governor == event) return &time;
    if (!is_same_event(event, time)) continue;
    if (time.words.first < at)
      earlier = &time;
    else if (later == nullptr)
      later = &time;
  }
  return earlier != nullptr ? earlier : later;
}

// `the next day`: what the same sentence or the two before it told last, the hour of a report of it left aside.
const TimeExpression* EventAnchors::time_before(uint32_t word) const {
  const uint32_t sentence = sentence_of(document_, word);
  const uint32_t first = document_.sentences[sentence < 2 ? 0 : sentence - 2].first;
  const TimeExpression* found = nullptr;
  for (const TimeExpression& time : times_) {
    if (time.words.first >= word) break;
    if (time.use != TimeUse::kAt || time.words.first < first) continue;
    const Token& governor = document_.tokens[time.governor];
    if (governor.upos == Upos::kVerb && speech_verb(governor.lemma) != 0) continue;
    found = &time;
  }
  return found;
}

std::optional<TimeValue> EventAnchors::resolve(const TimeTerm& term) const {
  const TimeExpression* time =
      term.event == kNone ? time_before(term.words.first) : time_of_event(term.event, term.words.first);
  if (time == nullptr) return std::nullopt;
  const PartialDate from = time->value.from, to = time->value.to.value_or(from);
  const std::optional<TimeValue> begin = shift(term.first.count < 0 ? from : to, term.first.unit, term.first.count);
  if (!begin || !begin->from.valid() || (begin->to && !begin->to->valid())) return std::nullopt;
  return begin;
}

}  // namespace actant
