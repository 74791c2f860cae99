#include "extract/entity/name_rules.h"

#include <algorithm>

#include "extract/entity/noun_phrase.h"

namespace actant {

bool capitalized(const Token& token) {
  if (token.form.empty()) return false;
  const auto c = static_cast<unsigned char>(token.form.front());
  return (c >= 'A' && c <= 'Z') || c >= 0x80 || (c >= '0' && c <= '9');
}

bool is_determiner(const Token& token) {
  return token.norm == "the" || token.norm == "a" || token.norm == "an" || token.norm == "this" || token.norm == "that";
}

bool is_edge_mark(const Token& token) {
  return token.upos == Upos::kPunct || token.xpos == Xpos::kPOS || token.norm == "'s" || token.norm == "’s" ||
         token.upos == Upos::kSym;
}

bool is_acronym(std::string_view form) {
  return form.size() >= 2 && std::all_of(form.begin(), form.end(), [](char c) { return c < 'a' || c > 'z'; });
}

bool is_address(std::string_view form) {
  static constexpr std::string_view kDomains[] = {".com", ".org", ".net", ".edu", ".gov"};
  if (form.find('@') != std::string_view::npos || form.find("://") != std::string_view::npos) return true;
  const size_t dot = form.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  char folded[8];
  const std::string_view end = fold_into(form.substr(dot), folded);
  return std::find(std::begin(kDomains), std::end(kDomains), end) != std::end(kDomains);
}

bool is_written_small(const Document& document, const Mention& mention) {
  // Of organizations written small hardly any was right in web text.
  if (mention.type != EntityType::kPerson && mention.type != EntityType::kPlace) return false;
  const auto is_proper = [](const Token& token) { return token.upos == Upos::kPropn; };
  const auto begin = document.tokens.begin();
  return mention.score >= 0.5f && std::all_of(begin + mention.first, begin + mention.last, is_proper);
}

namespace {

// States of the United States as the post writes them; `DC` is left out, for Washington DC is one place.
bool is_state_code(std::string_view form) {
  static constexpr std::string_view kCodes =
      " al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or "
      "pa ri sc sd tn tx ut vt va wa wv wi wy ";
  if (form.size() != 2) return false;
  char folded[2];
  const size_t at = kCodes.find(fold_into(form, folded));
  return at != std::string_view::npos && kCodes[at - 1] == ' ' && kCodes[at + 2] == ' ';
}

// `southern`, `New`, `French`, `Nazi`: what makes one place of it and the country behind it.
bool changes_a_place(const Token& token) {
  static constexpr std::string_view kWords[] = {
      "north",     "south",     "east",      "west",     "northern",   "southern", "eastern", "western", "northeast",
      "northwest", "southeast", "southwest", "central",  "upper",      "lower",    "inner",   "outer",   "new",
      "old",       "greater",   "great",     "mainland", "peninsular", "republic", "state",   "kingdom", "democratic",
      "federal",   "united",    "nazi",      "soviet",   "imperial",   "occupied", "rural",   "modern",  "ancient",
      "county",    "the",       "of",        "and",      "in",         "-"};
  if (std::find(std::begin(kWords), std::end(kWords), token.norm) != std::end(kWords)) return true;
  const GazetteerTerm* term = Gazetteer::get().term(token.form);
  return token.upos == Upos::kAdj || (term != nullptr && (term->kinds & kAdjectiveKinds) != 0);
}

}  // namespace

uint32_t second_place(const Document& document, const Mention& mention) {
  const auto text = [&](uint32_t first) { return document.text_of(span_of(document, {first, mention.last})); };
  const Gazetteer& gazetteer = Gazetteer::get();
  if (mention.type != EntityType::kPlace || gazetteer.term(text(mention.first)) != nullptr) return mention.last;
  for (uint32_t t = mention.first + 1; t < mention.last; ++t) {
    if (changes_a_place(document.tokens[t - 1])) return mention.last;
    const GazetteerTerm* term = gazetteer.term(text(t));
    const bool country = term != nullptr && (term->kinds & (kCountryName | kRegionName)) != 0 && !term->iso3.empty() &&
                         gazetteer.noun(document.tokens[t].norm) == nullptr;
    if (country || (t + 1 == mention.last && is_state_code(document.tokens[t].form))) return t;
  }
  return mention.last;
}

bool article_belongs(const Document& document, const Mention& mention) {
  const Token& token = document.tokens[mention.first];
  if (token.form != "The" || mention.last - mention.first < 2) return false;
  const std::string_view text = document.text_of(span_of(document, {mention.first, mention.last}));
  if (Gazetteer::get().term(text) != nullptr) return true;
  const bool initial = document.sentences[mention.sentence].first == mention.first;
  return !initial && mention.type == EntityType::kOrganization && mention.last - mention.first <= 4;
}

bool is_modifier(const Token& token) {
  return token.deprel == Deprel::kAmod || token.deprel == Deprel::kCompound || token.deprel == Deprel::kNmodPoss ||
         token.deprel == Deprel::kNmodDesc || token.deprel == Deprel::kNmodUnmarked;
}

bool is_weekday_or_month(std::string_view norm) {
  static constexpr std::string_view kDates[] = {
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",  "sunday",  "january",  "february", "march",
      "april",  "may",     "june",      "july",     "august", "september", "october", "november", "december"};
  return std::find(std::begin(kDates), std::end(kDates), norm) != std::end(kDates);
}

bool in_lower_case(const Token& token) {
  return !token.form.empty() && token.form.front() >= 'a' && token.form.front() <= 'z';
}

// `Islamic State fighters`, `State Department spokesperson`, `ISIL vehicles`: the name ends before those who belong to
// it.
uint32_t without_members(const Document& document, uint32_t first, uint32_t last) {
  const Gazetteer& gazetteer = Gazetteer::get();
  while (last - first > 1) {
    const Token& token = document.tokens[last - 1];
    const NounEntry* noun = gazetteer.noun(token.lemma);
    // `League of Women Voters`, `Fund for Justice`: people in capitals are part of the name in the plural and behind a
    // preposition.
    const bool plural = token.xpos == Xpos::kNNPS || token.form.ends_with('s');
    const bool named =
        token.upos == Upos::kPropn && capitalized(token) && (plural || document.tokens[last - 2].upos == Upos::kAdp);
    const bool person = noun != nullptr && noun->noun_class == NounClass::kPerson && !named &&
                        (token.upos == Upos::kNoun || last - first > 2);
    const bool body = noun != nullptr && noun->noun_class == NounClass::kOrganization && !noun->body;
    const bool common = in_lower_case(token) && (token.upos == Upos::kNoun || token.upos == Upos::kAdj) && !body;
    const bool joint = token.upos == Upos::kCconj || token.upos == Upos::kAdp || token.upos == Upos::kDet;
    if (!person && !common && !joint) break;
    --last;
  }
  return last;
}

// `Kurdish YPG`: an adjective in front of an acronym says whose it is.
uint32_t without_adjective(const Document& document, uint32_t first, uint32_t last) {
  if (last - first != 2) return first;
  const GazetteerTerm* term = Gazetteer::get().term(document.tokens[first].form);
  if (term == nullptr || (term->kinds & kAdjectiveKinds) == 0) return first;
  return is_acronym(document.tokens[first + 1].form) ? first + 1 : first;
}

bool is_happening(std::string_view norm) {
  static constexpr std::string_view kNouns[] = {"summit",     "war",        "olympics", "games",        "election",
                                                "elections",  "debate",     "festival", "championship", "championships",
                                                "cup",        "revolution", "uprising", "massacre",     "dialogue",
                                                "referendum", "pandemic"};
  return std::find(std::begin(kNouns), std::end(kNouns), norm) != std::end(kNouns);
}

// `ASEAN Outlook`, `G20 Presidency`: an acronym that the gazetteer knows in front of what belongs to the body; `Refugee
// Council Enver Solomon`: a body in front of its head's name.
uint32_t without_rest(const Document& document, uint32_t first, uint32_t last) {
  const Gazetteer& gazetteer = Gazetteer::get();
  if (last - first < 2) return last;
  const GazetteerTerm* term = gazetteer.term(document.tokens[first].form);
  const NounEntry* final = gazetteer.noun(document.tokens[last - 1].norm);
  const bool body = final != nullptr && final->noun_class == NounClass::kOrganization;
  if (term != nullptr && (term->kinds & kIgo) != 0 && is_acronym(document.tokens[first].form) && !body &&
      !is_happening(document.tokens[last - 1].norm))
    return first + 1;
  for (uint32_t t = first + 1; t + 2 < last; ++t) {
    const NounEntry* noun = gazetteer.noun(document.tokens[t].norm);
    const bool ends = noun != nullptr && noun->noun_class == NounClass::kOrganization;
    if (ends && gazetteer.forename(document.tokens[t + 1].norm) != Gender::kUnknown &&
        document.tokens[t + 1].upos == Upos::kPropn)
      return t + 1;
  }
  return last;
}

// A common noun that the recognizer took for a name because it is written with a capital: the Government, the Court.
bool is_bare_noun(const Document& document, const Mention& mention) {
  static constexpr std::string_view kBodies[] = {"government", "state",      "court",          "ministry", "department",
                                                 "council",    "committee",  "party",          "army",     "police",
                                                 "agency",     "commission", "coalition",      "city",     "republic",
                                                 "region",     "country",    "administration", "company"};
  if (mention.last - mention.first != 1) return false;
  const std::string_view norm = document.tokens[mention.first].norm;
  const NounEntry* noun = Gazetteer::get().noun(norm);
  const bool body = norm == "office" || (noun != nullptr && noun->noun_class == NounClass::kOrganization);
  // A body taken for a person (`Office` in `Foreign Office`): its whole name is found by its last word.
  if (mention.type == EntityType::kPerson && body) return true;
  return std::find(std::begin(kBodies), std::end(kBodies), norm) != std::end(kBodies);
}

// `Home` in `Home Secretary`, `State` in `Secretary of State`: a word of an office, not a name.
bool is_part_of_office(const Document& document, const Mention& mention) {
  auto role = [&](uint32_t t) {
    const NounEntry* noun = Gazetteer::get().noun(document.tokens[t].norm);
    return noun != nullptr && noun->noun_class == NounClass::kPerson && capitalized(document.tokens[t]);
  };
  const Sentence& sentence = document.sentences[mention.sentence];
  const bool before =
      mention.last < sentence.last && role(mention.last) && document.tokens[mention.last].upos != Upos::kVerb;
  if (mention.type == EntityType::kPerson && before &&
      Gazetteer::get().forename(document.tokens[mention.first].norm) == Gender::kUnknown) {
    return document.tokens[mention.last].xpos != Xpos::kNNS;
  }
  static constexpr std::string_view kPortfolios[] = {"home",    "foreign",  "justice", "defense",
                                                     "defence", "interior", "finance", "health"};
  const std::string_view portfolio = document.tokens[mention.last - 1].norm;
  if (before && std::find(std::begin(kPortfolios), std::end(kPortfolios), portfolio) != std::end(kPortfolios))
    return true;
  if (mention.first < sentence.first + 2) return false;
  const bool of = document.tokens[mention.first - 1].norm == "of" || document.tokens[mention.first - 1].norm == "for";
  if (!of || !role(mention.first - 2)) return false;
  return mention.type == EntityType::kPerson || document.tokens[mention.first].norm == "state";
}

// `in English`, `speak Spanish`: an adjective that stands alone in the singular is a language.
bool is_language(const Document& document, const Mention& mention) {
  if (mention.last - mention.first != 1) return false;
  const Token& token = document.tokens[mention.first];
  const GazetteerTerm* term = Gazetteer::get().term(token.form);
  if (term == nullptr || (term->kinds & kAdjectiveKinds) == 0 || (term->kinds & kCountryName) != 0) return false;
  if (token.xpos == Xpos::kNNS || token.xpos == Xpos::kNNPS || is_modifier(token)) return false;
  return child_with(document, mention.first, Deprel::kDet) == kNone &&
         child_with(document, mention.first, Deprel::kNummod) == kNone;
}

bool is_paper(std::string_view norm) {
  static constexpr std::string_view kNouns[] = {"act",        "treaty",      "charter",  "agreement", "bill",
                                                "law",        "partnership", "accord",   "accords",   "constitution",
                                                "resolution", "convention",  "protocol", "pact",      "plan"};
  return std::find(std::begin(kNouns), std::end(kNouns), norm) != std::end(kNouns);
}

}  // namespace actant
