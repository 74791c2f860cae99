#include <algorithm>

#include "extract/entity/gazetteer.h"
#include "extract/entity/name_types.h"
#include "extract/relation/facts.h"
#include "extract/relation/place_words.h"
#include "extract/relation/syntax_walk.h"

// Facts of FactStage about places in larger places.

namespace actant {
namespace {

// Kinds of places that lie in a larger one.
bool is_settlement(std::string_view lemma) {
  return is_one_of(lemma, {"city",      "town",         "village",    "province",     "region",        "district",
                           "port",      "suburb",       "island",     "capital",      "state",         "county",
                           "area",      "enclave",      "resort",     "neighborhood", "neighbourhood", "territory",
                           "peninsula", "municipality", "stronghold", "prefecture",   "governorate"});
}

// Nouns whose `of` phrase gives the name of the place.
bool names_what_follows(const Token& noun) {
  return is_one_of(noun.lemma, {"city", "town", "village", "island", "state", "province", "county", "port", "resort"});
}

}  // namespace

// `Berlin, Germany`.
void FactStage::place_in_place(uint32_t index) {
  const Document& document = *document_;
  const Mention& inner = document.mentions[index];
  uint32_t comma = inner.last;
  if (names_next_place(document, inner)) ++comma;  // `Fazilka district, Punjab`
  if (comma + 1 >= document.tokens.size() || document.tokens[comma].form != ",") return;
  if (document.tokens[comma + 1].norm == "in") return place_in_region(index, comma + 1);
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
    // `Colorado, Nebraska, Kansas`: regions in a list.
    const bool regions = smaller != nullptr && is_larger &&
                         (smaller->kinds & (kRegionName | kCityName)) == kRegionName &&
                         (larger->kinds & kCountryName) == 0;
    if (regions) return;
    add(inner.entity, RelationType::kLocatedIn, outer.entity, inner.head, 0.85f, "city-country");
    return;
  }
}

// `Agadez, in northern Niger`: `in` is the token before the larger place.
void FactStage::place_in_region(uint32_t index, uint32_t in) {
  const Document& document = *document_;
  const Mention& inner = document.mentions[index];
  const GazetteerTerm* smaller = Gazetteer::get().term(document.text_of(inner.span));
  if (inner.adjectival || (smaller != nullptr && (smaller->kinds & kCountryName) != 0)) return;
  for (uint32_t next = index + 1; next < document.mentions.size() && document.mentions[next].first <= in + 6; ++next) {
    const Mention& outer = document.mentions[next];
    if (outer.kind != MentionKind::kName || outer.type != EntityType::kPlace || outer.adjectival) continue;
    for (uint32_t t = in + 1; t < outer.first; ++t) {
      const Upos upos = document.tokens[t].upos;
      if (upos != Upos::kDet && upos != Upos::kAdj && upos != Upos::kNoun && document.tokens[t].norm != "of") return;
    }
    if (outer.entity != kNone && outer.entity != inner.entity && document.tokens[outer.head].deprel != Deprel::kConj)
      add(inner.entity, RelationType::kLocatedIn, outer.entity, inner.head, 0.7f, "place-in-region");
    return;
  }
}

// `the Somali capital Mogadishu`, `the Iraqi city Mosul`: country, kind and name one after another.
void FactStage::kind_before(uint32_t index) {
  const Document& document = *document_;
  const Mention& name = document.mentions[index];
  if (name.first < 2 || name.adjectival || !is_settlement(document.tokens[name.first - 1].lemma)) return;
  const uint32_t whole = find_entity_by_head(document, name.first - 2);
  if (whole == kNone || whole == name.entity || !is_country(document, whole) || is_country(document, name.entity))
    return;
  if (document.tokens[name.first - 2].upos != Upos::kAdj && document.tokens[name.first - 2].upos != Upos::kPropn)
    return;
  add(name.entity, RelationType::kLocatedIn, whole, name.head, 0.75f, "kind-before");
}

