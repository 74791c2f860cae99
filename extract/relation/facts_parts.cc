#include <algorithm>

#include "extract/entity/gazetteer.h"
#include "extract/entity/nominal_finder.h"
#include "extract/relation/facts.h"
#include "extract/relation/place_words.h"
#include "extract/relation/syntax_walk.h"

// Facts of FactStage about groups and bodies: what they are part of, where they are at home.

namespace actant {
namespace {

bool is_actor_body(EntityType type) { return type == EntityType::kOrganization || type == EntityType::kGroup; }

// Nouns for the organs of a state: with a country's adjective they are part of it, other bodies are at home there.
bool is_state_organ(const Token& head, const NounEntry* noun) {
  if (is_one_of(head.norm, {"ministry",    "department",     "government", "army",      "navy",         "police",
                            "military",    "forces",         "troops",     "council",   "court",        "embassy",
                            "embassies",   "parliament",     "senate",     "congress",  "authorities",  "authority",
                            "regime",      "officials",      "soldiers",   "agency",    "office",       "command",
                            "commission",  "administration", "leadership", "diplomats", "guard",        "corps",
                            "force",       "fleet",          "cabinet",    "judiciary", "intelligence", "legislature",
                            "treasury",    "bureau",         "security",   "marines",   "guards",       "militia",
                            "prosecutors", "ministers",      "members",    "leaders",   "personnel",    "envoys",
                            "ambassadors", "negotiators",    "diplomats"})) {
    return true;
  }
  return noun != nullptr && is_one_of(noun->sector, {"GOV", "MIL", "COP", "JUD", "SPY", "LEG"});
}

// Nouns that only say what sort of thing the name before them is.
bool is_own_kind(std::string_view lemma) {
  return is_one_of(
      lemma, {"agency", "group", "movement", "party", "organization", "organisation", "network", "company", "newspaper",
              "channel", "television", "regime", "militia", "government", "bank", "team", "club", "university"});
}

// `news agency`, `press office` of a country's press.
bool is_media_body(const Document& document, const Mention& mention) {
  return mention.head > 0 && is_one_of(document.tokens[mention.head - 1].lemma, {"news", "press", "media"});
}

// People who are always somebody's: members, fighters, officials.
bool serves(const Token& head) {
  const NounEntry* noun = noun_entry(head);
  if (noun == nullptr || noun->noun_class != NounClass::kPerson) return false;
  return head.lemma == "member" || is_one_of(noun->sector, {"MIL", "REB", "GOV", "COP"});
}

bool is_upper(std::string_view form) { return !form.empty() && (form[0] < 'a' || form[0] > 'z'); }

// Who comes `from` a state in its service.
bool is_sent(std::string_view lemma) {
  return is_one_of(lemma, {"official", "envoy", "ambassador", "diplomat", "minister", "negotiator", "delegate", "force",
                           "troop", "soldier"});
}

// `the central bank`
bool is_central_bank(const Document& document, uint32_t head) {
  return document.tokens[head].lemma == "bank" && head > 0 && document.tokens[head - 1].norm == "central";
}

// `state media`, `China's official news agency`
bool is_of_state(const Document& document, const Mention& mention) {
  for (uint32_t t = mention.first; t < mention.last; ++t) {
    if (is_one_of(document.tokens[t].norm, {"state", "official", "state-run", "state-owned", "government-run"}))
      return true;
  }
  return false;
}

// Nouns for those who sit for their people somewhere: of their country, no organ of it.
bool sits_for_people(std::string_view lemma) {
  return is_one_of(lemma, {"lawmaker", "legislator", "parliamentarian", "senator", "congressman", "mp", "politician"});
}

// `leaders in Congress`, `members in the lower house`
bool sits_somewhere(std::string_view lemma) {
  return sits_for_people(lemma) || is_one_of(lemma, {"member", "leader", "democrat", "Democrat", "republican",
                                                     "Republican", "representative", "deputy", "colleague", "ally"});
}

// `the withdrawal of foreign forces from Lebanon`: they leave it.
bool is_leaving(const Document& document, uint32_t head) {
  const uint32_t governor = document.tokens[head].head;
  return governor != kNone &&
         is_one_of(document.tokens[governor].lemma,
                   {"withdrawal", "withdraw", "pullout",   "pull",    "removal", "remove",      "expulsion", "expel",
                    "evacuation", "evacuate", "departure", "return",  "deport",  "deportation", "flee",      "flight",
                    "drive",      "oust",     "free",      "release", "recall",  "retreat",     "exit",      "protect",
                    "separate",   "buy",      "import",    "receive", "get"});
}

}  // namespace

// `Iranian forces`, `political bureau of Hamas`, `Hamas fighters`, `refugees from Syria and Yemen`.
void FactStage::group_or_body(uint32_t index) {
  const Document& document = *document_;
  const Mention mention = document.mentions[index];
  if (mention.entity == kNone || !is_actor_body(mention.type) || mention.kind == MentionKind::kPronoun) return;
  for (uint32_t child : children_of(document, mention.head)) {
    const Token& word = document.tokens[child];
    const bool before =
        child < mention.head &&
        (word.deprel == Deprel::kAmod || word.deprel == Deprel::kCompound || word.deprel == Deprel::kNmodPoss ||
         word.deprel == Deprel::kNmod || word.deprel == Deprel::kNmodUnmarked || word.deprel == Deprel::kNmodDesc);
    const std::string_view with =
        child > mention.head && is_nominal_modifier(word.deprel) ? preposition_of(document, child) : "";
    const bool sits_in = with == "in" && sits_somewhere(document.tokens[mention.head].lemma);
    if (!before && !sits_in && !is_one_of(with, {"of", "from"})) continue;
    heads_.clear();
    conjuncts(document, child, heads_);
    for (uint32_t part : heads_) {
      const uint32_t whole = find_entity_by_head(document, part);
      if (whole == kNone || whole == mention.entity) continue;
      if (document.entities[whole].type == EntityType::kPlace && !sits_in)
        home_of_body(index, child, with, whole);
      else if (document.entities[whole].type == EntityType::kOrganization)
        whole_of_body(index, child, before, part);
    }
  }
  if (mention.kind == MentionKind::kName && mention.type == EntityType::kOrganization) country_in_name(index);
}

// The body `index` has the place `whole` beside it, as the phrase headed by `child` with the preposition `with`.
void FactStage::home_of_body(uint32_t index, uint32_t child, std::string_view with, uint32_t whole) {
  const Document& document = *document_;
  const Mention& mention = document.mentions[index];
  const Token& head = document.tokens[mention.head];
  const NounEntry* noun = noun_entry(head);
  // A government acting is its country, no part of it.
  if (head.lemma == "government") return;
  if (with == "of") return people_of(index, whole);
  if (with == "from" && is_leaving(document, mention.head)) return;
  const bool media = noun != nullptr && noun->sector == "MED";
  const bool press = media || is_media_body(document, mention);
  const bool organ = press ? is_of_state(document, mention)
                           : (is_state_organ(head, noun) || is_central_bank(document, mention.head)) &&
                                 (with != "from" || is_sent(head.lemma)) && !sits_for_people(head.lemma);
  // London's newspaper is at home there, but no citizen: see place_of_owner().
  const bool owned = document.tokens[child].deprel == Deprel::kNmodPoss;
  if (!organ && owned && !is_country(document, whole)) return;
  // A people's or a team's own name is no news of where it belongs; a region of the world is no home.
  const bool own_name = mention.kind == MentionKind::kName && is_upper(head.form);
  if (!organ && (own_name || document.entities[whole].country.empty())) return;
  if (!organ && is_one_of(head.lemma, {"people", "nation", "country", "population", "public", "community"})) {
    if (is_one_of(head.lemma, {"people", "public", "population"}) && is_country(document, whole))
      add(mention.entity, RelationType::kCitizenOf, whole, mention.head, 0.5f, "if-used:people");
    return;
  }
  const bool crowd = mention.type == EntityType::kGroup && !document.entities[mention.entity].named;
  add(mention.entity, organ ? RelationType::kPartOf : RelationType::kCitizenOf, whole, mention.head,
      organ ? 0.7f : 0.5f, crowd && !organ ? "if-used:part" : "part");
}

// `citizens of Jordan`, `representatives of Spain`
void FactStage::people_of(uint32_t index, uint32_t whole) {
  const Document& document = *document_;
  const Mention& mention = document.mentions[index];
  if (mention.kind != MentionKind::kNominal || !is_country(document, whole)) return;
  const Token& head = document.tokens[mention.head];
  if (is_one_of(head.lemma, {"people", "citizen", "national", "native", "population", "resident", "refugee"})) {
    add(mention.entity, RelationType::kCitizenOf, whole, mention.head, 0.5f, "if-used:people-of");
  } else if (is_state_organ(head, noun_entry(head)) && mention.type == EntityType::kGroup) {
    add(mention.entity, RelationType::kPartOf, whole, mention.head, 0.5f, "if-used:officials-of");
  }
}

// The same for the organization that the word `part` of the phrase names.
void FactStage::whole_of_body(uint32_t index, uint32_t child, bool before, uint32_t part) {
  const Document& document = *document_;
  const Mention& mention = document.mentions[index];
  const Token& head = document.tokens[mention.head];
  const uint32_t name = find_mention_by_head(document, part);
  const uint32_t whole = document.mentions[name].entity;
  const bool people = mention.type == EntityType::kGroup;
  // `Yonhap news agency`, `the Hamas movement`: the compound is the thing's own name.
  if (before && document.tokens[child].deprel != Deprel::kNmodPoss && is_own_kind(head.lemma) &&
      document.mentions[name].kind == MentionKind::kName) {
    return;
  }
  if (people && is_one_of(head.lemma, {"supporter",   "opponent",  "critic",   "ally",      "victim",   "rival",
                                       "enemy",       "backer",    "customer", "client",    "patient",  "citizen",
                                       "resident",    "retiree",   "partner",  "affiliate", "investor", "shareholder",
                                       "constituent", "community", "majority", "newspaper", "viewer",   "listener"}))
    return;
  // `release hostages from Hamas`
  if (people && !before && is_one_of(head.lemma, {"hostage", "captive", "prisoner", "detainee", "refugee"})) return;
  const bool named = document.entities[mention.entity].named;
  // `police officers`, `government officials`: the word before says what they are, not whose.
  if (people && before && !document.entities[whole].named &&
      is_one_of(document.tokens[part].lemma,
                {"police", "government", "army", "military", "opposition", "coalition", "security"}) &&
      head.lemma != "activist") {
    return;
  }
  add(mention.entity, people ? RelationType::kMemberOf : RelationType::kPartOf, whole, mention.head,
      people ? 0.45f : 0.6f,
      named || (people && document.entities[whole].named && serves(head)) ? "part" : "if-used:part");
}

// The country inside the name: `Saudi Interior Ministry`, `U.S. Central Command`.
void FactStage::country_in_name(uint32_t index) {
  const Document& document = *document_;
  const Mention& mention = document.mentions[index];
  for (uint32_t t = mention.first; t < mention.last; ++t) {
    const GazetteerTerm* term = nullptr;
    uint32_t last = std::min(mention.last, t + 3);
    for (; last > t && term == nullptr; --last)
      term = Gazetteer::get().term(document.text_of(span_of(document, {t, last})));
    if (term == nullptr || (term->kinds & (kCountryName | kCountryAdjective)) == 0) continue;
    const uint32_t country = country_entity(term->iso3);
    if (country == kNone || country == mention.entity) return;
    const bool organ = is_state_organ(document.tokens[mention.last - 1], nullptr) ||
                       is_state_organ(document.tokens[mention.head], nullptr);
    if (organ) add(mention.entity, RelationType::kPartOf, country, mention.head, 0.6f, "name-of-country");
    return;
  }
}

}  // namespace actant
