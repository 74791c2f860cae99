#include "extract/relation/event_writer.h"

#include <algorithm>

#include "extract/entity/noun_phrase.h"

namespace actant {
namespace {

bool is_hostile(RelationType relation) {
  switch (relation) {
    case RelationType::kAttacked:
    case RelationType::kCoerced:
    case RelationType::kSanctioned:
    case RelationType::kAccused:
    case RelationType::kMobilized:
    case RelationType::kRemoved:
    case RelationType::kRejected:
    case RelationType::kProtested: return true;
    default: return false;
  }
}

bool is_cooperative(RelationType relation) {
  switch (relation) {
    case RelationType::kMetWith:
    case RelationType::kVisited:
    case RelationType::kSupports:
    case RelationType::kCooperatedWith:
    case RelationType::kAided:
    case RelationType::kYieldedTo:
    case RelationType::kAgreedWith: return true;
    default: return false;
  }
}

}  // namespace

void EventContext::reset(Document& next, const Lexicon& words) {
  document = &next;
  lexicon = &words;
  clauses.reset(next, words);
  arguments.reset(next, words, clauses);
}

bool EventWriter::is_plausible(uint32_t subject, uint32_t object, const EventReading& reading) const {
  const std::vector<DocumentEntity>& entities = context_.document->entities;
  if (subject == object || subject == kNone || object == kNone) return false;
  if ((type_bit(entities[subject].type) & kActorTypes) == 0) return false;
  // Countries do not meet towns: a place that is no actor is where it happened.
  return reading.relation != RelationType::kVisited || entities[object].type != EntityType::kGroup;
}

// A verb and its event noun often say the same: `launched an attack on`. The surer one stays.
bool EventWriter::is_known(uint32_t subject, uint32_t object, const EventReading& reading) const {
  std::vector<Triple>& triples = context_.document->triples;
  const bool symmetric = relation_info(reading.relation).symmetric;
  const uint32_t sentence = sentence_of(*context_.document, reading.predicate);
  for (auto old = triples.rbegin(); old != triples.rend() && old->evidence.front() == sentence; ++old) {
    if (old->relation != reading.relation || old->negated != reading.polarity.negated) continue;
    if (old->modality != reading.polarity.modality) continue;
    const bool same = old->subject == subject && old->object == object;
    if (!same && !(symmetric && old->subject == object && old->object == subject)) continue;
    old->confidence = std::max(old->confidence, reading.confidence);
    if (old->place == kNone && reading.place != subject && reading.place != object) old->place = reading.place;
    return true;
  }
  return false;
}

bool EventWriter::add_one(uint32_t subject, uint32_t object, const EventReading& given) {
  if (subject == kNone) return false;
  EventReading reading = given;
  // A country that protests complains through its diplomats.
  const DocumentEntity& doer = context_.document->entities[subject];
  if (reading.relation == RelationType::kProtested && doer.type == EntityType::kPlace && !doer.country.empty())
    reading.relation = RelationType::kAccused;
  if (!is_plausible(subject, object, reading)) return false;
  Document& document = *context_.document;
  if (is_known(subject, object, reading)) return true;
  Triple triple;
  triple.subject = subject;
  triple.relation = reading.relation;
  triple.object = object;
  triple.negated = reading.polarity.negated;
  triple.modality = reading.polarity.modality;
  triple.place = reading.place == object || reading.place == subject ? kNone : reading.place;
  triple.confidence = reading.confidence;
  triple.predicate = reading.predicate;
  triple.evidence.push_back(sentence_of(document, reading.predicate));
  triple.rule = reading.rule;
  document.triples.push_back(std::move(triple));
  return true;
}

// `will boycott X unless X yields` is a threat.
void EventWriter::add_ultimatum(uint32_t subject, uint32_t object, const EventReading& reading) {
  if (!is_hostile(reading.relation) || reading.polarity.negated || reading.polarity.modality == Modality::kActual)
    return;
  const std::vector<Token>& tokens = context_.document->tokens;
  const bool unless = std::ranges::any_of(context_.clauses.children(reading.predicate), [&](uint32_t c) {
    const uint32_t mark = tokens[c].deprel == Deprel::kAdvcl ? context_.clauses.child(c, Deprel::kMark) : kNone;
    return mark != kNone && tokens[mark].norm == "unless";
  });
  if (!unless || (object_types(RelationType::kThreatened) & type_bit(context_.document->entities[object].type)) == 0)
    return;
  EventReading derived = reading;
  derived.relation = RelationType::kThreatened;
  derived.polarity = {};
  derived.confidence = reading.confidence * 0.8f;
  derived.rule = "derived:ultimatum";
  add_one(subject, object, derived);
}

// `threatened to attack` is a threat too, `refused to meet` a rejection.
void EventWriter::add_derived(uint32_t subject, uint32_t object, const EventReading& reading) {
  const Polarity& polarity = reading.polarity;
  add_ultimatum(subject, object, reading);
  if (polarity.governor == kNone) return;
  const uint32_t promiser = context_.clauses.agent(polarity.governor);
  if (promiser == kNone) return;
  Parties parties;
  context_.arguments.find(promiser, Wanted{}, parties);
  if (std::ranges::find(parties.entities(), subject) == parties.entities().end()) return;
  EventReading derived = reading;
  derived.predicate = polarity.governor;
  derived.polarity = judge_polarity(*context_.document, *context_.lexicon, context_.clauses, polarity.governor);
  derived.confidence = reading.confidence * 0.8f;
  if (polarity.governor_outlook == Outlook::kThreatened && is_hostile(reading.relation)) {
    derived.relation = RelationType::kThreatened;
    derived.rule = "derived:threat";
  } else if (polarity.governor_outlook == Outlook::kRefused && is_cooperative(reading.relation)) {
    derived.relation = RelationType::kRejected;
    derived.rule = "derived:refusal";
  } else {
    return;
  }
  const uint16_t type = type_bit(context_.document->entities[object].type);
  if ((object_types(derived.relation) & type) != 0) add_one(subject, object, derived);
}

// `activists in The Hague clashed with police`, `a crackdown on protesters in Tibet`: where the people are, it happens.
uint32_t EventWriter::place_of(const Parties& subjects, const Parties& objects, const EventReading& reading) const {
  if (reading.place != kNone) return reading.place;
  const bool physical = reading.relation == RelationType::kAttacked || reading.relation == RelationType::kProtested ||
                        reading.relation == RelationType::kCoerced;
  if (!physical) return kNone;
  for (const Parties* side : {&subjects, &objects}) {
    if (side == &subjects && reading.relation == RelationType::kCoerced)
      continue;  // `a court in Jakarta` has its seat there
    for (size_t i = 0; i < side->size(); ++i) {
      uint32_t place = context_.arguments.location(side->token(i));
      // `hundreds of activists in The Hague`
      for (uint32_t inner : context_.clauses.children(side->token(i))) {
        const Token& word = context_.document->tokens[inner];
        if (place == kNone && word.deprel == Deprel::kNmod && word.upos == Upos::kNoun) {
          place = context_.arguments.location(inner);
        }
      }
      if (place != kNone) return place;
    }
  }
  return kNone;
}

bool EventWriter::add(const Parties& subjects, const Parties& objects, const EventReading& given) {
  EventReading reading = given;
  reading.place = place_of(subjects, objects, given);
  bool added = false;
  for (uint32_t subject : subjects.entities()) {
    for (uint32_t object : objects.entities()) added = add_one(subject, object, reading) || added;
  }
  for (uint32_t subject : subjects.entities()) {
    for (uint32_t object : objects.entities()) {
      if (is_plausible(subject, object, reading)) add_derived(subject, object, reading);
    }
  }
  return added;
}

bool EventWriter::add_each(const Parties& parties, const EventReading& reading, bool both_ways) {
  bool added = false;
  for (size_t i = 0; i < parties.size(); ++i) {
    for (size_t j = i + 1; j < parties.size(); ++j) {
      added = add_one(parties[i], parties[j], reading) || added;
      if (both_ways) add_one(parties[j], parties[i], reading);
    }
  }
  return added;
}

}  // namespace actant
