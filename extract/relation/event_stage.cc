#include "extract/relation/event_stage.h"

#include <algorithm>

namespace actant {
namespace {

// Weights of a triple whose argument was found by control, sharing or attachment to the object.
constexpr float kDistantDiscount = 0.9f;

bool fits(const SlotPattern& pattern, const Slot& slot) {
  return pattern.kind == slot.kind && (pattern.kind != SlotKind::kOblique || pattern.preposition == slot.preposition);
}

// Acts against somebody: who refuses them does not reject him.
bool is_hostile_act(std::string_view lemma) {
  static constexpr std::string_view kActs[] = {"accuse",  "attack",    "blame",     "boycott",  "censure",
                                               "condemn", "criticise", "criticize", "denounce", "expel",
                                               "fault",   "oppose",    "punish",    "rebuke",   "sanction"};
  return std::ranges::find(kActs, lemma) != std::end(kActs);
}

}  // namespace

void EventStage::process(Document& document) {
  context_.reset(document, lexicon_);
  nominal_.reset();
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    const Token& token = document.tokens[t];
    if (context_.clauses.word(t) != 0) read_predicate(t);
    if (token.deprel == Deprel::kCase && token.norm == "against") read_against(t);
    if (token.deprel == Deprel::kCase && token.norm == "in") read_stay(t);
    if (token.upos == Upos::kAdj || token.upos == Upos::kNoun || token.upos == Upos::kPropn) prefixes_.read(t);
  }
}

void EventStage::read_predicate(uint32_t token) {
  const Token& word = context_.document->tokens[token];
  const ClauseReader& clauses = context_.clauses;
  const WordId plain = clauses.word(token);
  if (word.upos == Upos::kVerb || word.upos == Upos::kAux || ClauseReader::is_gerund(word)) {
    if (word.deprel == Deprel::kAux || word.deprel == Deprel::kAuxPass || word.deprel == Deprel::kCop) return;
    clauses.read(token, clause_);
    read_senses(lexicon_.verb(clause_.word));
    if (lexicon_.is(plain, WordClass::kSpeech)) read_demand(token);
    const Outlook outlook = lexicon_.outlook(plain);
    if (outlook == Outlook::kThreatened || outlook == Outlook::kRefused) read_prospect(token, outlook);
    // `the killing of`: tagged as a verb, but a noun by its dependents.
    if (word.xpos == Xpos::kVBG && (clauses.child(token, Deprel::kNmod) != kNone || is_between(token)))
      nominal_.read(token);
    return;
  }
  if (word.upos == Upos::kAdj && !lexicon_.adjective(plain).empty()) {
    clauses.read(token, clause_);
    if (word.deprel == Deprel::kAmod && clauses.child(token, Deprel::kNsubj) == kNone) {
      clause_.slots.push_back({SlotKind::kSubject, 0, word.head, true});
    }
    clause_.word = plain;
    read_senses(lexicon_.adjective(plain));
    return;
  }
  if (word.upos == Upos::kNoun || word.upos == Upos::kPropn) nominal_.read(token);
}

// `killed during fighting between A and B`
bool EventStage::is_between(uint32_t gerund) const {
  const ClauseReader& clauses = context_.clauses;
  if (clauses.child(gerund, Deprel::kNsubj) != kNone || clauses.child(gerund, Deprel::kObj) != kNone) return false;
  return std::ranges::any_of(clauses.children(gerund), [&](uint32_t c) {
    return context_.document->tokens[c].deprel == Deprel::kObl && between_ != 0 && clauses.preposition(c) == between_;
  });
}

bool EventStage::read_senses(std::span<const Sense> senses) {
  bool any = false;
  for (const Sense& sense : senses) {
    if (!matches(sense)) continue;
    if (sense.none) return any;
    const bool added = read_sense(sense, 1);
    any = any || added;
    if (added && !sense.also) return true;
  }
  return any;
}

bool EventStage::matches(const Sense& sense) const {
  return std::ranges::all_of(sense.conditions, [&](const SlotCondition& condition) {
    const bool found = std::ranges::any_of(clause_.slots, [&](const Slot& slot) {
      if (!fits(condition.slot, slot)) return false;
      if (condition.words.empty()) return true;
      return std::ranges::count(condition.words, context_.arguments.meant_word(slot.token)) > 0;
    });
    return found != condition.negated;
  });
}

bool EventStage::fill(std::span<const SlotPattern> patterns, Wanted wanted, Parties& parties, float& discount) const {
  for (const SlotPattern& pattern : patterns) {
    for (const Slot& slot : clause_.slots) {
      if (!fits(pattern, slot)) continue;
      const size_t before = parties.size();
      wanted.owner = pattern.owner;
      context_.arguments.find(slot.token, wanted, parties);
      if (parties.size() == before && pattern.owner) find_displaced_owner(parties);
      if (parties.size() == before) continue;
      if (slot.distant) discount *= kDistantDiscount;
      // `A, along with B, met C` has two subjects.
      if (pattern.kind != SlotKind::kSubject) return true;
    }
    if (!parties.empty()) return true;
  }
  return false;
}

