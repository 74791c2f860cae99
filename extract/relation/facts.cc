#include "extract/relation/facts.h"

#include <algorithm>
#include <span>

#include "extract/entity/gazetteer.h"
#include "extract/entity/mention_info.h"
#include "extract/entity/nominal_finder.h"
#include "extract/relation/speakers.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

// Offices of one state alone, for texts that do not say which.
std::string_view country_of_office(std::string_view title) {
  if (is_one_of(title, {"Secretary of State", "Secretary of Defense", "Defense Secretary", "Treasury Secretary",
                        "Senator", "Sen.", "Congressman", "Congresswoman", "Rep.", "Secretary of Homeland Security",
                        "Secretary", "Attorney General"})) {
    return "USA";
  }
  if (is_one_of(title, {"Home Secretary", "Foreign Secretary", "Chancellor of the Exchequer"})) return "GBR";
  return {};
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
       {"Voice of America", "New York Times", "Washington Post", "Associated Press", "CNN", "NPR",
        "Fox News", "Los Angeles Times", "USA Today", "Wall Street Journal", "NBC", "CBS", "ABC News"}) {
    if (source.find(outlet) != std::string_view::npos) return "USA";
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

// Offices of a whole state: without a country's name beside them they are of the state that the article is about.
bool is_state_office(std::string_view noun, std::string_view title) {
  if (is_one_of(noun, {"president", "premier", "chancellor", "king", "queen", "ambassador", "monarch"})) {
    return true;
  }
  return (noun == "minister" || noun == "secretary") && title.find(' ') != std::string_view::npos;
}

}  // namespace

Triple& FactStage::add(uint32_t subject, RelationType relation, uint32_t object, uint32_t predicate, float confidence,
                       const char* rule) {
  Triple& triple = document_->triples.emplace_back();
  triple.subject = subject;
  triple.relation = relation;
  triple.object = object;
  triple.predicate = predicate;
  triple.confidence = confidence;
  triple.rule = rule;
  triple.evidence.push_back(sentence_of(*document_, predicate));
  return triple;
}

