#include <algorithm>

#include "extract/entity/gazetteer.h"
#include "extract/relation/facts.h"
#include "extract/relation/syntax_walk.h"

// Facts of FactStage about where things are.

namespace actant {

// `Berlin, Germany`.
void FactStage::place_in_place(uint32_t index) {
  const Document& document = *document_;
  const Mention& inner = document.mentions[index];
  const uint32_t comma = inner.last;
  if (comma + 1 >= document.tokens.size() || document.tokens[comma].form != ",") return;
  for (uint32_t next = index + 1; next < document.mentions.size() && next < index + 4; ++next) {
    const Mention& outer = document.mentions[next];
    if (outer.first != comma + 1) continue;
    if (outer.kind != MentionKind::kName || outer.type != EntityType::kPlace || outer.entity == kNone ||
        outer.entity == inner.entity)
      return;
    const Token& head = document.tokens[outer.head];
    if (head.upos == Upos::kAdj || head.deprel == Deprel::kConj || is_subject(head.deprel)) return;
    const GazetteerTerm* larger = Gazetteer::get().term(document.text_of(outer.span));
    const bool is_larger = larger != nullptr && (larger->kinds & (kCountryName | kRegionName)) != 0;
    const bool hangs = is_below(document, outer.head, inner.head);
    if (!is_larger && !hangs) return;
    const GazetteerTerm* smaller = Gazetteer::get().term(document.text_of(inner.span));
    if (smaller != nullptr && (smaller->kinds & kCountryName) != 0) return;
    add(inner.entity, RelationType::kLocatedIn, outer.entity, inner.head, 0.85f, "city-country");
    return;
  }
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
    if (!is_one_of(with, {"in", "at", "near", "outside"})) continue;
    heads_.clear();
    conjuncts(document, child, heads_);
    for (uint32_t head : heads_) {
      const uint32_t place = find_entity_by_head(document, head);
      if (place == kNone || place == mention.entity || document.entities[place].type != EntityType::kPlace) continue;
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
