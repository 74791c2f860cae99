#include <algorithm>

#include "extract/entity/gazetteer.h"
#include "extract/relation/facts.h"
#include "extract/relation/place_words.h"
#include "extract/relation/syntax_walk.h"

// Facts of FactStage about where bodies, buildings and events are.

namespace actant {
namespace {

bool has_own_seat(const Document& document, uint32_t head) {
  for (uint32_t child : children_of(document, head)) {
    if (child > head && is_nominal_modifier(document.tokens[child].deprel) && preposition_of(document, child) == "in")
      return true;
  }
  return false;
}

}  // namespace

// `the Oakland-based group X`, `the New York-based Y`, read word by word.
void FactStage::based_name(uint32_t token) {
  const Document& document = *document_;
  if (document.tokens[token].norm != "based" || token < 2 || document.tokens[token - 1].form != "-") return;
  const uint32_t place = find_entity_by_head(document, token - 2);
  if (place == kNone || document.entities[place].type != EntityType::kPlace) return;
  for (uint32_t t = token + 1; t < token + 12 && t < document.tokens.size(); ++t) {
    const Token& word = document.tokens[t];
    const uint32_t mention = find_mention_by_head(document, t);
    if (mention != kNone && document.mentions[mention].kind == MentionKind::kName &&
        !document.mentions[mention].adjectival) {
      const Mention& name = document.mentions[mention];
      for (uint32_t between = token + 1; between < name.first; ++between) {
        const Upos upos = document.tokens[between].upos;
        if (upos != Upos::kNoun && upos != Upos::kAdj && upos != Upos::kPropn && document.tokens[between].form != "-")
          return;
      }
      if (name.first > token && name.type == EntityType::kOrganization && name.entity != kNone && name.entity != place)
        add(name.entity, RelationType::kLocatedIn, place, token, 0.65f, "based-name");
      return;
    }
    if (word.upos == Upos::kVerb || word.upos == Upos::kPunct) return;
  }
}

// `Mecca's Grand Mosque`, `Iraq's Anbar province`, `London's Financial Times`.
void FactStage::place_of_owner(uint32_t index) {
  const Document& document = *document_;
  const Mention mention = document.mentions[index];
  const bool place = mention.type == EntityType::kPlace, body = mention.type == EntityType::kOrganization;
  if (mention.entity == kNone || (!place && !body) || !document.entities[mention.entity].named) return;
  uint32_t owner = child_with(document, mention.head, Deprel::kNmodPoss);
  if (owner == kNone) return;
  owner = find_entity_by_head(document, owner);
  if (owner == kNone || owner == mention.entity || document.entities[owner].type != EntityType::kPlace) return;
  if (body && is_country(document, owner)) return;  // a body of the country: see group_or_body()
  add(mention.entity, RelationType::kLocatedIn, owner, mention.head, 0.6f, "place-of-owner");
}

// `attacked the embassy in Baghdad`: what stands right behind a building says where it is, wherever the parser hangs
// it.
void FactStage::seat_behind(uint32_t index) {
  const Document& document = *document_;
  const Mention& mention = document.mentions[index];
  if (mention.entity == kNone || mention.kind == MentionKind::kPronoun || mention.adjectival) return;
  // A place, but no country, `in` another; no forces of one country in another.
  const bool spot =
      mention.kind == MentionKind::kName && mention.type == EntityType::kPlace && !is_country(document, mention.entity);
  if (!spot && !is_building(document.tokens[mention.head].lemma)) return;
  const uint32_t preposition = mention.last;
  if (preposition + 1 >= document.tokens.size()) return;
  if (!is_one_of(document.tokens[preposition].norm, {"in", "at", "near", "outside"})) return;
  if (spot && document.tokens[preposition].norm != "in") return;
  uint32_t t = preposition + 1;
  while (t + 1 < document.tokens.size() &&
         (document.tokens[t].upos == Upos::kDet || document.tokens[t].upos == Upos::kAdj) &&
         document.tokens[t].xpos != Xpos::kNNP) {
    ++t;
  }
  const uint32_t inner = find_mention_by_head(document, t);
  if (inner == kNone || document.mentions[inner].kind != MentionKind::kName || document.mentions[inner].adjectival)
    return;
  const uint32_t place = document.mentions[inner].entity;
  if (place == kNone || place == mention.entity || document.entities[place].type != EntityType::kPlace) return;
  add(mention.entity, RelationType::kLocatedIn, place, mention.head, 0.55f, spot ? "spot-behind" : "seat-behind");
}

// `the Supreme Court in Colombo`, `the stampede near Mecca`, `towns of Jabla in the province of Latakia`.
void FactStage::seat(uint32_t index) {
  const Document& document = *document_;
  const Mention mention = document.mentions[index];
  if (mention.entity == kNone || mention.kind == MentionKind::kPronoun) return;
  const EntityType type = mention.type;
  const bool named = document.entities[mention.entity].named;
  const bool fits = type == EntityType::kEvent || type == EntityType::kPlace || type == EntityType::kOrganization;
  if (!fits) return;
  for (uint32_t child : children_of(document, mention.head)) {
    const Token& word = document.tokens[child];
    if (child < mention.head || !is_nominal_modifier(word.deprel)) continue;
    const std::string_view with = preposition_of(document, child);
    const bool around = type == EntityType::kEvent && is_one_of(with, {"near", "outside"});
    if (!around && !is_one_of(with, {"in", "at"})) continue;
    heads_.clear();
    conjuncts(document, child, heads_);
    for (uint32_t head : heads_) {
      // `protests in New York and Paris in France`
      if (head != child && preposition_of(document, head).empty() && has_own_seat(document, head)) break;
      const uint32_t place = find_entity_by_head(document, head);
      if (place == kNone || place == mention.entity || document.entities[place].type != EntityType::kPlace) continue;
      // `the ministers of Pakistan in Turkey`: a state is in a part of the world.
      if (named && is_country(document, mention.entity) && !document.entities[place].country.empty()) continue;
      add(mention.entity, RelationType::kLocatedIn, place, mention.head, named ? 0.45f : 0.4f,
          named ? "seat" : "if-used:seat");
    }
  }
  if (type != EntityType::kEvent || mention.kind != MentionKind::kName) return;
  // `the Beijing Olympics`, `Doha talks`.
  for (uint32_t t = mention.first; t < mention.last; ++t) {
    const uint32_t inside = find_mention_by_head(document, t);
    if (inside == kNone || inside == index || document.mentions[inside].type != EntityType::kPlace) continue;
    const uint32_t place = document.mentions[inside].entity;
    if (place != kNone && place != mention.entity && !document.mentions[inside].adjectival) {
      add(mention.entity, RelationType::kLocatedIn, place, mention.head, 0.6f, "named-after-place");
    }
  }
}

// `X, based in Y`, `the Y-based X`, `X is located in Y`.
void FactStage::based_in(uint32_t token) {
  const Document& document = *document_;
  const Token& word = document.tokens[token];
  if (!is_one_of(word.norm, {"based", "headquartered", "located", "situated"})) return;
  uint32_t thing = word.deprel == Deprel::kAcl || word.deprel == Deprel::kAmod || word.deprel == Deprel::kAclRelcl
                       ? word.head
                       : find_subject(document, token);
  if (thing == kNone) return;
  // `X is a company based in Y`
  if (child_with(document, thing, Deprel::kCop) != kNone) {
    if (const uint32_t said_of = find_subject(document, thing); said_of != kNone) thing = said_of;
  }
  const uint32_t subject = find_entity_by_head(document, thing);
  if (subject == kNone || document.entities[subject].type == EntityType::kPerson ||
      document.entities[subject].type == EntityType::kTopic)
    return;
  for (uint32_t child : children_of(document, token)) {
    const Token& below = document.tokens[child];
    const bool phrase =
        is_oblique(below.deprel) && is_one_of(preposition_of(document, child), {"in", "at", "near", "outside", "out"});
    const bool before = child < token && (below.deprel == Deprel::kCompound || below.deprel == Deprel::kObl ||
                                          below.deprel == Deprel::kOblUnmarked || below.deprel == Deprel::kAmod);
    if (!phrase && !before) continue;
    const uint32_t place = find_entity_by_head(document, child);
    if (place == kNone || place == subject || document.entities[place].type != EntityType::kPlace) continue;
    add(subject, RelationType::kLocatedIn, place, token, 0.7f, "based-in");
  }
}

// `the talks will take place in Geneva`, `the meeting held in Doha`.
void FactStage::event_place(uint32_t token) {
  const Document& document = *document_;
  const Token& word = document.tokens[token];
  const bool happens = is_one_of(word.lemma, {"happen", "occur", "hold"}) ||
                       (word.lemma == "take" && child_with(document, token, Deprel::kObj) != kNone &&
                        document.tokens[child_with(document, token, Deprel::kObj)].lemma == "place");
  if (!happens || word.upos != Upos::kVerb) return;
  if (word.lemma == "hold" && !is_passive(document, token)) return;
  const uint32_t thing = find_subject(document, token);
  if (thing == kNone) return;
  const uint32_t subject = find_entity_by_head(document, thing);
  if (subject == kNone || document.entities[subject].type != EntityType::kEvent) return;
  for (uint32_t child : children_of(document, token)) {
    if (!is_oblique(document.tokens[child].deprel) ||
        !is_one_of(preposition_of(document, child), {"in", "at", "near", "on"}))
      continue;
    const uint32_t place = find_entity_by_head(document, child);
    if (place == kNone || place == subject || document.entities[place].type != EntityType::kPlace) continue;
    Triple& triple = add(subject, RelationType::kLocatedIn, place, token, 0.65f, "says:takes-place");
    for (uint32_t aux : children_of(document, token)) {
      if (document.tokens[aux].deprel == Deprel::kAux && document.tokens[aux].lemma == "will")
        triple.modality = Modality::kPlanned;
    }
    const Token& above = word.head == kNone ? word : document.tokens[word.head];
    if (word.deprel == Deprel::kXcomp && is_one_of(above.lemma, {"schedule", "expect", "plan", "due", "set"})) {
      triple.modality = Modality::kPlanned;
    }
  }
}

// `a summit in Geneva`: gatherings that are held somewhere are events even where nothing else is said of them.
void FactStage::gathering(uint32_t token) {
  Document& document = *document_;
  const Token& word = document.tokens[token];
  if (!is_one_of(word.lemma, {"summit", "conference", "forum", "festival", "championship", "tournament", "pilgrimage",
                              "stampede", "ceremony", "olympics", "unrest"})) {
    return;
  }
  for (uint32_t child : children_of(document, token)) {
    if (child < token || !is_nominal_modifier(document.tokens[child].deprel)) continue;
    if (!is_one_of(preposition_of(document, child), {"in", "at", "near"})) continue;
    const uint32_t place = find_entity_by_head(document, child);
    if (place == kNone || document.entities[place].type != EntityType::kPlace || !document.entities[place].named)
      continue;
    const uint32_t mention = add_nominal_mention(document, token, EntityType::kEvent);
    const uint32_t event = document.mentions[mention].entity;
    if (event == kNone || event == place) continue;
    const EntityType type = document.entities[event].type;
    if (type == EntityType::kEvent || type == EntityType::kTopic) {
      document.entities[event].type = EntityType::kEvent;
      add(event, RelationType::kLocatedIn, place, token, 0.5f, "gathering");
    }
  }
}

}  // namespace actant
