#include "extract/relation/event_place.h"

#include "extract/entity/noun_phrase.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

// Nouns of what people come together for; where it is held, things are said and agreed.
bool is_gathering(std::string_view lemma) {
  return is_one_of(lemma, {"meeting",  "talk",      "talks",   "summit",   "conference", "rally",    "forum",    "visit",
                           "trip",     "ceremony",  "session", "briefing", "speech",     "interview", "event",   "gathering",
                           "dinner",   "lunch",     "tour",    "debate",   "hearing",    "protest",  "march",    "demonstration",
                           "negotiation", "discussion", "workshop", "seminar", "convention", "congress", "assembly", "event",
                           "address",  "stop",      "opening", "dialogue", "campaign",   "funeral",  "mass"});
}

bool is_where(std::string_view preposition) {
  return is_one_of(preposition, {"in", "at", "near", "outside", "inside", "across", "throughout", "around"});
}

// The named place that the phrase headed by `token` gives; kNone.
uint32_t named_place(const Document& document, uint32_t token) {
  uint32_t entity = find_entity_by_head(document, token);
  if (entity != kNone && !document.entities[entity].named) {
    const uint32_t beside = child_with(document, token, Deprel::kAppos);
    entity = beside == kNone ? kNone : find_entity_by_head(document, beside);
  }
  if (entity == kNone || document.entities[entity].type != EntityType::kPlace) return kNone;
  return document.entities[entity].named ? entity : kNone;
}

// Where `token` is said to be: its own phrase of place, or that of the gathering it happened at.
uint32_t place_at(const Document& document, uint32_t token, int depth = 0) {
  for (uint32_t child : children_of(document, token)) {
    const Token& word = document.tokens[child];
    const bool phrase = is_oblique(word.deprel) || is_nominal_modifier(word.deprel);
    if (!phrase) continue;
    const std::string_view preposition = preposition_of(document, child);
    if (is_where(preposition)) {
      if (const uint32_t place = named_place(document, child); place != kNone) return place;
    }
    if (depth > 1 || word.upos != Upos::kNoun || !is_gathering(word.lemma)) continue;
    if (!is_one_of(preposition, {"at", "during", "in", "on", "for", "after", "following", "of", "before"})) continue;
    if (const uint32_t place = place_at(document, child, depth + 1); place != kNone) return place;
    // `a visit to Doha`, `held this year in Beijing`
    for (uint32_t below : children_of(document, child)) {
      const Token& inner = document.tokens[below];
      const bool trip = is_one_of(word.lemma, {"visit", "trip", "tour"}) && is_nominal_modifier(inner.deprel) &&
                        preposition_of(document, below) == "to";
      const bool held = inner.deprel == Deprel::kAcl && inner.xpos == Xpos::kVBN;
      const uint32_t place = trip ? named_place(document, below) : held ? place_at(document, below, depth + 1) : kNone;
      if (place != kNone) return place;
    }
  }
  return kNone;
}

// On the predicate, on the verb that carries an event noun, or on the clause that it is joined to.
uint32_t place_of(const Document& document, uint32_t predicate) {
  for (int step = 0; step < 3 && predicate != kNone; ++step) {
    if (const uint32_t place = place_at(document, predicate); place != kNone) return place;
    const Token& word = document.tokens[predicate];
    if (word.head == kNone) return kNone;
    const bool noun = word.upos == Upos::kNoun || word.upos == Upos::kPropn;
    const bool carried = noun && document.tokens[word.head].upos == Upos::kVerb &&
                         (word.deprel == Deprel::kObj || word.deprel == Deprel::kNsubjPass);
    const bool joined = (word.deprel == Deprel::kConj && !noun && child_with(document, predicate, Deprel::kNsubj) == kNone) ||
                        (word.deprel == Deprel::kAdvcl && word.xpos == Xpos::kVBG);
    if (!carried && !joined) return kNone;
    // `discussed the situation in Lebanon and agreed`: what stands behind the object may belong to it.
    if (joined && child_with(document, word.head, Deprel::kObj) != kNone) return kNone;
    predicate = word.head;
  }
  return kNone;
}

// `met X, who is on a trip to Doha`: the trip of the same sentence.
uint32_t trip_of(const Document& document, const Triple& meeting) {
  for (const Triple& trip : document.triples) {
    if (trip.relation != RelationType::kVisited || trip.negated || trip.modality != Modality::kActual) continue;
    if (trip.subject != meeting.subject && trip.subject != meeting.object) continue;
    if (trip.evidence.empty() || trip.evidence.front() != meeting.evidence.front()) continue;
    const DocumentEntity& place = document.entities[trip.object];
    if (place.type == EntityType::kPlace && place.named) return trip.object;
  }
  return kNone;
}

void set_place(Triple& triple, uint32_t place) {
  if (place != triple.subject && place != triple.object) triple.place = place;
}

// `following the meeting in Paris`: the meeting told of before.
void place_earlier_meetings(Document& document) {
  constexpr uint32_t kReach = 12;  // sentences back to the meeting that `the` takes up
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    const Token& word = document.tokens[t];
    if (word.upos != Upos::kNoun || !is_one_of(word.lemma, {"meeting", "talk", "talks", "summit", "negotiation"})) continue;
    const uint32_t determiner = child_with(document, t, Deprel::kDet);
    if (determiner == kNone || document.tokens[determiner].norm != "the") continue;
    const uint32_t place = place_at(document, t, 2);
    if (place == kNone) continue;
    const uint32_t sentence = sentence_of(document, t);
    for (Triple& triple : document.triples) {
      if (triple.relation != RelationType::kMetWith || triple.place != kNone || triple.evidence.empty()) continue;
      const uint32_t told = triple.evidence.front();
      if (triple.modality == Modality::kActual && told <= sentence && told + kReach >= sentence) set_place(triple, place);
    }
  }
}

}  // namespace

void PlaceStage::process(Document& document) {
  bool met = false;
  for (Triple& triple : document.triples) {
    const RelationInfo& info = relation_info(triple.relation);
    if (triple.predicate == kNone || triple.place != kNone || info.fact || triple.evidence.empty()) continue;
    if (triple.relation == RelationType::kVisited || triple.relation == RelationType::kOpen) continue;
    const bool speech = triple.relation == RelationType::kStated;
    uint32_t place = place_of(document, triple.predicate);
    if (place == kNone && triple.relation == RelationType::kMetWith) place = trip_of(document, triple);
    if (place != kNone && (speech || triple.object != place)) {
      if (speech && place == triple.subject) continue;
      triple.place = place != triple.subject ? place : kNone;
    }
    met = met || triple.relation == RelationType::kMetWith;
  }
  if (met) place_earlier_meetings(document);
}

}  // namespace actant