// `rejected calls by X`, where the parser hangs the phrase on the verb.
void EventStage::find_displaced_owner(Parties& parties) const {
  for (const Slot& slot : clause_.slots) {
    const bool from = slot.kind == SlotKind::kOblique && (slot.preposition == by_ || slot.preposition == from_);
    if (from && parties.empty()) context_.arguments.find(slot.token, Wanted{}, parties);
  }
}

// `accused each other`, `clashed with one another`: the object is the subjects again.
bool EventStage::is_reciprocal(const Sense& sense) const {
  const std::vector<Token>& tokens = context_.document->tokens;
  const auto pair = [&](uint32_t first, uint32_t second) {
    if (first >= tokens.size() || second >= tokens.size()) return false;
    return (tokens[first].norm == "each" && tokens[second].norm == "other") ||
           (tokens[first].norm == "one" && tokens[second].norm == "another");
  };
  for (const SlotPattern& pattern : sense.object) {
    if (pattern.owner) continue;
    for (const Slot& slot : clause_.slots) {
      if (fits(pattern, slot) && (pair(slot.token, slot.token + 1) || pair(slot.token - 1, slot.token))) return true;
    }
  }
  return false;
}

// `A and B plan to meet`, but `A and B met C to discuss it`: who met says the first verb.
bool EventStage::shares_its_subject() const {
  const Token& predicate = context_.document->tokens[clause_.predicate];
  return predicate.deprel == Deprel::kXcomp && predicate.xpos == Xpos::kVB &&
         context_.clauses.child(predicate.head, Deprel::kObj) == kNone;
}

bool EventStage::read_sense(const Sense& sense, float discount) {
  Parties subjects, objects;
  const bool each = std::ranges::any_of(sense.object, [](const SlotPattern& p) { return p.kind == SlotKind::kEach; });
  if (!fill(sense.subject, Wanted{}, subjects, discount)) return false;
  const bool reciprocal = subjects.size() > 1 && is_reciprocal(sense);
  const bool filled = !reciprocal && fill(sense.object, Wanted{types_of(sense), false}, objects, discount);
  if (sense.named) objects.keep_if([&](uint32_t entity) { return context_.document->entities[entity].named; });
  if (!filled && each && subjects.size() == 1) {
    // `Hungarian and Romanian officials agreed`: the officials of the two with each other.
    Parties sides;
    context_.arguments.sides(subjects.token(0), sides);
    if (sides.size() > 1) subjects = sides;
  }
  if (!filled && !reciprocal && (!each || subjects.size() < 2)) return false;
  const Deprel role = context_.document->tokens[clause_.predicate].deprel;
  const bool below = role == Deprel::kAdvcl || role == Deprel::kXcomp;
  if (!filled && !reciprocal && below && (sense.relation == RelationType::kAttacked || !shares_its_subject())) {
    return false;
  }
  if (filled && objects.empty()) return false;
  EventReading reading;
  reading.relation = sense.relation;
  reading.predicate = clause_.predicate;
  reading.rule = sense.name;
  reading.place = context_.arguments.location(clause_.predicate);
  reading.polarity = judge_polarity(*context_.document, lexicon_, context_.clauses, clause_.predicate);
  reading.confidence = sense.prior * discount;
  if (expects_visit(sense)) reading.polarity.modality = Modality::kPlanned;
  if (!filled) {
    const bool both_ways = reciprocal && !relation_info(sense.relation).symmetric;
    return writer_.add_each(subjects, reading, sense.mutual || both_ways);
  }
  const bool added = writer_.add(subjects, objects, reading);
  if (sense.mutual) writer_.add(objects, subjects, reading);
  return added;
}

// `is expected in Brussels`, `is due in Brussels`
bool EventStage::expects_visit(const Sense& sense) const {
  return sense.relation == RelationType::kVisited && lexicon_.outlook(clause_.word) == Outlook::kPlanned;
}

// What a nominal predicate says of its subject.
void EventStage::add_copular(uint32_t subject, uint32_t predicate, const Wanted& wanted, RelationType relation,
                             float confidence, const char* rule) {
  Parties subjects, objects;
  context_.arguments.find(subject, Wanted{}, subjects);
  context_.arguments.find(predicate, wanted, objects);
  EventReading reading;
  reading.relation = relation;
  reading.predicate = predicate;
  reading.polarity = judge_polarity(*context_.document, lexicon_, context_.clauses, predicate);
  reading.confidence = confidence;
  reading.rule = rule;
  writer_.add(subjects, objects, reading);
}

