#include <algorithm>
#include <span>
#include <utility>

#include "extract/entity/description_match.h"
#include "extract/entity/gazetteer.h"
#include "extract/entity/mention_info.h"
#include "extract/relation/facts.h"
#include "extract/relation/syntax_walk.h"

// Offices, and the state of an office where the text does not say which.

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

// The state whose authority publishes the text.
std::string_view country_of_publisher(std::string_view source) {
  struct Authority {
    std::string_view words, country;
  };
  static constexpr Authority kAuthorities[] = {{"White House", "USA"},
                                               {"State Department", "USA"},
                                               {"Department of State", "USA"},
                                               {"Central Command", "USA"},
                                               {"CENTCOM", "USA"},
                                               {"Department of Defense", "USA"},
                                               {"Pentagon", "USA"},
                                               {"Foreign Office", "GBR"},
                                               {"Downing Street", "GBR"},
                                               {"Commonwealth Office", "GBR"},
                                               {"Kremlin", "RUS"},
                                               {"Elysee", "FRA"}};
  for (const Authority& authority : kAuthorities) {
    if (source.find(authority.words) != std::string_view::npos) return authority.country;
  }
  return {};
}

// The state where a newspaper or broadcaster is at home.
std::string_view country_of_outlet(std::string_view source) {
  for (const std::string_view outlet :
       {"Voice of America", "New York Times", "Washington Post", "Associated Press", "CNN", "NPR", "Fox News",
        "Los Angeles Times", "USA Today", "Wall Street Journal", "NBC", "CBS", "ABC News"}) {
    if (source.find(outlet) != std::string_view::npos) return "USA";
  }
  return {};
}

// The state that a newspaper has in its name: The Namibian, the Times of India, the Jerusalem Post.
std::string_view country_in_source(std::string_view source) {
  size_t at = 0;
  std::string_view before;
  while (at < source.size()) {
    const size_t end = std::min(source.find(' ', at), source.size());
    const std::string_view word = source.substr(at, end - at);
    const std::string_view pair =
        before.empty()
            ? word
            : std::string_view(before.data(), static_cast<size_t>(word.data() - before.data()) + word.size());
    for (const std::string_view name : {pair, word}) {
      const GazetteerTerm* term = Gazetteer::get().term(name);
      if (term != nullptr && (term->kinds & (kCountryName | kCountryAdjective | kCapital)) != 0) return term->iso3;
    }
    before = word;
    at = end + 1;
  }
  return {};
}

constexpr double kSpokenOf = 0.4;  // less is a country of another story of the article

// Whether the place is a country or the region of a people: Tibet, not Florida.
bool is_home(const Document& document, uint32_t place) {
  if (document.entities[place].country.empty()) return false;
  return std::ranges::any_of(document.entities[place].mentions, [&](uint32_t m) {
    const GazetteerTerm* term = Gazetteer::get().term(document.text_of(document.mentions[m].span));
    return term != nullptr && (term->kinds & (kCountryName | kCountryAdjective | kRegionAdjective)) != 0;
  });
}

bool is_head_of_state(std::string_view title) {
  return is_one_of(title, {"President", "president", "leader", "Leader", "King", "king", "Queen", "Supreme Leader",
                           "supreme leader", "Emir", "emir", "Sultan", "President-elect"});
}

// How much a mention of a country by its role in the clause makes it the one that is spoken of: what is gone to, dealt
// with or fought is mostly another one.
double weight_of_role(const Document& document, uint32_t head) {
  const Token& token = document.tokens[head];
  if (token.deprel == Deprel::kConj || token.deprel == Deprel::kObj) return 0.5;
  if (is_subject(token.deprel) || token.deprel == Deprel::kNmodPoss) return 1.2;
  if (token.deprel == Deprel::kAmod || token.deprel == Deprel::kCompound) return 1.0;
  const std::string_view with = preposition_of(document, head);
  if (with.empty() || with == "in" || with == "of") return 1.0;
  return with == "from" ? 0.7 : 0.4;
}

