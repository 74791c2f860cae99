#include "extract/relation/event_place.h"

#include "extract/entity/noun_phrase.h"
#include "extract/relation/clause_place.h"
#include "extract/relation/dateline.h"
#include "extract/relation/event_anchor.h"
#include "extract/relation/place_phrase.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

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

// Whether the place is named in the sentence outside of what is said: `announced the visit of X to the fair in Tokyo`.
bool is_named_outside(const Document& document, const Triple& triple, uint32_t place) {
  const Span said = document.statements[triple.object].span;
  const uint32_t sentence = sentence_of(document, triple.predicate);
  // `voiced concern over X during a meeting in Washington`
  for (const uint32_t child : children_of(document, triple.predicate)) {
    if (is_oblique(document.tokens[child].deprel) && preposition_of(document, child) == "during" &&
        place_beside(document, child) == place)
      return true;
  }
  bool here = false;
  for (const uint32_t m : document.entities[place].mentions) {
    const Mention& mention = document.mentions[m];
    if (sentence_of(document, mention.head) != sentence) continue;
    here = true;
    if (!said.contains(document.tokens[mention.head].span)) return true;
  }
  return !here;
}

void set_place(Triple& triple, uint32_t place) {
  const bool argument = place == triple.subject || (triple.relation != RelationType::kStated && place == triple.object);
  if (place != kNone && !argument) triple.place = place;
}

// Sentences on either side of `the meeting in Paris` in which the same meeting is told of.
struct Reach {
  uint32_t before = 0, behind = 0;
};

// A meeting is taken up by `the` over a whole article; of attacks the next may be another one; a protest is told of at
// once, with any article.
Reach reach_of(RelationType relation, bool definite) {
  switch (relation) {
    case RelationType::kMetWith: return {definite ? 12U : 0U, 0};
    case RelationType::kAttacked: return {definite ? 2U : 0U, 0};
    case RelationType::kProtested: return {1, 1};
    default: return {};
  }
}

// `an interview with VOA in Washington`: VOA, which `spoke with VOA` of the sentences around names too; kNone.
uint32_t partner_of(const Document& document, uint32_t noun) {
  if (!is_one_of(document.tokens[noun].lemma, {"interview", "conversation", "audience"})) return kNone;
  for (uint32_t child : children_of(document, noun)) {
    if (is_nominal_modifier(document.tokens[child].deprel) && preposition_of(document, child) == "with")
      return find_entity_by_head(document, child);
  }
  return kNone;
}

void place_talks_with(Document& document, uint32_t noun, uint32_t partner) {
  constexpr uint32_t kReach = 2;  // sentences
  uint32_t place = place_beside(document, noun);
  for (uint32_t child : children_of(document, noun)) {
    if (place == kNone && is_nominal_modifier(document.tokens[child].deprel)) place = place_beside(document, child);
  }
  const uint32_t sentence = sentence_of(document, noun);
  for (Triple& triple : document.triples) {
    if (triple.relation != RelationType::kMetWith || triple.place != kNone || triple.evidence.empty()) continue;
    if (triple.subject != partner && triple.object != partner) continue;
    const uint32_t told = triple.evidence.front();
    if (told <= sentence + kReach && sentence <= told + kReach) set_place(triple, place);
  }
}

// `following the meeting in Paris`: the event of that kind that is told of before.
void place_events_named_again(Document& document) {
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    if (document.tokens[t].upos != Upos::kNoun) continue;
    if (const uint32_t partner = partner_of(document, t); partner != kNone) place_talks_with(document, t, partner);
    const uint64_t relations = event_relations(document.tokens[t]);
    if (relations == 0) continue;
    uint32_t place = place_beside(document, t);
    const bool protest = (relations >> static_cast<int>(RelationType::kProtested) & 1) != 0;
    if (place == kNone && protest && document.tokens[t].deprel == Deprel::kObj)
      place = place_at(document, document.tokens[t].head);
    // `the attack took place near Kabul`
    const uint32_t verb = document.tokens[t].head;
    if (place == kNone && document.tokens[t].deprel == Deprel::kNsubj && is_occurrence(document.tokens[verb].lemma))
      place = place_at(document, verb);
    if (place == kNone) continue;
    const uint32_t determiner = child_with(document, t, Deprel::kDet);
    const bool definite = determiner != kNone && is_one_of(document.tokens[determiner].norm, {"the", "this"});
    const uint32_t sentence = sentence_of(document, t);
    for (Triple& triple : document.triples) {
      if (triple.place != kNone || triple.evidence.empty() || triple.modality != Modality::kActual) continue;
      if (triple.predicate == kNone || is_call(document, triple)) continue;
      if (relation_info(triple.relation).fact || triple.relation == RelationType::kOpen) continue;
      if ((relations >> static_cast<int>(triple.relation) & 1) == 0) continue;
      const Reach reach = reach_of(triple.relation, definite);
      const uint32_t told = triple.evidence.front();
      if (told <= sentence ? told + reach.before >= sentence && reach.before != 0 : sentence + reach.behind >= told)
        set_place(triple, place);
    }
  }
}

bool bears_place(const Triple& triple) {
  if (triple.predicate == kNone || triple.place != kNone || triple.evidence.empty()) return false;
  return !relation_info(triple.relation).fact && triple.relation != RelationType::kVisited &&
         triple.relation != RelationType::kOpen;
}

}  // namespace

void PlaceStage::process(Document& document) {
  if (document.triples.empty()) return;
  const Dateline dateline = find_dateline(document);
  for (Triple& triple : document.triples) {
    // Where a visit goes to is where it happened: `arrived in Kabul after a visit to Pakistan`.
    if (triple.relation == RelationType::kVisited && triple.object < document.entities.size() &&
        document.entities[triple.object].type == EntityType::kPlace)
      triple.place = kNone;
    if (!bears_place(triple)) continue;
    uint32_t place = place_in_clause(document, triple, dateline);
    if (place == kNone && triple.relation == RelationType::kMetWith) place = trip_of(document, triple);
    if (place != kNone && triple.relation == RelationType::kStated && !is_named_outside(document, triple, place))
      place = kNone;
    set_place(triple, place);
  }
  place_events_named_again(document);
}

}  // namespace actant
