#include <algorithm>

#include "extract/relation/clause_words.h"
#include "extract/relation/nominal_event.h"

// The parties of an event noun: behind prepositions, before the noun, at the verb that carries it.

namespace actant {

void NominalEvents::prepositional(uint32_t head, std::span<const WordId> prepositions, const Wanted& wanted,
                                  Parties& parties) const {
  const std::vector<Token>& tokens = context_.document->tokens;
  for (WordId preposition : prepositions) {
    for (uint32_t c : context_.clauses.children(head)) {
      const Deprel deprel = tokens[c].deprel;
      if (deprel != Deprel::kNmod && deprel != Deprel::kObl && deprel != Deprel::kOblAgent) continue;
      if (context_.clauses.preposition(c) == preposition) context_.arguments.find(c, wanted, parties);
    }
    if (!parties.empty()) return;
  }
}

// `with the support of X, Y took the town`: Y is who was supported.
void NominalEvents::helped_subject(uint32_t noun, const NounSense& sense, Parties& parties) const {
  const bool help = sense.relation == RelationType::kSupports || sense.relation == RelationType::kAided;
  const Token& token = context_.document->tokens[noun];
  if (!help || token.deprel != Deprel::kObl || token.head == kNone) return;
  if (context_.clauses.preposition(noun) != with_) return;
  if (const uint32_t subject = context_.clauses.agent(token.head); subject != kNone) {
    context_.arguments.find(subject, Wanted{}, parties);
  }
}

// `its demand that Israel ease the siege`, `a call for X to leave`: the subject of what is demanded is who is asked.
void NominalEvents::addressee(uint32_t noun, const Wanted& wanted, Parties& parties) const {
  for (uint32_t c : context_.clauses.children(noun)) {
    const Deprel deprel = context_.document->tokens[c].deprel;
    const bool marked = context_.clauses.child(c, Deprel::kMark) != kNone;
    const bool clause = deprel == Deprel::kAcl || deprel == Deprel::kCcomp || deprel == Deprel::kAdvcl ||
                        (deprel == Deprel::kAclRelcl && marked);
    const uint32_t subject = clause ? context_.clauses.child(c, Deprel::kNsubj) : kNone;
    if (subject != kNone && parties.empty()) context_.arguments.find(subject, wanted, parties);
    // `the need for action by X`
    if (deprel == Deprel::kNmod && parties.empty()) prepositional(c, {&by_, 1}, wanted, parties);
  }
}

// Whom the text makes answerable for the event: `blamed X for the attack on`, `X claimed responsibility for the
// attack`, `X was behind the attack`.
void NominalEvents::culprit(uint32_t noun, Parties& parties) const {
  const std::vector<Token>& tokens = context_.document->tokens;
  const ClauseReader& clauses = context_.clauses;
  uint32_t answerable = kNone;
  const WordId preposition = clauses.preposition(noun);
  const uint32_t head = tokens[noun].head;
  if (head != kNone && preposition != 0 && (preposition == for_ || preposition == of_ || preposition == in_)) {
    const WordId word = clauses.word(head);
    if (context_.lexicon->is(word, WordClass::kAnswerable)) {
      // `responsible for`, `responsibility for`
      answerable = clauses.is_clause(head) || tokens[head].head == kNone ? clauses.surface_subject(head)
                                                                         : clauses.agent(tokens[head].head);
    } else if (context_.lexicon->is(word, WordClass::kBlame) && tokens[head].upos == Upos::kVerb) {
      answerable = clauses.is_passive(head) ? clauses.surface_subject(head) : clauses.child(head, Deprel::kObj);
      if (answerable == kNone) answerable = clauses.child(head, Deprel::kIobj);
    }
  }
  for (uint32_t c : clauses.children(noun)) {  // `attacks for which X has claimed responsibility`
    if (answerable != kNone || tokens[c].deprel != Deprel::kAclRelcl) continue;
    const uint32_t object = clauses.child(c, Deprel::kObj);
    if (object == kNone || !context_.lexicon->is(clauses.word(object), WordClass::kAnswerable)) continue;
    answerable = clauses.agent(c);
  }
  if (answerable != kNone && answerable != noun) context_.arguments.find(answerable, Wanted{}, parties);
}

// `police arrested hundreds in a crackdown on vendors`: who does it on the occasion of the event does the event.
void NominalEvents::assailant(uint32_t noun, Parties& parties) const {
  const std::vector<Token>& tokens = context_.document->tokens;
  const ClauseReader& clauses = context_.clauses;
  const uint32_t verb = tokens[noun].head;
  if (tokens[noun].deprel != Deprel::kObl || verb == kNone || tokens[verb].upos != Upos::kVerb) return;
  const WordId preposition = clauses.preposition(noun);
  if (preposition == 0 || (preposition != occasion_[0] && preposition != occasion_[1])) return;
  const bool hostile =
      std::ranges::any_of(context_.lexicon->verb(clauses.predicate_word(verb)), [](const Sense& sense) {
        return sense.relation == RelationType::kAttacked || sense.relation == RelationType::kCoerced;
      });
  if (!hostile) return;
  if (const uint32_t agent = clauses.agent(verb); agent != kNone) context_.arguments.find(agent, Wanted{}, parties);
}

// `the regime's crimes, including the killing of civilians`, `including starving P and the killing of Q`: a deed that
// is listed among others is done by whose they are.
void NominalEvents::lister(uint32_t noun, Parties& parties) const {
  const std::vector<Token>& tokens = context_.document->tokens;
  const ClauseReader& clauses = context_.clauses;
  uint32_t first = noun;
  for (int depth = 0; depth < 3 && tokens[first].deprel == Deprel::kConj; ++depth) first = tokens[first].head;
  uint32_t doer = kNone;
  if (first != noun && tokens[first].xpos == Xpos::kVBG) {
    doer = clauses.agent(first);
  } else if (const uint32_t example = clauses.child(first, Deprel::kCase);
             example != kNone && tokens[example].norm == "including" && tokens[first].head != kNone &&
             context_.lexicon->is(clauses.word(tokens[first].head), WordClass::kConduct)) {
    doer = clauses.owner(tokens[first].head);
  }
  if (doer != kNone) context_.arguments.find(doer, Wanted{}, parties);
}

// `praised the solidarity of X [with Y]`, where the phrase hangs on the verb: a verb of praise or blame takes none
// such.
bool NominalEvents::shares_object(uint32_t noun, uint32_t oblique) const {
  const std::vector<Token>& tokens = context_.document->tokens;
  const uint32_t verb = tokens[oblique].head;
  if (tokens[noun].deprel != Deprel::kObj || tokens[noun].head != verb || tokens[oblique].deprel != Deprel::kObl)
    return false;
  const WordId preposition = context_.clauses.preposition(oblique);
  if (preposition == for_) return false;  // the reason of the praise
  const std::span<const Sense> senses = context_.lexicon->verb(context_.clauses.predicate_word(verb));
  const auto takes = [&](const SlotPattern& slot) { return slot.preposition == preposition; };
  return !senses.empty() && std::ranges::all_of(senses, [&](const Sense& sense) {
    const bool stance = sense.relation == RelationType::kSupports || sense.relation == RelationType::kAccused ||
                        sense.relation == RelationType::kRejected || sense.relation == RelationType::kStated;
    return stance && std::ranges::none_of(sense.object, takes) && std::ranges::none_of(sense.subject, takes);
  });
}

// A phrase that the parser hung on a noun beside or inside the event's own phrases: `the support [of [Iran [for
// Syria]]]`,
// `[a protest [against [the crackdown]] [on activists]]`, or on the verb of its own.
void NominalEvents::displaced(uint32_t noun, std::span<const WordId> prepositions, const Wanted& wanted,
                              Parties& parties) const {
  constexpr uint32_t kReach = 24;
  const std::vector<Token>& tokens = context_.document->tokens;
  const ClauseReader& clauses = context_.clauses;
  for (uint32_t t = noun + 1; t < tokens.size() && t < noun + kReach; ++t) {
    if (tokens[t].head == kNone || tokens[t].upos == Upos::kVerb) return;
    if (tokens[t].norm == ";" || tokens[t].norm == "including") return;
    if (tokens[t].deprel != Deprel::kNmod && tokens[t].deprel != Deprel::kObl) continue;
    const WordId preposition = clauses.preposition(t);
    if (preposition == 0 || preposition == of_ || preposition == occasion_[0]) continue;
    if (std::ranges::count(prepositions, preposition) == 0) continue;
    uint32_t at = tokens[t].head;
    bool below = (at == tokens[noun].head && tokens[at].upos != Upos::kVerb) || shares_object(noun, t);
    for (int depth = 0; depth < 4 && !below && at != kNone && at > noun; ++depth) {
      // `mediation in the talks with X`: X belongs to the talks.
      if (!context_.lexicon->noun(clauses.word(at)).empty() && at + 1 < t) break;
      at = tokens[at].head;
      below = at == noun;
    }
    if (!below) continue;
    context_.arguments.find(t, wanted, parties);
    if (!parties.empty()) return;
  }
}

// `fighting was reported between A and B`, `talks involving A and B`
void NominalEvents::participants(uint32_t noun, Parties& parties) const {
  const std::vector<Token>& tokens = context_.document->tokens;
  const ClauseReader& clauses = context_.clauses;
  Parties sides;
  if (const uint32_t verb = tokens[noun].head;
      is_nominal_subject(tokens[noun].deprel) && verb != kNone && verb > noun) {
    prepositional(verb, among_, Wanted{}, sides);
  }
  for (uint32_t c : clauses.children(noun)) {
    if (!sides.empty() || tokens[c].deprel != Deprel::kAcl || tokens[c].xpos != Xpos::kVBG) continue;
    if (tokens[c].lemma != "involve" && tokens[c].lemma != "include") continue;
    if (const uint32_t object = clauses.child(c, Deprel::kObj); object != kNone)
      context_.arguments.find(object, Wanted{}, sides);
  }
  if (sides.size() > 1) parties = sides;
}

// `during a meeting in Washington two weeks ago between A and B`: `between` has two sides, wherever the parser hangs
// it.
void NominalEvents::far_sides(uint32_t noun, const NounSense& sense, const Wanted& wanted, Parties& parties) const {
  constexpr uint32_t kReach = 12;
  const std::vector<Token>& tokens = context_.document->tokens;
  if (among_[0] == 0 || std::ranges::count(sense.second, among_[0]) == 0) return;
  // `fighting has been reported between A and B`
  const bool subject = is_nominal_subject(tokens[noun].deprel);
  for (uint32_t t = noun + 1; t < tokens.size() && t < noun + kReach; ++t) {
    if (subject && t == tokens[noun].head) continue;
    if (tokens[t].upos == Upos::kVerb || tokens[t].head == kNone) return;
    if (tokens[t].upos == Upos::kPunct && tokens[t].norm != ",") return;
    if (tokens[t].deprel != Deprel::kObl && tokens[t].deprel != Deprel::kNmod) continue;
    if (context_.clauses.preposition(t) != among_[0]) continue;
    Parties sides;
    context_.arguments.find(t, wanted, sides);
    if (sides.size() > 1) parties = sides;
    return;
  }
}

// `readout of [President X] Call with Y`: headlines leave the mark of the owner out.
void NominalEvents::headline_owner(uint32_t noun, Parties& parties) const {
  const Document& document = *context_.document;
  for (const Mention& mention : document.mentions) {
    if (mention.last != noun || mention.kind != MentionKind::kName || mention.entity == kNone) continue;
    if (document.entities[mention.entity].type == EntityType::kPerson) parties.add(mention.entity, mention.head);
  }
}

void NominalEvents::first_party(uint32_t noun, const NounSense& sense, const Carriage& carriage,
                                Parties& parties) const {
  const Wanted actor;
  if (sense.self) {
    // `X is a key supplier of oil to Y`
    const bool predicative = context_.clauses.child(noun, Deprel::kCop) != kNone;
    const uint32_t subject = predicative ? context_.clauses.surface_subject(noun) : kNone;
    if (subject != kNone) context_.arguments.find(subject, actor, parties);
    if (parties.empty()) context_.arguments.find(noun, actor, parties);
    return;
  }
  const uint32_t owner = context_.clauses.child(noun, Deprel::kNmodPoss);
  // `reiterated the United States' support for X`, `reiterated U.S. support for X`
  if (carriage.kind == Carrier::kAgent && sense.relation == RelationType::kSupports) {
    if (owner != kNone) context_.arguments.find(owner, actor, parties);
    if (parties.empty()) context_.arguments.premodifiers(noun, parties);
    if (!parties.empty()) return;
  }
  if (carriage.kind == Carrier::kAgent || carriage.kind == Carrier::kParticipant) {
    if (carriage.subject != kNone) context_.arguments.find(carriage.subject, actor, parties);
    if (!parties.empty()) return;
  }
  const bool of_first = std::ranges::count(sense.first, of_) > 0;
  // `its attacks by proxies on`: the `by` phrase comes before the owner, the owner before an `of` phrase.
  for (WordId preposition : sense.first) {
    if (preposition != of_) prepositional(noun, {&preposition, 1}, actor, parties);
    if (!parties.empty()) return;
  }
  if (carriage.kind == Carrier::kUndergoer) prepositional(carriage.verb, sense.first, actor, parties);
  if (parties.empty() && owner != kNone) context_.arguments.find(owner, actor, parties);
  if (parties.empty()) context_.arguments.premodifiers(noun, parties);
  if (parties.empty() && of_first) prepositional(noun, {&of_, 1}, actor, parties);
  if (parties.empty() && sense.relation == RelationType::kMetWith) headline_owner(noun, parties);
  if (!parties.empty()) return;
  if (sense.relation != RelationType::kAttacked && sense.relation != RelationType::kCoerced) return;
  if (sense.relation == RelationType::kAttacked) culprit(noun, parties);
  if (parties.empty()) assailant(noun, parties);
  if (parties.empty()) lister(noun, parties);
}

void NominalEvents::second_party(uint32_t noun, const NounSense& sense, const Carriage& carriage,
                                 Parties& parties) const {
  const Wanted wanted{sense.types != 0 ? sense.types : object_types(sense.relation), false};
  if (carriage.kind == Carrier::kUndergoer) {
    if (carriage.subject != kNone) context_.arguments.find(carriage.subject, wanted, parties);
    return;
  }
  prepositional(noun, sense.second, wanted, parties);
  if (parties.empty() && !sense.self) displaced(noun, sense.second, wanted, parties);
  if (parties.empty() && !sense.self) far_sides(noun, sense, wanted, parties);
  if (sense.self && parties.empty()) {
    if (const uint32_t owner = context_.clauses.child(noun, Deprel::kNmodPoss); owner != kNone) {
      context_.arguments.find(owner, wanted, parties);
    }
    if (parties.empty()) context_.arguments.premodifiers(noun, parties);
    return;
  }
  if (parties.empty()) helped_subject(noun, sense, parties);
  // `his Saudi trip`, `begins a European tour`
  const bool traveller = context_.clauses.child(noun, Deprel::kNmodPoss) != kNone || carriage.subject != kNone;
  if (parties.empty() && traveller && sense.relation == RelationType::kVisited) {
    context_.arguments.premodifiers(noun, parties);
    parties.keep_if([&](uint32_t entity) { return context_.document->entities[entity].type == EntityType::kPlace; });
  }
  if (parties.empty() && sense.relation == RelationType::kRequested) addressee(noun, wanted, parties);
  if (!parties.empty() || carriage.verb == kNone) return;
  prepositional(carriage.verb, sense.second, wanted, parties);
  if (!parties.empty()) return;
  // `gave Tanzania a grant`, `paid Iran a visit`
  const std::vector<Token>& tokens = context_.document->tokens;
  for (uint32_t c : context_.clauses.children(carriage.verb)) {
    const Deprel deprel = tokens[c].deprel;
    const bool given = deprel == Deprel::kIobj || (deprel == Deprel::kObj && c != noun && c < noun);
    if (given) context_.arguments.find(c, wanted, parties);
  }
}

}  // namespace actant
