#include "extract/relation/nominal_event.h"

#include <algorithm>

namespace actant {
namespace {

bool is_hostile_measure(RelationType relation) {
  return relation == RelationType::kAttacked || relation == RelationType::kCoerced ||
         relation == RelationType::kSanctioned || relation == RelationType::kMobilized ||
         relation == RelationType::kProtested;
}

bool is_friendly(RelationType relation) {
  return relation == RelationType::kAided || relation == RelationType::kCooperatedWith ||
         relation == RelationType::kMetWith || relation == RelationType::kAgreedWith;
}

bool is_span_of_time(const Token& noun) {
  return noun.lemma == "hour" || noun.lemma == "day" || noun.lemma == "week" || noun.lemma == "month";
}

}  // namespace

void NominalEvents::reset() {
  const Lexicon& words = *context_.lexicon;
  occasion_ = {words.id("in"), words.id("during"), words.id("at"),
               words.id("on"), words.id("after"),  words.id("following")};
  with_ = words.id("with");
  for_ = words.id("for");
  in_ = words.id("in");
  by_ = words.id("by");
  to_ = words.id("to");
  of_ = context_.lexicon->id("of");
  among_ = {context_.lexicon->id("between"), context_.lexicon->id("among")};
}

bool NominalEvents::read(uint32_t noun) {
  const std::span<const NounSense> senses = context_.lexicon->noun(context_.clauses.word(noun));
  if (senses.empty()) return false;
  // `a mediation effort between A and B`: the parties hang on the word around the event.
  const Token& token = context_.document->tokens[noun];
  if (token.deprel == Deprel::kCompound && token.head != kNone) {
    if (!context_.lexicon->is(context_.clauses.word(token.head), WordClass::kWrapper)) return false;
    noun = token.head;
  }
  Carriage carriage = find_carriage(noun);
  if (is_received(noun, carriage)) carriage.kind = Carrier::kUndergoer;
  if (is_over(noun, carriage)) carriage.kind = Carrier::kAgent;
  for (const NounSense& sense : senses) {
    if (!matches(noun, sense)) continue;
    if (sense.none) return false;
    if (read_sense(noun, sense, carriage)) return true;
  }
  return false;
}

bool NominalEvents::matches(uint32_t noun, const NounSense& sense) const {
  const std::vector<Token>& tokens = context_.document->tokens;
  return std::ranges::all_of(sense.conditions, [&](const SlotCondition& condition) {
    bool found = false;
    for (uint32_t c : context_.clauses.children(noun)) {
      const Deprel deprel = tokens[c].deprel;
      const bool modifier = deprel == Deprel::kAmod || deprel == Deprel::kCompound;
      const bool here = condition.modifier ? modifier
                                           : (deprel == Deprel::kNmod || deprel == Deprel::kObl) &&
                                                 context_.clauses.preposition(c) == condition.slot.preposition;
      if (!here) continue;
      found = found || condition.words.empty() || std::ranges::count(condition.words, context_.clauses.word(c)) > 0;
    }
    return found != condition.negated;
  });
}

NominalEvents::Carriage NominalEvents::find_carriage(uint32_t noun) const {
  const std::vector<Token>& tokens = context_.document->tokens;
  const ClauseReader& clauses = context_.clauses;
  Carriage carriage;
  // `is in talks with`, `are at war with`
  if (clauses.child(noun, Deprel::kCop) != kNone && clauses.preposition(noun) != 0) {
    return {noun, Carrier::kAgent, clauses.surface_subject(noun)};
  }
  // `attacks launched by`
  for (uint32_t c : clauses.children(noun)) {
    if (tokens[c].deprel != Deprel::kAcl && tokens[c].deprel != Deprel::kAclRelcl) continue;
    const Carrier kind = context_.lexicon->carrier(clauses.predicate_word(c));
    // `a tour that took him to X`: the noun is the doer, nothing carries it.
    if (kind == Carrier::kNothing || clauses.agent(c) == noun) continue;
    return {c, kind, clauses.agent(c)};
  }
  if (const uint32_t subject = occasion_subject(noun); subject != kNone)
    return {clauses.is_clause(tokens[noun].head) ? tokens[noun].head : tokens[tokens[noun].head].head, Carrier::kAgent,
            subject};
  uint32_t at = noun;
  for (int depth = 0; depth < 3 && tokens[at].head != kNone; ++depth) {
    const uint32_t head = tokens[at].head;
    const Deprel deprel = tokens[at].deprel;
    // `two days of talks`
    const bool lasting =
        tokens[head].xpos == Xpos::kNNS && clauses.preposition(at) == of_ && is_span_of_time(tokens[head]);
    const bool whole = lasting || context_.lexicon->is(clauses.word(head), WordClass::kTransparent);
    const bool through = deprel == Deprel::kConj || (deprel == Deprel::kNmod && whole);
    if (through && !clauses.is_clause(head)) {
      at = head;
      continue;
    }
    const bool carried = deprel == Deprel::kObj || deprel == Deprel::kNsubjPass || deprel == Deprel::kObl;
    if (!carried) break;
    // `agreed to talks with`
    if (deprel == Deprel::kObl && to_ != 0 && clauses.preposition(at) == to_ &&
        context_.lexicon->outlook(clauses.word(head)) == Outlook::kPromised) {
      return {head, Carrier::kAgent, clauses.agent(head)};
    }
    const Carrier kind = context_.lexicon->carrier(clauses.predicate_word(head));
    if (kind == Carrier::kNothing) break;
    if (deprel == Deprel::kObl && kind != Carrier::kParticipant && kind != Carrier::kUndergoer) break;
    const uint32_t subject = clauses.agent(head);
    return {head, kind, subject == at ? kNone : subject};
  }
  return carriage;
}

// `X has the support of Y`: the subject of `have` receives what the noun says another gives.
bool NominalEvents::is_received(uint32_t noun, const Carriage& carriage) const {
  if (carriage.kind != Carrier::kAgent || carriage.verb == kNone || carriage.verb == noun) return false;
  if (context_.document->tokens[carriage.verb].lemma != "have") return false;
  Parties giver;
  prepositional(noun, {&of_, 1}, Wanted{}, giver);
  return !giver.empty();
}

bool NominalEvents::tells(uint32_t noun, RelationType relation) const {
  return std::ranges::any_of(context_.lexicon->noun(context_.clauses.word(noun)),
                             [&](const NounSense& sense) { return sense.relation == relation; });
}

// `ended a visit to X`: a visit that ends has taken place.
bool NominalEvents::is_over(uint32_t noun, const Carriage& carriage) const {
  if (carriage.kind != Carrier::kStop || carriage.verb == kNone || !tells(noun, RelationType::kVisited)) return false;
  return context_.document->tokens[carriage.verb].lemma == "end";
}

// `arrived in X for talks with Y`, `is in X for talks with Y`
bool NominalEvents::is_purpose_of_visit(uint32_t noun, uint32_t head) const {
  const ClauseReader& clauses = context_.clauses;
  const std::vector<Token>& tokens = context_.document->tokens;
  if (!tells(noun, RelationType::kMetWith)) return false;
  if (tokens[head].upos == Upos::kPropn) {
    return clauses.child(head, Deprel::kCop) != kNone && clauses.preposition(head) == in_;
  }
  if (clauses.child(head, Deprel::kObj) != kNone) return false;  // `sent X to Y for talks`
  return std::ranges::any_of(context_.lexicon->verb(clauses.predicate_word(head)), [](const Sense& sense) {
    return sense.relation == RelationType::kVisited && !sense.none;
  });
}

// `said in a call with X`, `spoke during a visit to Doha`: who acts on the occasion takes part in it.
uint32_t NominalEvents::occasion_subject(uint32_t noun) const {
  const std::vector<Token>& tokens = context_.document->tokens;
  const ClauseReader& clauses = context_.clauses;
  uint32_t head = tokens[noun].head;
  if (head == kNone) return kNone;
  const bool hangs = tokens[noun].deprel == Deprel::kObl || tokens[noun].deprel == Deprel::kNmod;
  // `arrived in [Moscow [for talks]]`
  if (hangs && !clauses.is_clause(head) && tokens[head].upos == Upos::kPropn && clauses.preposition(noun) == for_ &&
      tokens[head].deprel == Deprel::kObl && tokens[head].head != kNone) {
    head = tokens[head].head;
  }
  if (!clauses.is_clause(head)) return kNone;
  const WordId preposition = clauses.preposition(noun);
  if (preposition != 0 && preposition == for_ && hangs) {
    return is_purpose_of_visit(noun, head) ? clauses.agent(head) : kNone;
  }
  const bool meeting = tells(noun, RelationType::kMetWith) || tells(noun, RelationType::kVisited);
  if (tokens[noun].deprel != Deprel::kObl || !meeting || preposition == 0) return kNone;
  return std::ranges::count(occasion_, preposition) == 0 ? kNone : clauses.agent(head);
}

// The event does not go on: a hostile measure that ends is a concession, an end to friendly dealings a sanction.
bool NominalEvents::stopped(const NounSense& sense, const Carriage& carriage, const Parties& first,
                            const Parties& second, EventReading reading) {
  Parties agent;
  if (carriage.subject != kNone) context_.arguments.find(carriage.subject, Wanted{}, agent);
  const bool refused = carriage.kind == Carrier::kRefuse;
  if (refused) {
    if (!is_friendly(sense.relation)) return false;  // the thing itself is the topic: the verb's own senses say so
    reading.relation = RelationType::kRejected;
  } else if (is_hostile_measure(sense.relation)) {
    reading.relation = RelationType::kYieldedTo;
  } else if (is_friendly(sense.relation)) {
    reading.relation = RelationType::kSanctioned;
  } else {
    return false;
  }
  reading.confidence *= 0.8f;
  // That the event does not take place is the reading itself: `rejected talks with X` rejects X.
  reading.polarity = judge_polarity(*context_.document, *context_.lexicon, context_.clauses, carriage.verb);
  // A party that only owns the event is the one that ends it: `ended its attacks` says nothing of the other side.
  if (second.empty() && !refused) return false;
  if (second.empty() || (refused && !first.empty())) return writer_.add(agent, first, reading);
  return writer_.add(agent, second, reading);
}

// `called for sanctions against X` is a stance against X.
bool NominalEvents::demanded_by(uint32_t noun, const NounSense& sense, Parties& parties) const {
  if (!is_hostile_measure(sense.relation) && sense.relation != RelationType::kRejected) return false;
  const std::vector<Token>& tokens = context_.document->tokens;
  const ClauseReader& clauses = context_.clauses;
  const uint32_t head = tokens[noun].head;
  if (head == kNone || !clauses.is_clause(head)) return false;
  const bool asked = tokens[noun].deprel == Deprel::kObj || tokens[noun].deprel == Deprel::kObl;
  if (!asked || context_.lexicon->outlook(clauses.word(head)) != Outlook::kRequested) return false;
  if (tokens[noun].deprel == Deprel::kObl && clauses.preposition(noun) != for_) return false;
  if (const uint32_t subject = clauses.agent(head); subject != kNone)
    context_.arguments.find(subject, Wanted{}, parties);
  return !parties.empty();
}

bool NominalEvents::read_sense(uint32_t noun, const NounSense& sense, const Carriage& carriage) {
  Parties first, second;
  EventReading reading;
  reading.relation = sense.relation;
  reading.predicate = noun;
  reading.rule = sense.name;
  reading.confidence = sense.prior;
  const bool symmetric = relation_info(sense.relation).symmetric || sense.mutual;
  second_party(noun, sense, carriage, second);
  first_party(noun, sense, carriage, first);
  // `X strengthens cooperation between A and B`: X is none of the two; who mediates between them is.
  Parties among;
  if (symmetric && second.size() > 1) prepositional(noun, among_, Wanted{}, among);
  const bool mediates = sense.relation == RelationType::kMetWith;
  if (among.size() > 1 && carriage.kind == Carrier::kAgent && !mediates) first.clear();
  Parties all;
  if (symmetric) participants(noun, all);
  if (all.size() > 1) {
    first.clear();
    second.clear();
    among = all;
  }
  reading.polarity = judge_polarity(*context_.document, *context_.lexicon, context_.clauses, noun);
  reading.place = context_.arguments.location(noun);
  if (reading.place == kNone && carriage.verb != kNone) reading.place = context_.arguments.location(carriage.verb);
  if (carriage.kind == Carrier::kStop || carriage.kind == Carrier::kRefuse) {
    return stopped(sense, carriage, first, second, reading);
  }
  if (first.empty() && demanded_by(noun, sense, first)) {
    reading.relation = RelationType::kAccused;
    reading.polarity =
        judge_polarity(*context_.document, *context_.lexicon, context_.clauses, context_.document->tokens[noun].head);
  }
  bool added = false;
  if (!first.empty() && !second.empty()) {
    added = writer_.add(first, second, reading);
    if (sense.mutual) writer_.add(second, first, reading);
  }
  if (added) return true;
  // `talks between A and B`, `the A-B summit`, `A and B held talks`
  if (!symmetric) return false;
  if (second.size() > 1 && among.empty()) far_sides(noun, sense, Wanted{}, among);
  // `talks between the foreign ministers of A and B`
  if (first.size() + second.size() == 1) {
    const Parties& one = first.empty() ? second : first;
    context_.arguments.sides(one.token(0), among);
  }
  const Parties& parties = among.size() > 1 ? among : first;
  return parties.size() > 1 &&
         writer_.add_each(parties, reading, sense.mutual && !relation_info(sense.relation).symmetric);
}

}  // namespace actant
