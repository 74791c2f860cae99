#include "extract/entity/name_types.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "extract/entity/gazetteer.h"
#include "extract/entity/name_rules.h"
#include "extract/entity/name_title.h"
#include "extract/entity/noun_phrase.h"

namespace actant {
namespace {

// Above this probability the recognizer's word counts for more than the last word of the name (`Julia Morgan House`).
constexpr float kSure = 0.9f;

constexpr uint16_t kPlaceKinds = kCountryName | kRegionName | kCityName | kCapital;

bool is_one_of_words(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_settlement(std::string_view lemma) {
  return is_one_of_words(
      lemma, {"province",     "region",  "governorate", "prefecture",   "peninsula",     "state",       "district",
              "county",       "village", "town",        "neighborhood", "neighbourhood", "valley",      "township",
              "municipality", "suburb",  "area",        "island",       "canton",        "subdistrict", "crossing"});
}

bool is_storm(const Token& token) {
  return is_one_of_words(token.norm, {"hurricane", "typhoon", "cyclone"}) && capitalized(token);
}

bool is_outlet_or_party(const Token& token) {
  return in_lower_case(token) && is_one_of_words(token.lemma, {"newspaper", "magazine", "daily", "party", "movement",
                                                               "militia", "broadcaster", "airline", "network"});
}

bool is_business_word(std::string_view word) {
  return is_one_of_words(word, {"company", "corporation", "corp", "corp.", "inc", "inc.", "ltd", "ltd.", "co", "co.",
                                "plc", "motor", "motors", "airlines", "airways", "industries", "holdings"});
}

// `Ford Motor Company` with nothing but such words behind the first.
bool is_firm_of(const Document& document, const Mention& name, std::string_view word) {
  if (name.type != EntityType::kOrganization || name.last - name.first < 2) return false;
  if (document.tokens[name.first].form != word) return false;
  for (uint32_t t = name.first + 1; t < name.last; ++t) {
    if (!is_business_word(document.tokens[t].norm)) return false;
  }
  return true;
}

// `Ford` in an article on the Ford Motor Company without a Mr. Ford.
bool means_firm(const Document& document, const std::vector<Mention>& names, std::string_view word) {
  const auto any = [&](auto&& test) { return std::any_of(names.begin(), names.end(), test); };
  if (!any([&](const Mention& name) { return is_firm_of(document, name, word); })) return false;
  return !any([&](const Mention& name) {
    return name.last - name.first == 1 && document.tokens[name.first].form == word &&
           find_title(document, name).office != kNone;
  });
}

// The word that says what a name of several words is: the last one, or what stands before the preposition (`Sons of the
// American Revolution`, `Foundation for Moral Law`).
uint32_t kind_word(const Document& document, const Mention& mention) {
  for (uint32_t t = mention.first + 1; t + 1 < mention.last; ++t) {
    if (document.tokens[t].upos == Upos::kAdp && mention.head == t - 1) return t - 1;
  }
  return mention.last - 1;
}

}  // namespace

void retype_name(const Document& document, Mention& mention) {
  const Gazetteer& gazetteer = Gazetteer::get();
  const std::string_view text = document.text_of(mention.span);
  const Token& head = document.tokens[mention.head];
  const GazetteerTerm* exact = gazetteer.term(text);
  if (exact != nullptr && (exact->kinds & (kEventName | kParty)) != 0) {
    mention.type = (exact->kinds & kParty) != 0 ? EntityType::kOrganization : EntityType::kEvent;
    return;
  }
  if (mention.last - mention.first > 1 && mention.type != EntityType::kPerson) {
    const Token& last = document.tokens[mention.last - 1];
    const Token& final = document.tokens[kind_word(document, mention)];
    const NounEntry* noun = gazetteer.noun(final.norm);
    static constexpr std::string_view kSites[] = {"hall",  "bridge",  "airport", "square", "palace",
                                                  "river", "stadium", "street",  "mosque"};
    if (is_happening(final.norm) && capitalized(final)) {
      mention.type = EntityType::kEvent;
    } else if (is_paper(final.norm)) {
      mention.type = EntityType::kTopic;
    } else if (std::find(std::begin(kSites), std::end(kSites), last.norm) != std::end(kSites)) {
      mention.type = EntityType::kPlace;
    } else if (noun != nullptr && noun->noun_class == NounClass::kOrganization && mention.type == EntityType::kPlace &&
               exact == nullptr && mention.score < kSure) {
      mention.type = EntityType::kOrganization;
    }
  }
  const GazetteerTerm* people = gazetteer.plural_demonym(text);
  if (people != nullptr &&
      (head.xpos == Xpos::kNNS || head.xpos == Xpos::kNNPS || (people->kinds & kPluralDemonym) != 0)) {
    mention.type = EntityType::kGroup;
    mention.number = Number::kPlural;
    return;
  }
  const GazetteerTerm* term = gazetteer.term(text);
  // `BBC journalist`: capitals that no place has are a body's initials.
  if (term == nullptr && mention.type == EntityType::kPlace && mention.last - mention.first == 1 &&
      head.deprel == Deprel::kCompound && text.size() >= 3 && text.size() <= 5 &&
      std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; })) {
    mention.type = EntityType::kOrganization;
  }
  if (term == nullptr) return;
  if ((term->kinds & kIgo) != 0) mention.type = EntityType::kOrganization;
  if ((term->kinds & kCountryName) != 0 && mention.type != EntityType::kPerson) mention.type = EntityType::kPlace;
  const bool only_city = (term->kinds & (kIgo | kAdjectiveKinds)) == 0 && (term->kinds & kCityName) != 0;
  // `West Bank` ends in a word for a body.
  const bool long_region =
      (term->kinds & kRegionName) != 0 && (term->kinds & kIgo) == 0 && mention.last - mention.first > 1;
  if ((only_city || long_region) && mention.type == EntityType::kOrganization) mention.type = EntityType::kPlace;
  if ((term->kinds & kAdjectiveKinds) == 0) return;
  const bool collective = child_with(document, mention.head, Deprel::kDet) != kNone;
  const bool counted = child_with(document, mention.head, Deprel::kNummod) != kNone;
  if (is_modifier(head) || head.upos == Upos::kAdj) {
    mention.type = EntityType::kPlace;
  } else if ((term->kinds & kPlaceKinds) == 0 && mention.type != EntityType::kPlace) {
    mention.type = counted ? EntityType::kPerson : EntityType::kGroup;
    if (collective && !counted) mention.number = Number::kPlural;
  }
}