// `X is against the war`
void EventStage::read_against(uint32_t preposition) {
  const ClauseReader& clauses = context_.clauses;
  const uint32_t thing = context_.document->tokens[preposition].head;
  if (thing == kNone || clauses.child(thing, Deprel::kCop) == kNone) return;
  const uint32_t holder = clauses.surface_subject(thing);
  if (holder == kNone) return;
  add_copular(holder, thing, Wanted{object_types(RelationType::kRejected), false}, RelationType::kRejected, 0.5f,
              "copula:against");
}

// `X is in Moscow for talks`, `X is in Moscow on a visit`, `X is in Moscow to attend`
void EventStage::read_stay(uint32_t preposition) {
  const ClauseReader& clauses = context_.clauses;
  const std::vector<Token>& tokens = context_.document->tokens;
  const uint32_t place = tokens[preposition].head;
  if (place == kNone || tokens[place].upos != Upos::kPropn || clauses.child(place, Deprel::kCop) == kNone) return;
  const bool on_business = std::ranges::any_of(clauses.children(place), [&](uint32_t c) {
    // `is in Egypt to discuss peace`
    if (tokens[c].deprel == Deprel::kAdvcl || tokens[c].deprel == Deprel::kAcl || tokens[c].deprel == Deprel::kXcomp) {
      return tokens[c].upos == Upos::kVerb && (tokens[c].xpos == Xpos::kVB || tokens[c].xpos == Xpos::kVBG);
    }
    if (tokens[c].deprel != Deprel::kNmod && tokens[c].deprel != Deprel::kObl) return false;
    return std::ranges::any_of(lexicon_.noun(clauses.word(c)), [](const NounSense& sense) {
      return sense.relation == RelationType::kMetWith || sense.relation == RelationType::kVisited;
    });
  });
  const uint32_t guest = clauses.surface_subject(place);
  if (!on_business || guest == kNone) return;
  add_copular(guest, place, Wanted{type_bit(EntityType::kPlace), false}, RelationType::kVisited, 0.6f, "copula:stay");
}

// `threatened to shut the border with X`, `refused to recognize X`: whatever the act is, it is a threat to or a
// rejection of the actor it would reach.
void EventStage::read_prospect(uint32_t token, Outlook outlook) {
  const ClauseReader& clauses = context_.clauses;
  const uint32_t act = clauses.child(token, Deprel::kXcomp), actor = clauses.agent(token);
  // A vow may be a good one: only what is hostile is a threat (EventWriter).
  if (context_.document->tokens[token].lemma == "vow") return;
  if (act == kNone || actor == kNone || context_.document->tokens[act].upos != Upos::kVerb) return;
  // `refused to condemn X` does not reject X.
  if (outlook == Outlook::kRefused && is_hostile_act(context_.document->tokens[act].lemma)) return;
  Parties subjects, objects;
  context_.arguments.find(actor, Wanted{}, subjects);
  clauses.read(act, clause_);
  for (const SlotKind kind : {SlotKind::kObject, SlotKind::kIndirect, SlotKind::kOblique}) {
    for (const Slot& slot : clause_.slots) {
      if (slot.kind == kind && objects.empty()) context_.arguments.find(slot.token, Wanted{}, objects);
    }
  }
  // `refused to respond to a demand from X`
  for (const Slot& slot : clause_.slots) {
    const bool beside = slot.kind == SlotKind::kObject || slot.kind == SlotKind::kOblique;
    if (beside && objects.empty()) context_.arguments.find(slot.token, Wanted{kActorTypes, true}, objects);
  }
  EventReading reading;
  reading.relation = outlook == Outlook::kThreatened ? RelationType::kThreatened : RelationType::kRejected;
  reading.predicate = token;
  reading.polarity = judge_polarity(*context_.document, lexicon_, clauses, token);
  reading.confidence = 0.45f;
  reading.rule = outlook == Outlook::kThreatened ? "prospect:threat" : "prospect:refusal";
  writer_.add(subjects, objects, reading);
}

// `said that Libya must hand over the suspects` is a demand on Libya.
void EventStage::read_demand(uint32_t token) {
  const ClauseReader& clauses = context_.clauses;
  const std::vector<Token>& tokens = context_.document->tokens;
  const uint32_t content = clauses.child(token, Deprel::kCcomp);
  if (content == kNone) return;
  const bool must = std::ranges::any_of(clauses.children(content), [&](uint32_t c) {
    return tokens[c].deprel == Deprel::kAux && tokens[c].norm == "must";
  });
  if (!must) return;
  const uint32_t speaker = clauses.agent(token), addressee = clauses.agent(content);
  if (speaker == kNone || addressee == kNone) return;
  Parties subjects, objects;
  context_.arguments.find(speaker, Wanted{}, subjects);
  context_.arguments.find(addressee, Wanted{}, objects);
  EventReading reading;
  reading.relation = RelationType::kRequested;
  reading.predicate = token;
  reading.polarity = judge_polarity(*context_.document, lexicon_, clauses, token);
  reading.confidence = 0.55f;
  reading.rule = "demand:must";
  writer_.add(subjects, objects, reading);
}

}  // namespace actant