// Words that end the names of bodies, and stand for them in front of a role.
bool is_kind_of_body(std::string_view lemma) {
  return is_one_of(
      lemma, {"committee", "commission", "council",    "party",  "ministry",   "union",      "association", "movement",
              "alliance",  "coalition",  "court",      "bank",   "university", "federation", "foundation",  "institute",
              "board",     "bureau",     "department", "agency", "league",     "front"});
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
      // `an American journalist` comes from there, and holds no office of it; `a Miami-based lawyer` does not.
      if (is_home(document, body) && title.find("based") == std::string_view::npos)
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

// Where the text does not say whose president somebody is: first those of whom it is known by other means, so that the
// offices of their states are taken; then the others by what is spoken of around them.
void FactStage::place_offices() {
  size_t stated = document_->triples.size();
  std::erase_if(unplaced_, [&](const UnplacedOffice& office) { return place_known(office, stated); });
  stated = document_->triples.size();
  for (const UnplacedOffice& office : unplaced_) {
    if (has_office(document_->triples, office)) continue;
    const uint32_t country = country_around(office, stated);
    if (country != kNone) place_office(office, country, 0.7f * office.confidence);
  }
}

void FactStage::place_office(const UnplacedOffice& office, uint32_t country, float confidence) {
  add(office.entity, RelationType::kHoldsPosition, country, office.noun, confidence, office.rule).title = office.title;
}

// The state that he is known to act for, that publishes the text or whose party he is of; the home of the outlet that
// calls him by the surname alone (`President Bush`) or has the state in its name. True where that settles it, also
// where the article does not name that state.
bool FactStage::place_known(const UnplacedOffice& office, size_t stated) {
  const Document& document = *document_;
  const auto holders = std::span(document.triples);
  if (has_office(holders, office)) return true;  // said elsewhere
  uint32_t country = country_entity(document.entities[office.entity].country);
  const std::string_view authority = country_of_publisher(document.info.source);
  if (country == kNone && !authority.empty()) {
    country = country_entity(authority);
    if (country == kNone) return true;
  }
  if (country != kNone && is_taken(holders, office, country)) country = kNone;
  if (country == kNone) {
    // A Democratic vice president is one of the state whose party that is.
    const std::string_view home_of_party = country_of_party(office.entity);
    country = country_entity(home_of_party);
    if (!home_of_party.empty() && country == kNone) return true;
  }
  const std::string_view home = country_of_outlet(document.info.source);
  if (country == kNone && !home.empty() && is_head_of_state(office.title) &&
      document.entities[office.entity].name.find(' ') == std::string_view::npos) {
    country = country_entity(home);
    if (country == kNone) return true;
    if (is_taken(holders.first(stated), office, country)) country = kNone;
  }
  if (country == kNone && home.empty() && is_head_of_state(office.title)) {  // the Voice of America speaks of all
    country = country_entity(country_in_source(document.info.source));
    if (country != kNone && is_taken(holders.first(stated), office, country)) country = kNone;
  }
  if (country == kNone) return false;
  place_office(office, country, office.confidence);
  return true;
}

std::string_view FactStage::country_of_party(uint32_t person) const {
  for (const Triple& triple : document_->triples) {
    if (triple.relation != RelationType::kMemberOf || triple.subject != person) continue;
    for (const uint32_t m : document_->entities[triple.object].mentions) {
      const GazetteerTerm* term = Gazetteer::get().term(document_->text_of(document_->mentions[m].span));
      if (term != nullptr && (term->kinds & kParty) != 0 && !term->iso3.empty()) return term->iso3;
    }
  }
  return {};
}

// How much the country is spoken of around the office: near mentions, subjects and owners count for more.
double FactStage::weight_around(const UnplacedOffice& office, uint32_t country) const {
  const Document& document = *document_;
  const uint32_t sentence = sentence_of(document, office.noun);
  double weight = 0;
  for (const uint32_t m : document.entities[country].mentions) {
    const Mention& mention = document.mentions[m];
    const bool ahead = mention.sentence > sentence;
    const uint32_t distance = ahead ? mention.sentence - sentence : sentence - mention.sentence;
    // Whom a minister speaks of or deals with in the sentence of the office is no nearer than in any other.
    const bool dealt_with = distance == 0 && !office.past && document.tokens[mention.head].deprel == Deprel::kObj;
    const double near = distance == 0 && !dealt_with ? 3.0 : (ahead ? 0.5 : 1.0) / std::max(distance, 1u);
    weight += near * weight_of_role(document, mention.head);
  }
  return weight;
}

// The country that is spoken of most around the office, wherever the person is called by it. kNone where that is one
// that the article does not name: its states, parties and bodies speak of it then.
uint32_t FactStage::country_around(const UnplacedOffice& office, size_t stated) const {
  const Document& document = *document_;
  std::vector<std::pair<std::string_view, double>> weights;
  for (uint32_t e = 0; e < document.entities.size(); ++e) {
    const DocumentEntity& place = document.entities[e];
    if (place.country.size() != 3 || e == office.entity) continue;
    const bool whole = place.type == EntityType::kPlace && country_entity(place.country) == e;
    const bool part = place.named && place.type != EntityType::kPerson && country_entity(place.country) == kNone;
    if (!whole && !part) continue;
    double weight = 0;
    for (const UnplacedOffice& other : unplaced_) {
      if (other.entity == office.entity && other.title == office.title) weight += weight_around(other, e);
    }
    const auto known = std::ranges::find(weights, place.country, &std::pair<std::string_view, double>::first);
    (known == weights.end() ? weights.emplace_back(place.country, 0.0) : *known).second += weight;
  }
  uint32_t best = kNone;
  double best_score = kSpokenOf;
  for (const auto& [iso3, score] : weights) {
    const uint32_t country = country_entity(iso3);
    if (country != kNone && is_taken(std::span(document.triples).first(stated), office, country)) continue;
    if (score < best_score) continue;
    best_score = score;
    best = country;
  }
  return best;
}

// Somebody else has this office of the country now.
bool FactStage::is_taken(std::span<const Triple> triples, const UnplacedOffice& office, uint32_t country) {
  return !office.past && std::ranges::any_of(triples, [&](const Triple& triple) {
    return triple.relation == RelationType::kHoldsPosition && triple.object == country &&
           triple.subject != office.entity &&
           (same_text(triple.title, office.title) ||
            (is_head_of_state(triple.title) && is_head_of_state(office.title)));
  });
}

bool FactStage::has_office(std::span<const Triple> triples, const UnplacedOffice& office) {
  return std::ranges::any_of(triples, [&](const Triple& triple) {
    return triple.relation == RelationType::kHoldsPosition && triple.subject == office.entity &&
           triple.title == office.title;
  });
}

}  // namespace actant
