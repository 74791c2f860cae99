#include "extract/relation/arguments.h"

#include <algorithm>

#include "extract/entity/gazetteer.h"
#include "extract/entity/noun_phrase.h"
#include "extract/relation/topic_link.h"

namespace actant {
namespace {

constexpr int kMaxDepth = 4;

EntityType nominal_type(const Token& noun) {
  const NounEntry* entry = Gazetteer::get().noun(noun.lemma);
  if (entry == nullptr) return EntityType::kTopic;
  switch (entry->noun_class) {
    case NounClass::kPerson: return noun.xpos == Xpos::kNNS ? EntityType::kGroup : EntityType::kPerson;
    case NounClass::kOrganization: return EntityType::kOrganization;
    case NounClass::kPlace: return EntityType::kPlace;
    case NounClass::kGroup: return EntityType::kGroup;
  }
  return EntityType::kTopic;
}

}  // namespace

void Parties::add(uint32_t entity, uint32_t token) {
  if (count_ == kCapacity || std::ranges::find(entities(), entity) != entities().end()) return;
  entities_[count_] = entity;
  tokens_[count_++] = token;
}

void ArgumentFinder::reset(Document& document, const Lexicon& lexicon, const ClauseReader& clauses) {
  document_ = &document;
  clauses_ = &clauses;
  if (lexicon_ == &lexicon) return;
  lexicon_ = &lexicon;
  of_ = lexicon.id("of");
  by_ = lexicon.id("by");
  in_ = lexicon.id("in");
  at_ = lexicon.id("at");
  near_ = lexicon.id("near");
  from_ = lexicon.id("from");
  with_ = lexicon.id("with");
  between_ = lexicon.id("between");
}

void ArgumentFinder::find(uint32_t token, const Wanted& wanted, Parties& parties) const {
  token = clauses_->antecedent(token);
  if (wanted.owner) {
    owners(token, parties);
    return;
  }
  find_one(token, wanted, parties, 0);
  const bool described = clauses_->child(token, Deprel::kAppos) != kNone;
  for (uint32_t c : clauses_->children(token)) {
    const bool example = document_->tokens[c].deprel == Deprel::kAppos && is_example(*document_, c);
    if (example || is_companion(c)) find_one(c, wanted, parties, 0);
    if (document_->tokens[c].deprel != Deprel::kConj || clauses_->is_clause(c)) continue;
    if (described && is_bare_description(c)) continue;
    if (const uint32_t link = clauses_->child(c, Deprel::kCc); link != kNone && document_->tokens[link].norm == "but")
      continue;
    find_one(c, wanted, parties, 0);
  }
  if (const uint32_t named = included(token); named != kNone) find(named, wanted, parties);
}

// `met leaders of the party, including X and Y`, `groups such as X`: X and Y are among them.
uint32_t ArgumentFinder::included(uint32_t token) const {
  const std::vector<Token>& tokens = document_->tokens;
  const auto is_including = [&](uint32_t c) {
    const uint32_t preposition = clauses_->child(c, Deprel::kCase);
    if (c <= token || preposition == kNone) return false;
    const bool such = tokens[preposition].norm == "such" && tokens[preposition + 1].norm == "as";
    return such || tokens[preposition].norm == "including";
  };
  for (uint32_t c : clauses_->children(token)) {
    if (tokens[c].deprel == Deprel::kNmod && is_including(c)) return c;
  }
  if (tokens[token].head == kNone || tokens[token].deprel == Deprel::kNmod) return kNone;
  // The parser may hang the phrase on the verb: then it must be next behind.
  for (uint32_t c : clauses_->children(tokens[token].head)) {
    if (c <= token || tokens[c].deprel == Deprel::kPunct) continue;
    return tokens[c].deprel == Deprel::kObl && is_including(c) ? c : kNone;
  }
  return kNone;
}

// `X, along with Y, met Z`
bool ArgumentFinder::is_companion(uint32_t token) const {
  if (document_->tokens[token].deprel != Deprel::kNmod) return false;
  return std::ranges::any_of(clauses_->children(token), [&](uint32_t c) {
    const std::string_view norm = document_->tokens[c].norm;
    return c < token && (norm == "along" || norm == "together" || norm == "alongside");
  });
}

// `X, member of the party and head of the bureau, ...`: the parser may take the second description for another person.
bool ArgumentFinder::is_bare_description(uint32_t token) const {
  return document_->tokens[token].xpos == Xpos::kNN && clauses_->child(token, Deprel::kDet) == kNone &&
         clauses_->child(token, Deprel::kNmodPoss) == kNone;
}

// `the two countries`, `both nations`
bool ArgumentFinder::is_both_countries(uint32_t token) const {
  const Token& word = document_->tokens[token];
  if (word.xpos != Xpos::kNNS) return false;
  const std::string_view lemma = word.lemma;
  if (lemma != "country" && lemma != "nation" && lemma != "state" && lemma != "government" && lemma != "neighbor" &&
      lemma != "neighbour" && lemma != "side") {
    return false;
  }
  for (uint32_t c : clauses_->children(token)) {
    const std::string_view norm = document_->tokens[c].norm;
    if (c < token && (norm == "two" || norm == "both")) return true;
  }
  return false;
}

// The two countries named in this and the sentences before it; nothing where a third is named as near.
bool ArgumentFinder::find_two_countries(uint32_t token, Parties& parties) const {
  constexpr uint32_t kReach = 2;  // sentences
  const uint32_t sentence = sentence_of(*document_, token);
  Parties found;
  for (uint32_t back = 0; back <= kReach && back <= sentence; ++back) {
    for (const DocumentEntity& entity : document_->entities) {
      if (entity.type != EntityType::kPlace || !entity.named || entity.country.empty()) continue;
      if (Gazetteer::get().country_name(entity.country) != entity.name) continue;
      for (uint32_t m : entity.mentions) {
        const Mention& mention = document_->mentions[m];
        if (mention.sentence + back != sentence || mention.head >= token) continue;
        found.add(static_cast<uint32_t>(&entity - document_->entities.data()), token);
      }
    }
    if (found.size() > 2) return false;
    if (found.size() == 2) break;
  }
  if (found.size() != 2) return false;
  parties.add(found[0], token);
  parties.add(found[1], token);
  return true;
}

bool ArgumentFinder::find_known(uint32_t token, uint16_t types, Parties& parties) const {
  const uint32_t entity = find_entity_by_head(*document_, token);
  if (entity == kNone) return false;
  if (const std::vector<uint32_t>& members = document_->entities[entity].members; !members.empty()) {
    const size_t before = parties.size();
    for (const uint32_t member : members) {
      if ((type_bit(document_->entities[member].type) & types) != 0) parties.add(member, token);
    }
    return parties.size() > before;
  }
  if ((type_bit(document_->entities[entity].type) & types) == 0) return false;
  parties.add(entity, token);
  return true;
}

void ArgumentFinder::find_one(uint32_t token, const Wanted& wanted, Parties& parties, int depth) const {
  if (depth > kMaxDepth) return;
  if (is_both_countries(token) && find_two_countries(token, parties)) return;
  if (find_region(token, parties)) return;
  // `praised Iran's leadership`: the body is meant less than the conduct.
  const uint32_t entity = find_entity_by_head(*document_, token);
  const bool nominal = entity != kNone && !document_->entities[entity].named;
  const bool topical = (wanted.types & type_bit(EntityType::kTopic)) != 0;
  if (nominal && topical && lexicon_->is(clauses_->word(token), WordClass::kConduct) &&
      find_inside(token, wanted, parties, depth)) {
    return;
  }
  if (find_known(token, wanted.types & kActorTypes, parties)) return;
  if (find_inside(token, wanted, parties, depth)) return;
  if (find_known(token, wanted.types, parties)) return;
  make_nominal(token, wanted, parties);
}

// The phrase is not an actor itself, but one stands inside it.
bool ArgumentFinder::find_inside(uint32_t token, const Wanted& wanted, Parties& parties, int depth) const {
  const std::vector<Token>& tokens = document_->tokens;
  const WordId word = clauses_->word(token);
  const size_t before = parties.size();
  const bool quantity = tokens[token].upos == Upos::kNum || tokens[token].upos == Upos::kDet ||
                        tokens[token].upos == Upos::kAdj || tokens[token].upos == Upos::kPron;
  if (quantity || lexicon_->is(word, WordClass::kTransparent)) {
    if (const uint32_t inner = dependent(token, of_); inner != kNone) find_one(inner, wanted, parties, depth + 1);
    if (parties.size() > before) return true;
  }
  // A description with a name beside it: `party chairman Smith`, `the minister, Smith`.
  for (uint32_t c : clauses_->children(token)) {
    const Deprel deprel = tokens[c].deprel;
    const bool beside = deprel == Deprel::kAppos || deprel == Deprel::kFlat || deprel == Deprel::kNmodDesc;
    if (beside && find_known(c, wanted.types & kActorTypes, parties)) return true;
  }
  const bool stance = (wanted.types & type_bit(EntityType::kTopic)) != 0;
  if (stance && lexicon_->is(word, WordClass::kTie)) {
    for (WordId preposition : {with_, between_}) {
      uint32_t party = dependent(token, preposition);
      if (party == kNone && tokens[token].deprel == Deprel::kNmod) party = dependent(tokens[token].head, preposition);
      if (party != kNone) find(party, Wanted{}, parties);
    }
    if (parties.size() > before) return true;
  }
  // A stance on what an actor does or is has the actor as its object; on what has a life of its own, the thing.
  const bool conduct = lexicon_->is(word, WordClass::kConduct) ||
                       (clauses_->child(token, Deprel::kNmodPoss) != kNone && !lexicon_->is(word, WordClass::kThing));
  const bool hostile_event = std::ranges::any_of(lexicon_->noun(word), [](const NounSense& sense) {
    return sense.relation == RelationType::kAttacked || sense.relation == RelationType::kCoerced;
  });
  if ((stance && conduct) || hostile_event || lexicon_->is(word, WordClass::kAsset)) owners(token, parties);
  if (parties.size() == before && lexicon_->is(word, WordClass::kAsset)) sites(token, parties);
  return parties.size() > before;
}

// `the border with X`, `Y's airspace`: the country is meant.
bool ArgumentFinder::find_region(uint32_t token, Parties& parties) const {
  if (!lexicon_->is(clauses_->word(token), WordClass::kRegion)) return false;
  const uint32_t entity = find_entity_by_head(*document_, token);
  if (entity != kNone && document_->entities[entity].named) return false;
  const size_t before = parties.size();
  if (const uint32_t neighbour = dependent(token, with_); neighbour != kNone) find(neighbour, Wanted{}, parties);
  if (parties.size() == before) owners(token, parties);
  return parties.size() > before;
}

// Where a thing of nobody is: `roads leading into X`, `houses in X`.
void ArgumentFinder::sites(uint32_t token, Parties& parties) const {
  uint32_t place = location(token);
  for (uint32_t c : clauses_->children(token)) {
    if (document_->tokens[c].deprel != Deprel::kAcl) continue;
    for (uint32_t inner : clauses_->children(c)) {
      if (place == kNone && document_->tokens[inner].deprel == Deprel::kObl)
        place = find_entity_by_head(*document_, inner);
    }
  }
  if (place != kNone && document_->entities[place].type == EntityType::kPlace) parties.add(place, token);
}

void ArgumentFinder::make_nominal(uint32_t token, const Wanted& wanted, Parties& parties) const {
  const Token& noun = document_->tokens[token];
  const WordId word = clauses_->word(token);
  if (noun.upos != Upos::kNoun && noun.upos != Upos::kPropn) return;
  if (lexicon_->is(word, WordClass::kVague)) return;
  const EntityType type = nominal_type(noun);
  if ((type_bit(type) & wanted.types) == 0) return;
  // `defends its rights`: nobody else's, so it says nothing of anyone.
  const uint32_t owner = clauses_->child(token, Deprel::kNmodPoss);
  if (type == EntityType::kTopic && owner != kNone && document_->tokens[owner].upos == Upos::kPron) return;
  const uint32_t mention = add_nominal_mention(*document_, token, type);
  if (mention == kNone) return;
  if (type == EntityType::kTopic) include_purpose(mention);
  uint32_t entity = document_->mentions[mention].entity;
  const bool fresh = entity + 1 == document_->entities.size() && document_->entities[entity].mentions.size() == 1;
  if (const uint32_t known = type == EntityType::kTopic && fresh ? same_topic(*document_, mention) : kNone;
      known != kNone) {
    join_newest_topic(*document_, mention, known);
    entity = known;
  }
  if (entity != kNone && (type_bit(document_->entities[entity].type) & wanted.types) != 0) parties.add(entity, token);
}

// `efforts to reduce the debt`: without the infinitive the noun says little.
void ArgumentFinder::include_purpose(uint32_t mention_index) const {
  constexpr uint32_t kLongest = 14;
  Mention& mention = document_->mentions[mention_index];
  const std::vector<Token>& tokens = document_->tokens;
  for (uint32_t c : clauses_->children(mention.head)) {
    if (tokens[c].deprel != Deprel::kAcl || tokens[c].xpos != Xpos::kVB) continue;
    const auto below = clauses_->children(c);
    if (below.empty() || below.front() != mention.last) continue;
    uint32_t last = c;
    for (auto rest = clauses_->children(last); !rest.empty() && rest.back() > last; rest = clauses_->children(last)) {
      last = rest.back();
    }
    while (last > c && tokens[last].upos == Upos::kPunct) --last;
    if (last - mention.head > kLongest) continue;
    mention.last = last + 1;
    mention.span.end = tokens[last].span.end;
    document_->entities[mention.entity].name = document_->text_of(mention.span);
  }
}

uint32_t ArgumentFinder::dependent(uint32_t noun, WordId preposition) const {
  for (uint32_t c : clauses_->children(noun)) {
    const Deprel deprel = document_->tokens[c].deprel;
    if ((deprel == Deprel::kNmod || deprel == Deprel::kObl) && clauses_->preposition(c) == preposition) return c;
  }
  return kNone;
}

void ArgumentFinder::premodifiers(uint32_t noun, Parties& parties) const {
  const size_t before = parties.size();
  all_premodifiers(noun, parties);
  // `Israeli army bulldozers`: beside a name the unnamed body says no more.
  const auto named = [&](uint32_t entity) { return document_->entities[entity].named; };
  if (before == 0 && std::ranges::any_of(parties.entities(), named)) parties.keep_if(named);
}

void ArgumentFinder::all_premodifiers(uint32_t noun, Parties& parties) const {
  for (uint32_t c : clauses_->children(noun)) {
    const Deprel deprel = document_->tokens[c].deprel;
    if (c > noun || (deprel != Deprel::kAmod && deprel != Deprel::kCompound && deprel != Deprel::kNmodDesc)) continue;
    if (find_known(c, kActorTypes, parties)) {
      for (uint32_t other : clauses_->children(c)) {
        if (document_->tokens[other].deprel == Deprel::kConj) find_known(other, kActorTypes, parties);
      }
      continue;
    }
    // `US-led war`, `Russian-backed offensive`: the name hangs on the participle.
    for (uint32_t inner : clauses_->children(c)) find_known(inner, kActorTypes, parties);
  }
}

void ArgumentFinder::sides(uint32_t noun, Parties& parties) const {
  const Token& word = document_->tokens[noun];
  if (word.xpos != Xpos::kNNS && word.xpos != Xpos::kNNPS) return;
  Parties found;
  premodifiers(noun, found);
  // `the foreign ministers of Norway and Iceland`, `officials from A and B`
  const bool officials = lexicon_->is(clauses_->word(noun), WordClass::kOfficials);
  for (WordId preposition : {of_, from_}) {
    const uint32_t home = officials && found.size() < 2 ? dependent(noun, preposition) : kNone;
    if (home != kNone) find(home, Wanted{}, found);
  }
  found.keep_if([&](uint32_t entity) { return document_->entities[entity].type != EntityType::kPerson; });
  if (found.size() < 2) return;
  for (size_t i = 0; i < found.size(); ++i) parties.add(found[i], found.token(i));
}

// `the arrest of X`: X is who suffers it, not who does it.
bool ArgumentFinder::suffers_of(uint32_t noun) const {
  return std::ranges::any_of(lexicon_->noun(clauses_->word(noun)), [&](const NounSense& sense) {
    return std::ranges::count(sense.second, of_) > 0 && std::ranges::count(sense.first, of_) == 0;
  });
}

void ArgumentFinder::owners(uint32_t noun, Parties& parties) const {
  const Wanted actor;
  const size_t before = parties.size();
  uint32_t owner = clauses_->child(noun, Deprel::kNmodPoss);
  if (owner == kNone) owner = dependent(noun, by_);
  if (owner == kNone && !suffers_of(noun)) owner = dependent(noun, of_);
  if (owner != kNone) find(owner, actor, parties);
  if (parties.size() == before) premodifiers(noun, parties);
  if (parties.size() > before) return;
  // `crimes committed by X`
  for (uint32_t c : clauses_->children(noun)) {
    if (document_->tokens[c].deprel != Deprel::kAcl || !clauses_->is_passive(c)) continue;
    if (const uint32_t agent = clauses_->agent(c); agent != kNone) find(agent, actor, parties);
  }
  if (parties.size() == before && (owner = dependent(noun, from_)) != kNone) find(owner, actor, parties);
}

WordId ArgumentFinder::meant_word(uint32_t token) const {
  const WordId word = clauses_->word(token);
  if (!lexicon_->is(word, WordClass::kTransparent)) return word;
  const uint32_t inner = dependent(token, of_);
  return inner == kNone || clauses_->word(inner) == 0 ? word : clauses_->word(inner);
}

uint32_t ArgumentFinder::location(uint32_t token) const {
  for (uint32_t c : clauses_->children(token)) {
    const Deprel deprel = document_->tokens[c].deprel;
    if (deprel != Deprel::kObl && deprel != Deprel::kNmod) continue;
    const WordId preposition = clauses_->preposition(c);
    if (preposition == 0 || (preposition != in_ && preposition != at_ && preposition != near_)) continue;
    const uint32_t entity = find_entity_by_head(*document_, c);
    if (entity == kNone || document_->entities[entity].type != EntityType::kPlace) continue;
    if (document_->entities[entity].named) return entity;
  }
  return kNone;
}

}  // namespace actant