// `the Iraqi city of Mosul`, `Tripoli, the Libyan capital`: a noun for a kind of place says where the place is.
void FactStage::kind_of_place(uint32_t index) {
  const Document& document = *document_;
  const Mention mention = document.mentions[index];
  if (mention.kind != MentionKind::kNominal || mention.entity == kNone) return;
  const Token& head = document.tokens[mention.head];
  const bool state = is_one_of(head.lemma, {"country", "nation"});
  if (mention.type != EntityType::kPlace && !(state && mention.type == EntityType::kGroup)) return;
  if (!is_settlement(head.lemma) && !state) return;
  uint32_t place = mention.entity;
  if (!document.entities[place].named) {
    uint32_t beside = child_with(document, mention.head, Deprel::kAppos);
    if (beside == kNone && head.deprel == Deprel::kAppos) beside = head.head;
    if (beside != kNone) place = find_entity_by_head(document, beside);
    if (place == kNone || (beside != kNone && document.entities[place].type != EntityType::kPlace)) return;
  }
  const bool named = document.entities[place].named;
  if (is_country(document, place)) return;
  if (names_what_follows(head) && towns_in_region(mention.head)) return;
  for (uint32_t child : children_of(document, mention.head)) {
    const Token& word = document.tokens[child];
    const bool before = child < mention.head && (word.deprel == Deprel::kAmod || word.deprel == Deprel::kCompound ||
                                                 word.deprel == Deprel::kNmodPoss);
    const bool behind = child > mention.head && is_nominal_modifier(word.deprel) &&
                        is_one_of(preposition_of(document, child), {"of", "in"});
    if (!before && !behind) continue;
    // `the town of X` is X, and in no X.
    if (behind && names_what_follows(head) && head.xpos == Xpos::kNN && preposition_of(document, child) == "of")
      continue;
    const uint32_t whole = find_entity_by_head(document, child);
    if (whole == kNone || whole == place || document.entities[whole].type != EntityType::kPlace) continue;
    if (!document.entities[whole].named) continue;
    // `the country's largest city of X` names no country; a city is in no other city.
    if (!is_country(document, whole) && head.lemma == "capital" && !behind) continue;
    // `Chinese cities`, `African countries` say it of places without a name; `Ecuador's territory` is a part.
    const bool kind =
        is_one_of(head.lemma, {"city", "town", "village", "port", "suburb", "province", "island", "capital"});
    if (!named &&
        (behind || word.deprel == Deprel::kNmodPoss || (!kind && !state) || (state && is_country(document, whole))))
      continue;
    add(place, RelationType::kLocatedIn, whole, mention.head, 0.65f, named ? "kind-of-place" : "if-used:kind-of-place");
    return;
  }
}

// `the West Bank towns of X and Y`: the names behind the noun are in the place before it.
bool FactStage::towns_in_region(uint32_t noun) {
  const Document& document = *document_;
  uint32_t whole = kNone, names = kNone;
  for (uint32_t child : children_of(document, noun)) {
    const Token& word = document.tokens[child];
    if (child < noun &&
        (word.deprel == Deprel::kAmod || word.deprel == Deprel::kCompound || word.deprel == Deprel::kNmodPoss)) {
      const uint32_t place = find_entity_by_head(document, child);
      if (place != kNone && document.entities[place].type == EntityType::kPlace && document.entities[place].named)
        whole = place;
    }
    if (child > noun && is_nominal_modifier(word.deprel) && preposition_of(document, child) == "of") names = child;
  }
  if (whole == kNone || names == kNone) return false;
  heads_.clear();
  conjuncts(document, names, heads_);
  bool any = false;
  for (const uint32_t head : heads_) {
    const uint32_t place = find_entity_by_head(document, head);
    if (place == kNone || place == whole || document.entities[place].type != EntityType::kPlace ||
        is_country(document, place))
      continue;
    if (!document.entities[place].named) continue;
    add(place, RelationType::kLocatedIn, whole, noun, 0.65f, "towns-in-region");
    any = true;
  }
  return any;
}

// `the Suez Canal (Egypt)`
void FactStage::country_in_brackets(uint32_t index) {
  const Document& document = *document_;
  const Mention& inner = document.mentions[index];
  const uint32_t open = inner.last;
  if (inner.adjectival || inner.entity == kNone || open + 2 >= document.tokens.size() ||
      document.tokens[open].form != "(")
    return;
  for (uint32_t t = open + 1; t < open + 5 && t < document.tokens.size(); ++t) {
    const uint32_t outer = find_mention_by_head(document, t);
    if (outer == kNone) continue;
    const Mention& country = document.mentions[outer];
    if (country.first != open + 1 || country.last >= document.tokens.size() ||
        document.tokens[country.last].form != ")")
      return;
    if (country.entity == kNone || country.entity == inner.entity || country.adjectival) return;
    if (is_country(document, country.entity) && !is_country(document, inner.entity))
      add(inner.entity, RelationType::kLocatedIn, country.entity, inner.head, 0.65f, "country-in-brackets");
    return;
  }
}

// `a Baghdad court`, `the Manchester Crown Court`: the town before a building or a court.
void FactStage::town_before(uint32_t index) {
  const Document& document = *document_;
  const Mention& mention = document.mentions[index];
  if (mention.kind == MentionKind::kPronoun || mention.adjectival) return;
  if (mention.type != EntityType::kPlace && mention.type != EntityType::kOrganization) return;
  const bool name = mention.kind == MentionKind::kName;
  if (!name && !is_building(document.tokens[mention.head].lemma) &&
      !is_one_of(document.tokens[mention.head].lemma, {"street", "prison", "jail", "neighborhood", "jury", "square"}))
    return;
  for (uint32_t t = mention.first; t < mention.last && t < mention.first + 3; ++t) {
    const uint32_t inside = find_mention_by_head(document, t);
    if (inside == kNone || inside == index) continue;
    const Mention& town = document.mentions[inside];
    if (town.first != mention.first || town.kind != MentionKind::kName || town.adjectival || town.entity == kNone)
      continue;
    if (town.entity == mention.entity || town.last == mention.last || town.type != EntityType::kPlace) continue;
    const GazetteerTerm* term = Gazetteer::get().term(document.text_of(town.span));
    if (term != nullptr && (term->kinds & kCountryName) != 0) return;
    add(mention.entity, RelationType::kLocatedIn, town.entity, mention.head, 0.55f,
        name ? "town-in-name" : "if-used:town-before");
    return;
  }
}

}  // namespace actant