bool names_next_place(const Document& document, const Mention& name) {
  if (name.kind != MentionKind::kName || name.type != EntityType::kPlace || name.last >= document.tokens.size())
    return false;
  const Token& noun = document.tokens[name.last];
  const Token& last = document.tokens[name.last - 1];
  if (!is_settlement(noun.lemma) || !in_lower_case(noun) || noun.xpos == Xpos::kNNS || last.head != name.last)
    return false;
  if (last.upos != Upos::kPropn || last.deprel == Deprel::kNmodPoss) return false;
  // `Baja | California state`
  if (name.first > 0 && document.tokens[name.first - 1].upos == Upos::kPropn &&
      document.tokens[name.first - 1].head == name.last)
    return false;
  // `the Baltic Sea island of Ruegen`
  if (is_one_of_words(noun.lemma, {"island", "town", "village"}) && name.last + 1 < document.tokens.size() &&
      document.tokens[name.last + 1].norm == "of")
    return false;
  const GazetteerTerm* term = Gazetteer::get().term(document.text_of(name.span));
  if (term == nullptr) return true;
  if ((term->kinds & (kCountryName | kAdjectiveKinds)) != 0) return false;
  // A known city or state has the town, and is not its name.
  return is_one_of_words(noun.lemma, {"province", "region", "governorate", "prefecture", "peninsula", "state"});
}

void type_by_neighbours(const Document& document, Mention& name) {
  const std::vector<Token>& tokens = document.tokens;
  if (name.type == EntityType::kEvent || Gazetteer::get().term(document.text_of(name.span)) != nullptr) return;
  // `Hurricane Katrina`, `Typhoon Yutu`
  const Sentence& sentence = document.sentences[name.sentence];
  uint32_t storm = name.first;
  if (!is_storm(tokens[storm]) && storm > sentence.first && is_storm(tokens[storm - 1])) --storm;
  if (is_storm(tokens[storm]) && (storm < name.first || name.last - name.first > 1)) {
    name.first = storm;
    name.span = span_of(document, {name.first, name.last});
    name.type = EntityType::kEvent;
    return;
  }
  if (name.type != EntityType::kPerson && name.type != EntityType::kPlace) return;
  // `Kadima party`
  if (name.last < sentence.last && is_outlet_or_party(tokens[name.last]) && tokens[name.head].head == name.last &&
      tokens[name.head].deprel == Deprel::kCompound) {
    name.type = EntityType::kOrganization;
    return;
  }
  // `the newspaper Le Figaro`, `An Iranian newspaper, Hamshahri,`
  if (name.first < sentence.first + 2 || tokens[name.head].deprel == Deprel::kConj) return;
  const bool comma = tokens[name.first - 1].form == ",";
  const uint32_t noun = name.first - (comma ? 2 : 1);
  if (!is_outlet_or_party(tokens[noun]) || tokens[noun].xpos == Xpos::kNNS) return;
  const bool hangs = tokens[name.head].head == noun || tokens[noun].head == name.head;
  if (comma && (tokens[noun].deprel == Deprel::kNmod || tokens[noun].deprel == Deprel::kCompound)) return;
  const bool closed = name.last < sentence.last && tokens[name.last].form == ",";
  if (hangs && (!comma || closed)) name.type = EntityType::kOrganization;
}

void vote_types(const Document& document, std::vector<Mention>& names) {
  // One text means one thing: the type that most of its occurrences have. Names are few, so pairs are cheap.
  for (size_t i = 0; i < names.size(); ++i) {
    if (names[i].adjectival) continue;
    float votes[8] = {};
    const std::string_view text = document.text_of(names[i].span);
    for (const Mention& other : names) {
      if (document.text_of(other.span) == text) votes[static_cast<int>(other.type)] += other.score;
    }
    const auto best = std::max_element(std::begin(votes), std::end(votes));
    const float own = votes[static_cast<int>(names[i].type)];
    if (*best > own) names[i].type = static_cast<EntityType>(best - std::begin(votes));
  }
}

void settle_single_words(const Document& document, std::vector<Mention>& names) {
  for (Mention& name : names) {
    if (name.last - name.first != 1 || name.adjectival) continue;
    const Token& token = document.tokens[name.first];
    const bool surname = std::any_of(names.begin(), names.end(), [&](const Mention& other) {
      return other.type == EntityType::kPerson && other.last - other.first > 1 &&
             document.tokens[other.last - 1].form == token.form;
    });
    const GazetteerTerm* term = Gazetteer::get().term(token.form);
    if (surname && term == nullptr) name.type = EntityType::kPerson;
    if (!surname && name.type == EntityType::kPerson && means_firm(document, names, token.form))
      name.type = EntityType::kOrganization;
    const bool place = term != nullptr && (term->kinds & kPlaceKinds) != 0;
    if (!surname && place && name.type == EntityType::kPerson && find_title(document, name).office == kNone)
      name.type = EntityType::kPlace;
  }
}

}  // namespace actant
