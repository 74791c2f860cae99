#include <algorithm>
#include <span>
#include <utility>

#include "extract/entity/gazetteer.h"
#include "extract/entity/mention_info.h"
#include "extract/relation/facts.h"
#include "extract/relation/syntax_walk.h"

// The state of an office where the text does not say which.

namespace actant {
namespace {

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

}  // namespace

// Where the text does not say whose president somebody is: first those of whom it is known by other means, so that the
// offices of their states are taken; then the others by what is spoken of around them.
void FactStage::place_offices() {
  size_t stated = document_->triples.size();
  std::erase_if(unplaced_, [&](const UnplacedOffice& office) { return place_known(office, stated); });
  stated = document_->triples.size();
  for (const UnplacedOffice& office : unplaced_) {
    if (has_office(document_->triples, office)) continue;
    const uint32_t country = country_around(office, stated);
    const bool if_used = std::string_view(office.rule).starts_with("if-used:");
    if (country != kNone)
      place_office(office, country, 0.7f * office.confidence, if_used ? "if-used:state-around" : "state-around");
  }
}

void FactStage::place_office(const UnplacedOffice& office, uint32_t country, float confidence, const char* rule) {
  add(office.entity, RelationType::kHoldsPosition, country, office.noun, confidence, rule).title = office.title;
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
  place_office(office, country, office.confidence, office.rule);
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
  constexpr double kOfItsParts = 0.35;  // `the Scottish company` whose ships the minister bans is nobody's state
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
    (known == weights.end() ? weights.emplace_back(place.country, 0.0) : *known).second +=
        whole ? weight : kOfItsParts * weight;
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