uint32_t FactStage::country_entity(std::string_view iso3) const {
  if (iso3.empty()) return kNone;
  for (uint32_t e = 0; e < document_->entities.size(); ++e) {
    const DocumentEntity& entity = document_->entities[e];
    if (entity.type != EntityType::kPlace || entity.country != iso3) continue;
    if (entity.name == Gazetteer::get().country_name(iso3)) return e;
    for (uint32_t mention : entity.mentions) {
      const GazetteerTerm* term = Gazetteer::get().term(document_->text_of(document_->mentions[mention].span));
      if (term != nullptr && (term->kinds & (kCountryName | kCountryAdjective)) != 0) return e;
    }
  }
  return kNone;
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
  std::string_view title = OfficeReader::title_text(document, office);
  if ((kind == RoleKind::kPosition || kind == RoleKind::kElected) && office.bodies.empty()) {
    const uint32_t country = country_entity(country_of_office(title));
    if (country != kNone) {
      office.bodies.push_back(country);
    } else if (is_state_office(document.tokens[noun].norm, title)) {
      const uint32_t first = office.title.first;
      const bool past = first > 0 && is_one_of(document.tokens[first - 1].lemma, {"former", "ex", "late", "onetime"});
      unplaced_.push_back({noun, entity, confidence, rule, title, past});
    }
  }
  for (uint32_t body : office.bodies) {
    if (body == entity) continue;
    const bool place = document.entities[body].type == EntityType::kPlace;
    if (place && (kind == RoleKind::kCalling || (kind == RoleKind::kPosition && is_profession(document.tokens[noun])))) {
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

// Where the text does not say whose president somebody is: the state he is known to act for or that publishes the text,
// the home of the outlet for whom it calls by the surname alone (`President Bush`), else the one spoken of around the
// office that has nobody else in it.
void FactStage::place_office(const UnplacedOffice& office, size_t stated) {
  const Document& document = *document_;
  const auto holders = std::span(document.triples);
  if (has_office(holders.first(stated), office)) return;  // said elsewhere
  uint32_t country = country_entity(document.entities[office.entity].country);
  const std::string_view authority = country_of_publisher(document.info.source);
  if (country == kNone && !authority.empty()) {
    country = country_entity(authority);
    if (country == kNone) return;
  }
  if (country != kNone && is_taken(holders, office, country)) country = kNone;
  float confidence = office.confidence;
  const std::string_view home = country_of_outlet(document.info.source);
  if (country == kNone && !home.empty() && is_head_of_state(office.title) &&
      document.entities[office.entity].name.find(' ') == std::string_view::npos) {
    country = country_entity(home);
    if (country == kNone) return;
    if (is_taken(holders.first(stated), office, country)) country = kNone;
  }
  if (country == kNone) {
    country = country_around(office, stated);
    confidence *= 0.7f;
  }
  if (country == kNone) return;
  add(office.entity, RelationType::kHoldsPosition, country, office.noun, confidence, office.rule).title = office.title;
}

// The country that is spoken of most around the office, near mentions, subjects and owners counting for more.
uint32_t FactStage::country_around(const UnplacedOffice& office, size_t stated) const {
  const Document& document = *document_;
  const uint32_t sentence = sentence_of(document, office.noun);
  uint32_t best = kNone;
  double best_score = 0;
  for (uint32_t e = 0; e < document.entities.size(); ++e) {
    const DocumentEntity& place = document.entities[e];
    if (place.type != EntityType::kPlace || place.country.empty() || country_entity(place.country) != e) continue;
    if (is_taken(std::span(document.triples).first(stated), office, e)) continue;
    double score = 0;
    for (const uint32_t m : place.mentions) {
      const Mention& mention = document.mentions[m];
      const bool ahead = mention.sentence > sentence;
      const uint32_t distance = ahead ? mention.sentence - sentence : sentence - mention.sentence;
      // Whom a minister speaks of or deals with in the sentence of the office is no nearer than in any other.
      const bool dealt_with = distance == 0 && document.tokens[mention.head].deprel == Deprel::kObj;
      const double near = distance == 0 && !dealt_with ? 3.0 : (ahead ? 0.5 : 1.0) / std::max(distance, 1u);
      score += near * weight_of_role(document, mention.head);
    }
    if (score <= best_score || score < kSpokenOf) continue;
    best_score = score;
    best = e;
  }
  return best;
}

// Somebody else has this office of the country now.
bool FactStage::is_taken(std::span<const Triple> triples, const UnplacedOffice& office, uint32_t country) {
  return !office.past && std::ranges::any_of(triples, [&](const Triple& triple) {
    return triple.relation == RelationType::kHoldsPosition && triple.object == country &&
           triple.subject != office.entity &&
           (same_text(triple.title, office.title) || (is_head_of_state(triple.title) && is_head_of_state(office.title)));
  });
}

bool FactStage::has_office(std::span<const Triple> triples, const UnplacedOffice& office) {
  return std::ranges::any_of(triples, [&](const Triple& triple) {
    return triple.relation == RelationType::kHoldsPosition && triple.subject == office.entity &&
           triple.title == office.title;
  });
}

// `X's wife Y`, `Y, daughter of X`.
void FactStage::kin(uint32_t noun, uint32_t entity) {
  Document& document = *document_;
  for (uint32_t child : children_of(document, noun)) {
    const Token& word = document.tokens[child];
    const bool fits = word.deprel == Deprel::kNmodPoss ||
                      (is_nominal_modifier(word.deprel) && preposition_of(document, child) == "of");
    if (!fits) continue;
    const uint32_t other = find_entity_by_head(document, child);
    if (other == kNone || other == entity || document.entities[other].type != EntityType::kPerson) continue;
    add(entity, RelationType::kRelatedTo, other, noun, 0.75f, "kin").title = document.tokens[noun].lemma;
    return;
  }
  // `handed power to brother X`: without an owner, of the one who acts.
  if (!document.entities[entity].named || child_with(document, noun, Deprel::kDet) != kNone ||
      child_with(document, noun, Deprel::kNmodPoss) != kNone)
    return;
  uint32_t verb = document.tokens[noun].head;
  for (int up = 0; up < 4 && verb != kNone && document.tokens[verb].upos != Upos::kVerb; ++up) verb = document.tokens[verb].head;
  if (verb == kNone || document.tokens[verb].upos != Upos::kVerb) return;
  const uint32_t subject = find_subject(document, verb);
  const uint32_t owner = subject == kNone ? kNone : find_entity_by_head(document, subject);
  if (owner == kNone || owner == entity || document.entities[owner].type != EntityType::kPerson) return;
  add(entity, RelationType::kRelatedTo, owner, noun, 0.5f, "kin-of-subject").title = document.tokens[noun].lemma;
}

void FactStage::person_name(uint32_t index) {
  const Mention& name = document_->mentions[index];
  const uint32_t noun = offices_.title_before(name.first);
  if (noun == kNone || name.entity == kNone) return;
  // `the president, X` is an apposition; `Obama the senator` no title.
  office(noun, name.entity, 0.87f, "title");
}

// Whether a comma parts a description from the name behind it, with its rank: `head of X, General Y`.
bool FactStage::is_set_off(const Mention& description) const {
  const Document& document = *document_;
  if (description.last < document.tokens.size() && document.tokens[description.last].form == ",") return true;
  for (const uint32_t m : document.entities[description.entity].mentions) {
    const Mention& name = document.mentions[m];
    if (name.kind != MentionKind::kName || name.first <= description.head || name.sentence != description.sentence)
      continue;
    uint32_t t = name.first - 1;
    while (t > description.head && Gazetteer::get().title(document.tokens[t].norm) != nullptr) --t;
    return document.tokens[t].form == ",";
  }
  return false;
}

// A description of a person: of somebody with a name, or of one that only has the description.
void FactStage::description(uint32_t index) {
  const Mention& mention = document_->mentions[index];
  if (mention.type != EntityType::kPerson || mention.entity == kNone) return;
  // A title: see person_name(). Behind a comma a name stands in apposition, with a rank too (`a spokesman, General X`).
  if (!is_set_off(mention) && find_titled_name(*document_, mention.head) != kNone) return;
  const bool named = document_->entities[mention.entity].named;
  office(mention.head, mention.entity, named ? 0.75f : 0.65f, named ? "description" : "if-used:description");
}

// `X is the president of Y`, `X was named head of Y`.
void FactStage::predicate_nominal(uint32_t index) {
  const Document& document = *document_;
  const Mention mention = document.mentions[index];
  const uint32_t head = mention.head;
  if (mention.kind != MentionKind::kNominal || role_kind(document.tokens[head]) == RoleKind::kNoRole) return;
  const bool copula = child_with(document, head, Deprel::kCop) != kNone;
  if (!copula || is_negated(document, head)) return;
  uint32_t subject = find_subject(document, head);
  const Token& word = document.tokens[head];
  // `X, of Y, to be ambassador to Z`: the fragment of a list of nominations.
  const bool to_be = subject == kNone && word.deprel == Deprel::kAcl && child_with(document, head, Deprel::kMark) != kNone;
  if (to_be) subject = word.head;
  if (subject == kNone) return;
  const uint32_t entity = find_entity_by_head(document, subject);
  if (entity == kNone || entity == mention.entity || document.entities[entity].type != EntityType::kPerson) return;
  const size_t before = document.triples.size();
  office(head, entity, 0.75f, to_be ? "says:to-be" : "says:copula");
  for (size_t i = before; to_be && i < document_->triples.size(); ++i) document_->triples[i].modality = Modality::kPlanned;
}

// `Malaysia's prime minister, X, said`: the name right behind a description, wherever the parser hangs the two.
uint32_t FactStage::name_behind_comma(const Mention& description) const {
  const Document& document = *document_;
  const Token& word = document.tokens[description.head];
  const uint32_t comma = description.last;
  if (word.xpos == Xpos::kNNS || word.xpos == Xpos::kNNPS || comma + 2 >= document.tokens.size()) return kNone;
  if (document.tokens[comma].form != ",") return kNone;
  for (uint32_t t = comma + 1; t < comma + 4 && t < document.tokens.size(); ++t) {
    const uint32_t name = find_mention_by_head(document, t);
    if (name == kNone) continue;
    const Mention& found = document.mentions[name];
    const bool behind = found.first == comma + 1 && found.kind == MentionKind::kName;
    if (!behind || found.type != EntityType::kPerson || document.tokens[found.head].deprel == Deprel::kConj)
      return kNone;
    return found.head;
  }
  return kNone;
}

// `X, head of Y,` and `the head of Y, X`, where coreference did not join the two.
void FactStage::apposition(uint32_t index) {
  const Document& document = *document_;
  const Mention mention = document.mentions[index];
  const Token& word = document.tokens[mention.head];
  if (mention.kind != MentionKind::kNominal || mention.entity == kNone) return;
  uint32_t other = kNone;
  if (word.deprel == Deprel::kAppos || word.deprel == Deprel::kConj) {
    uint32_t top = mention.head;
    while (document.tokens[top].deprel == Deprel::kConj) top = document.tokens[top].head;
    if (document.tokens[top].deprel == Deprel::kAppos) other = document.tokens[top].head;
  }
  if (other == kNone) {
    const uint32_t behind = child_with(document, mention.head, Deprel::kAppos);
    if (behind != kNone && behind > mention.head) other = behind;
  }
  if (other == kNone) other = name_behind_comma(mention);
  if (other == kNone) return;
  const uint32_t entity = find_entity_by_head(document, other);
  if (entity == kNone || entity == mention.entity || !document.entities[entity].named) return;
  office(mention.head, entity, 0.75f, "apposition");
}

// `X, who heads Y`, `X leads Y`, `X founded Y`.
void FactStage::leads(uint32_t token) {
  const Document& document = *document_;
  const Token& word = document.tokens[token];
  std::string_view title;
  if (is_one_of(word.lemma, {"head", "chair", "lead", "found", "co-found", "command", "establish", "form", "run", "spearhead"})) {
    title = word.lemma == "head"      ? "head"
            : word.lemma == "chair"   ? "chairman"
            : is_one_of(word.lemma, {"lead", "spearhead"}) ? "leader"
            : word.lemma == "run"     ? "head"
            : word.lemma == "command" ? "commander"
                                      : "founder";
  } else {
    return;
  }
  if (word.upos != Upos::kVerb || is_negated(document, token)) return;
  const bool passive = is_passive(document, token);
  uint32_t who = passive ? find_agent(document, token) : find_subject(document, token);
  uint32_t what = passive ? find_subject(document, token) : child_with(document, token, Deprel::kObj);
  if (who == kNone || what == kNone) return;
  const uint32_t person = find_entity_by_head(document, who);
  const uint32_t body = find_entity_by_head(document, what);
  if (person == kNone || body == kNone || person == body) return;
  if (document.entities[person].type != EntityType::kPerson ||
      document.entities[body].type != EntityType::kOrganization)
    return;
  const bool named = document.entities[body].named;
  if (!passive && (!named || word.lemma == "run")) return;
  add(person, RelationType::kHoldsPosition, body, token, 0.6f, named ? "says:leads" : "if-used:says:leads").title = title;
}

void FactStage::process(Document& document) {
  document_ = &document;
  offices_.reset(document);
  unplaced_.clear();
  const auto count = static_cast<uint32_t>(document.mentions.size());
  for (uint32_t m = 0; m < count; ++m) {
    const Mention mention = document.mentions[m];  // a copy: rank() may add mentions
    if (mention.entity == kNone || mention.kind == MentionKind::kPronoun) continue;
    if (mention.kind == MentionKind::kName && mention.type == EntityType::kPerson) {
      person_name(m);
      title_of_list(m);
      owner_of_name(m);
      home_behind_name(m);
      rank(m);
      body_of_name(m);
    }
    if (mention.kind == MentionKind::kNominal && mention.type == EntityType::kPerson) {
      predicate_nominal(m);
      apposition(m);
      description(m);
    }
    group_or_body(m);
    if (mention.kind == MentionKind::kName) home_before_name(m);
    town_before(m);
    if (mention.kind == MentionKind::kName && document.mentions[m].type == EntityType::kPlace) {
      place_in_place(m);
      kind_before(m);
      country_in_brackets(m);
    }
    kind_of_place(m);
    place_of_owner(m);
    seat(m);
    seat_behind(m);
    own_body(m);
    other_name(m);
  }
  for (uint32_t token = 0; token < document.tokens.size(); ++token) {
    if (document.tokens[token].upos == Upos::kNoun) {
      gathering(token);
      subsidiary(token);
      wedding(token);
    }
    if (document.tokens[token].upos != Upos::kVerb && document.tokens[token].upos != Upos::kAdj) continue;
    leads(token);
    belongs(token);
    marries(token);
    takes_office(token);
    based_in(token);
    based_name(token);
    event_place(token);
    called(token);
  }
  const size_t stated = document.triples.size();
  for (const UnplacedOffice& office : unplaced_) place_office(office, stated);
}

}  // namespace actant
