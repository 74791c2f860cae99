#include <algorithm>

#include "extract/entity/description_match.h"
#include "extract/entity/gazetteer.h"
#include "extract/entity/mention_info.h"
#include "extract/relation/facts.h"
#include "extract/relation/syntax_walk.h"

// Offices: what a role says of the person who has it.

namespace actant {
namespace {

// Offices of one state alone, for texts that do not say which.
std::string_view country_of_office(std::string_view title) {
  static constexpr std::string_view kAmerican[] = {"Secretary of State",
                                                   "Secretary of Defense",
                                                   "Defense Secretary",
                                                   "Treasury Secretary",
                                                   "Senator",
                                                   "Sen.",
                                                   "Congressman",
                                                   "Congresswoman",
                                                   "Rep.",
                                                   "Secretary",
                                                   "Homeland Secretary",
                                                   "Secretary of Homeland Security",
                                                   "Attorney General"};
  static constexpr std::string_view kBritish[] = {"Home Secretary", "Foreign Secretary", "Chancellor of the Exchequer"};
  const auto is_title = [&](std::string_view known) { return same_text(title, known); };
  if (std::ranges::any_of(kAmerican, is_title)) return "USA";
  return std::ranges::any_of(kBritish, is_title) ? std::string_view("GBR") : std::string_view();
}

// Whether the place is a country or the region of a people: Tibet, not Florida.
bool is_home(const Document& document, uint32_t place) {
  if (document.entities[place].country.empty()) return false;
  return std::ranges::any_of(document.entities[place].mentions, [&](uint32_t m) {
    const GazetteerTerm* term = Gazetteer::get().term(document.text_of(document.mentions[m].span));
    return term != nullptr && (term->kinds & (kCountryName | kCountryAdjective | kRegionAdjective)) != 0;
  });
}

// Words that end the names of bodies, and stand for them in front of a role.
bool is_kind_of_body(std::string_view lemma) {
  return is_one_of(
      lemma, {"committee", "commission", "council",    "party",  "ministry",   "union",      "association", "movement",
              "alliance",  "coalition",  "court",      "bank",   "university", "federation", "foundation",  "institute",
              "board",     "bureau",     "department", "agency", "league",     "front"});
}

// Whether the place, by its noun in front of an expert (`China scholar`, `Russia analyst`), is what he knows about.
bool is_subject_of(const Document& document, uint32_t place, uint32_t expert) {
  if (!is_one_of(document.tokens[expert].lemma, {"scholar", "expert", "analyst", "specialist", "researcher", "watcher",
                                                 "hand", "strategist", "economist", "historian", "correspondent"}))
    return false;
  return std::ranges::any_of(document.entities[place].mentions, [&](uint32_t m) {
    const Mention& mention = document.mentions[m];
    const GazetteerTerm* term = Gazetteer::get().term(document.text_of(mention.span));
    // `a U.S. analyst` has no adjective to say it with.
    return mention.last == expert && term != nullptr && (term->kinds & kCountryName) != 0 &&
           (term->kinds & kCountryAdjective) == 0 && document.text_of(mention.span).find('.') == std::string_view::npos;
  });
}

// Offices that a party itself gives.
bool is_party_office(std::string_view lemma) {
  return is_one_of(lemma, {"leader", "chair", "chairman", "chairwoman", "chairperson", "chief", "head", "boss", "whip",
                           "spokesman", "spokeswoman", "spokesperson", "nominee", "official", "founder", "secretary",
                           "treasurer", "organizer", "co-leader"});
}

// `Republican governor`, `Democratic pollster`: the party's name alone, in front of an office that it does not give.
bool is_party_before(const Document& document, uint32_t body, uint32_t noun) {
  if (is_party_office(document.tokens[noun].lemma)) return false;
  return std::ranges::any_of(document.entities[body].mentions, [&](uint32_t m) {
    const Mention& mention = document.mentions[m];
    if (mention.last > noun || mention.last - mention.first != 1 || document.tokens[mention.head].head != noun)
      return false;
    const GazetteerTerm* term = Gazetteer::get().term(document.text_of(mention.span));
    return term != nullptr && (term->kinds & kParty) != 0;
  });
}

// Offices of a whole state: without a country's name beside them they are of the state that the article is about.
bool is_state_office(std::string_view noun, std::string_view title) {
  if (is_one_of(noun, {"president", "premier", "chancellor", "king", "queen", "ambassador", "monarch"})) {
    return true;
  }
  return (noun == "minister" || noun == "secretary") && title.find(' ') != std::string_view::npos;
}

}  // namespace

uint32_t FactStage::country_entity(std::string_view iso3) const {
  if (iso3.empty()) return kNone;
  for (uint32_t e = 0; e < document_->entities.size(); ++e) {
    const DocumentEntity& entity = document_->entities[e];
    if (entity.type != EntityType::kPlace || entity.country != iso3) continue;
    if (entity.name == Gazetteer::get().country_name(iso3)) return e;
    for (uint32_t mention : entity.mentions) {
      const GazetteerTerm* term = Gazetteer::get().term(document_->text_of(document_->mentions[mention].span));
      if (term != nullptr && term->iso3 == iso3 && (term->kinds & (kCountryName | kCountryAdjective)) != 0) return e;
    }
  }
  return kNone;
}

// `committee chairman X`, `ministry spokesman X`: the body named last whose name has that word. `Secretary-General X`
// is that of the United Nations.
void FactStage::body_before_role(uint32_t noun, Office& office) const {
  const Document& document = *document_;
  const uint32_t first = office.title.first;
  const bool kind = first < noun && is_kind_of_body(document.tokens[first].lemma);
  const bool general = OfficeReader::title_text(*document_, office) == "Secretary-General";
  if (!kind && !general) return;
  uint32_t found = kNone, nearest = 0;
  for (uint32_t e = 0; e < document.entities.size(); ++e) {
    const DocumentEntity& body = document.entities[e];
    if (body.type != EntityType::kOrganization || !body.named) continue;
    for (const uint32_t m : body.mentions) {
      const Mention& mention = document.mentions[m];
      if (mention.kind != MentionKind::kName || mention.head > noun || (found != kNone && mention.head < nearest))
        continue;
      const std::string_view name = document.text_of(mention.span);
      const GazetteerTerm* term = Gazetteer::get().term(name);
      const bool fits = general ? term != nullptr && term->name == "United Nations"
                                : name_has_word(name, document.tokens[first].lemma);
      if (!fits) continue;
      found = e;
      nearest = mention.head;
    }
  }
  if (found == kNone) return;
  office.bodies.push_back(found);
  if (kind) office.title.first = first + 1;
}

// Position, membership or nationality that the role `noun` gives to `entity`.
void FactStage::office(uint32_t noun, uint32_t entity, float confidence, const char* rule) {
  Document& document = *document_;
  if (document.entities[entity].type != EntityType::kPerson) return;
  const RoleKind kind = role_kind(document.tokens[noun]);
  if (kind == RoleKind::kKin) return kin(noun, entity);
  Office office;
  uint32_t end = kNone;
  for (uint32_t m : document.entities[entity].mentions) {
    const Mention& name = document.mentions[m];
    if (name.kind == MentionKind::kName && name.first > noun && (end == kNone || name.first < end)) end = name.first;
  }
  offices_.read(noun, end, office);
  for (uint32_t other : office.others) this->office(other, entity, confidence, rule);
  if (office.bodies.empty() && end != kNone) offices_.read_behind_name(entity, end, office);
  if (office.bodies.empty()) body_before_role(noun, office);
  std::string_view title = OfficeReader::title_text(document, office);
  const bool party = office.bodies.size() == 1 && is_party_before(document, office.bodies.front(), noun);
  if (party && (kind == RoleKind::kPosition || kind == RoleKind::kCalling)) {
    add(entity, RelationType::kMemberOf, office.bodies.front(), noun, confidence, rule);
    office.bodies.clear();
  }
  if ((kind == RoleKind::kPosition || kind == RoleKind::kElected) && office.bodies.empty()) {
    const std::string_view state = country_of_office(title);
    if (const uint32_t country = country_entity(state); country != kNone) {
      office.bodies.push_back(country);
    } else if (state.empty() && is_state_office(document.tokens[noun].norm, title)) {
      const uint32_t first = office.title.first;
      const bool past = first > 0 && is_one_of(document.tokens[first - 1].lemma, {"former", "ex", "late", "onetime"});
      unplaced_.push_back({noun, entity, confidence, rule, title, past});
    }
  }
  for (uint32_t body : office.bodies) {
    if (body == entity) continue;
    const bool place = document.entities[body].type == EntityType::kPlace;
    if (place &&
        (kind == RoleKind::kCalling || (kind == RoleKind::kPosition && is_profession(document.tokens[noun])))) {
      // `an American journalist` comes from there, and holds no office of it; `a Miami-based lawyer` does not, and `a
      // China scholar` knows about it.
      if (is_home(document, body) && title.find("based") == std::string_view::npos &&
          !is_subject_of(document, body, noun))
        add(entity, RelationType::kCitizenOf, body, noun, confidence * 0.85f, rule);
    } else if (kind == RoleKind::kPosition) {
      // Beside a body, the country only says where the body is.
      if (place && office.bodies.size() > 1 && !(body == office.bodies.front())) continue;
      add(entity, RelationType::kHoldsPosition, body, noun, confidence, rule).title = title;
    } else if (kind == RoleKind::kElected) {
      const RelationType relation = place ? RelationType::kHoldsPosition : RelationType::kMemberOf;
      Triple& triple = add(entity, relation, body, noun, confidence, rule);
      if (place) triple.title = title;
    } else if (kind == RoleKind::kMember && !place) {
      add(entity, RelationType::kMemberOf, body, noun, confidence, rule);
    } else if (place && document.entities[body].country.size() == 3) {
      add(entity, RelationType::kCitizenOf, body, noun, confidence * 0.85f, rule);
    }
  }
}

}  // namespace actant
