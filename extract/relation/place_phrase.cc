#include "extract/relation/place_phrase.h"

#include "extract/entity/noun_phrase.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

// Nouns of what people come together for; where it is held, things are said and agreed.
bool is_gathering(std::string_view lemma) {
  return is_one_of(lemma,
                   {"meeting",    "talk",       "talks",         "summit",       "conference", "rally",    "forum",
                    "visit",      "trip",       "ceremony",      "session",      "briefing",   "speech",   "interview",
                    "event",      "gathering",  "dinner",        "lunch",        "tour",       "debate",   "hearing",
                    "protest",    "march",      "demonstration", "negotiation",  "discussion", "workshop", "seminar",
                    "convention", "congress",   "assembly",      "breakfast",    "address",    "stop",     "opening",
                    "dialogue",   "campaign",   "funeral",       "mass",         "vigil",      "arrival",  "stay",
                    "panel",      "parade",     "appearance",    "reception",    "service",    "banquet",  "retreat",
                    "festival",   "exhibition", "signing",       "inauguration", "sideline",   "margin",   "eve",
                    "trial",      "lecture",    "fundraiser",    "consultation", "encounter",  "court"});
}

bool is_trip(std::string_view lemma) { return is_one_of(lemma, {"visit", "trip", "tour", "journey"}); }

// Names of buildings and sites, which the recognizer takes for bodies as often as for places.
bool is_building(std::string_view norm) {
  return is_one_of(norm,
                   {"house",    "palace",  "hall",         "airport", "mosque",  "cathedral", "church",  "university",
                    "hospital", "stadium", "square",       "center",  "centre",  "castle",    "base",    "kremlin",
                    "pentagon", "capitol", "headquarters", "hotel",   "embassy", "tower",     "arena",   "prison",
                    "camp",     "park",    "museum",       "library", "school",  "college",   "theater", "theatre"});
}

uint32_t place_entity(const Document& document, uint32_t token) {
  const uint32_t entity = find_entity_by_head(document, token);
  if (entity == kNone || !document.entities[entity].named) return kNone;
  const EntityType type = document.entities[entity].type;
  const bool building = type == EntityType::kOrganization && is_building(document.tokens[token].norm) &&
                        document.tokens[token].upos == Upos::kPropn;
  return type == EntityType::kPlace || building ? entity : kNone;
}

uint32_t place_in(const Document& document, uint32_t token, int depth);

// `a visit to Doha`, `talks held this year in Beijing`
uint32_t place_of_gathering(const Document& document, uint32_t gathering, int depth) {
  if (const uint32_t place = place_in(document, gathering, depth); place != kNone) return place;
  for (uint32_t below : children_of(document, gathering)) {
    const Token& inner = document.tokens[below];
    const bool trip = is_trip(document.tokens[gathering].lemma) && is_nominal_modifier(inner.deprel) &&
                      preposition_of(document, below) == "to";
    const bool held = inner.deprel == Deprel::kAcl && inner.xpos == Xpos::kVBN;
    const uint32_t place = trip ? named_place(document, below) : held ? place_in(document, below, depth) : kNone;
    if (place != kNone) return place;
  }
  return kNone;
}

uint32_t place_in(const Document& document, uint32_t token, int depth) {
  for (uint32_t child : children_of(document, token)) {
    const Token& word = document.tokens[child];
    if (!is_oblique(word.deprel) && !is_nominal_modifier(word.deprel)) continue;
    const std::string_view preposition = preposition_of(document, child);
    if (is_where(preposition)) {
      if (const uint32_t place = named_place(document, child); place != kNone) return place;
    }
    // `in the past few days in Italy`
    const bool period = is_oblique(word.deprel) && is_one_of(word.lemma, {"day", "week", "month", "year", "hour"});
    if (period) {
      if (const uint32_t place = place_beside(document, child); place != kNone) return place;
    }
    if (depth > 1 || !is_gathering(word.lemma)) continue;
    if (word.upos != Upos::kNoun && !(word.upos == Upos::kPropn && find_entity_by_head(document, child) != kNone))
      continue;
    if (!is_one_of(preposition,
                   {"at", "during", "in", "on", "upon", "for", "after", "following", "of", "before", "to"}))
      continue;
    if (const uint32_t place = place_of_gathering(document, child, depth + 1); place != kNone) return place;
  }
  return kNone;
}

// `the Panjwayi district`, `the city of Aleppo`, `the embassy in Cairo`, `Bangladesh's capital`: the finest comes
// first.
uint32_t place_of_site(const Document& document, uint32_t site) {
  uint32_t owner = kNone;
  for (uint32_t child : children_of(document, site)) {
    const Token& word = document.tokens[child];
    uint32_t place = kNone;
    if (word.deprel == Deprel::kCompound) place = place_entity(document, child);
    if (word.deprel == Deprel::kNmodPoss) owner = place_entity(document, child);
    if (is_nominal_modifier(word.deprel)) {
      const std::string_view preposition = preposition_of(document, child);
      if (preposition == "of" || is_where(preposition)) place = named_place(document, child);
    }
    if (place != kNone) return place;
  }
  return owner;
}

}  // namespace

bool is_site(std::string_view lemma) {
  return is_one_of(
      lemma,
      {"city",          "town",    "village",   "province",  "region",    "district",     "area",       "neighborhood",
       "neighbourhood", "suburb",  "capital",   "port",      "border",    "state",        "island",     "coast",
       "governorate",   "county",  "part",      "south",     "north",     "east",         "west",       "heart",
       "center",        "centre",  "outskirts", "southeast", "northeast", "southwest",    "northwest",  "shore",
       "street",        "square",  "market",    "embassy",   "consulate", "headquarters", "office",     "palace",
       "hotel",         "airport", "building",  "base",      "camp",      "prison",       "university", "school",
       "hospital",      "church",  "mosque",    "house",     "stadium",   "checkpoint",   "residence",  "home",
       "mission",       "resort",  "waters",    "vicinity",  "enclave",   "valley",       "peninsula"});
}

bool is_where(std::string_view preposition) {
  return is_one_of(preposition, {"in", "at", "near", "outside", "inside", "across", "throughout", "around", "along",
                                 "off", "within"});
}

uint32_t named_place(const Document& document, uint32_t token) {
  if (const uint32_t entity = place_entity(document, token); entity != kNone) return entity;
  if (const uint32_t beside = child_with(document, token, Deprel::kAppos); beside != kNone) {
    if (const uint32_t entity = place_entity(document, beside); entity != kNone) return entity;
  }
  if (is_site(document.tokens[token].lemma)) return place_of_site(document, token);
  // `in a bullring in Mexico City`
  return document.tokens[token].upos == Upos::kNoun ? place_beside(document, token) : kNone;
}

uint32_t place_at(const Document& document, uint32_t token) {
  if (const uint32_t place = place_in(document, token, 0); place != kNone) return place;
  // `Earlier in India, the two announced`
  for (const uint32_t child : children_of(document, token)) {
    if (document.tokens[child].deprel != Deprel::kAdvmod ||
        !is_one_of(document.tokens[child].norm, {"earlier", "later", "elsewhere", "back"}))
      continue;
    if (const uint32_t place = place_in(document, child, 2); place != kNone) return place;
  }
  return kNone;
}

uint32_t place_beside(const Document& document, uint32_t token) {
  for (uint32_t child : children_of(document, token)) {
    const Token& word = document.tokens[child];
    if (word.deprel == Deprel::kAppos) {
      if (const uint32_t place = place_beside(document, child); place != kNone) return place;
    }
    if (is_nominal_modifier(word.deprel) && is_where(preposition_of(document, child))) {
      if (const uint32_t place = named_place(document, child); place != kNone) return place;
    }
  }
  return kNone;
}

}  // namespace actant
