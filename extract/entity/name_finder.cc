#include "extract/entity/name_finder.h"

#include <algorithm>

#include "extract/entity/name_rules.h"
#include "extract/entity/name_title.h"
#include "extract/entity/noun_phrase.h"

namespace actant {
namespace {

constexpr uint16_t kPlaceKinds = kCountryName | kRegionName | kCityName | kCapital;

}  // namespace

uint32_t head_of(const Document& document, uint32_t first, uint32_t last) {
  for (uint32_t t = first; t < last; ++t) {
    const uint32_t governor = document.tokens[t].head;
    if ((governor == kNone || governor < first || governor >= last) && document.tokens[t].upos != Upos::kPunct)
      return t;
  }
  return first;
}

const GazetteerTerm* longest_term_at(const Document& document, uint32_t first, uint32_t last, uint32_t& size) {
  const Gazetteer& gazetteer = Gazetteer::get();
  uint32_t words = gazetteer.longest_term(document.tokens[first].form);
  if (words == 0 && first + 1 < last && document.tokens[first].space_after == 0) {  // People | ’s Republic of China
    words = gazetteer.longest_term(document.text_of(span_of(document, {first, first + 2})));
  }
  if (words == 0) return nullptr;
  const uint32_t most = std::min(words + 2, last - first);
  // A term's words may be more tokens than words (a comma, a hyphen), hence the two more.
  for (size = most; size > 0; --size) {
    const GazetteerTerm* term = gazetteer.term(document.text_of(span_of(document, {first, first + size})));
    if (term != nullptr) return term;
  }
  return nullptr;
}

Mention NameFinder::make(const Document& document, uint32_t first, uint32_t last, EntityType type) const {
  Mention mention;
  mention.first = first;
  mention.last = last;
  mention.span = span_of(document, {first, last});
  mention.sentence = sentence_of(document, first);
  mention.head = head_of(document, first, last);
  mention.type = type;
  return mention;
}

bool NameFinder::trim(const Document& document, Mention& mention) const {
  const Gazetteer& gazetteer = Gazetteer::get();
  uint32_t first = mention.first, last = mention.last;
  while (last > first && is_edge_mark(document.tokens[last - 1])) {
    const bool abbreviation = document.tokens[last - 1].form == "." && last - first > 1;
    if (abbreviation && !document.tokens[last - 2].space_after && document.tokens[last - 2].form.size() == 1) break;
    --last;
  }
  while (first < last && is_edge_mark(document.tokens[first])) ++first;
  mention.first = first;
  mention.last = last;
  if (first < last && is_determiner(document.tokens[first]) && !article_belongs(document, mention)) ++first;
  if (mention.type == EntityType::kPerson) {
    // The last title in front counts: what stands before it (`Iranian Foreign`) is no part of the name either.
    for (uint32_t t = first; t + 1 < last; ++t) {
      const NounEntry* noun = gazetteer.noun(document.tokens[t].norm);
      const bool role = noun != nullptr && noun->noun_class == NounClass::kPerson &&
                        (noun->sector == "GOV" || noun->sector == "MIL" || noun->sector == "JUD" || noun->office);
      if (gazetteer.title(document.tokens[t].norm) == nullptr && !role) continue;
      const bool forename = t == first && gazetteer.forename(document.tokens[t].norm) != Gender::kUnknown &&
                            document.tokens[t].deprel != Deprel::kNmodDesc;
      if (!forename) first = t + 1;
    }
    while (first + 1 < last && document.tokens[first].form == ".") ++first;
  } else if (mention.type == EntityType::kOrganization) {
    last = without_members(document, first, last);
    first = without_adjective(document, first, last);
    last = without_rest(document, first, last);
  }
  if (first >= last) return false;
  mention.first = first;
  mention.last = last;
  return true;
}

void NameFinder::extend(const Document& document, Mention& mention) const {
  const Sentence& sentence = document.sentences[mention.sentence];
  if (mention.first > sentence.first && document.tokens[mention.first - 1].form == "The") {
    Mention longer = mention;
    --longer.first;
    if (article_belongs(document, longer)) mention.first = longer.first;
  }
  if (mention.type == EntityType::kOrganization) return extend_body(document, mention);
  if (mention.type != EntityType::kPerson) return;
  auto joined = [&](uint32_t dependent, uint32_t governor) {
    const Token& token = document.tokens[dependent];
    return token.deprel == Deprel::kFlat && token.upos == Upos::kPropn && capitalized(token) && token.head == governor;
  };
  while (mention.last < sentence.last && joined(mention.last, mention.head)) ++mention.last;
  if (mention.last + 1 < sentence.last && document.tokens[mention.last].form == ",") {
    const std::string_view suffix = document.tokens[mention.last + 1].norm;
    if (suffix == "jr." || suffix == "jr" || suffix == "sr." || suffix == "sr") mention.last += 2;
  }
  if (mention.first > sentence.first) {
    const uint32_t before = mention.first - 1;
    if (joined(mention.head, before) && Gazetteer::get().title(document.tokens[before].norm) == nullptr &&
        document.tokens[before].upos == Upos::kPropn) {
      --mention.first;
    }
  }
}

// `Chinese Olympic Committee`: the country in front is part of the name of its body.
void NameFinder::extend_body(const Document& document, Mention& mention) const {
  const Sentence& sentence = document.sentences[mention.sentence];
  const NounEntry* noun = Gazetteer::get().noun(document.tokens[mention.last - 1].norm);
  if (noun == nullptr || noun->noun_class != NounClass::kOrganization ||
      in_lower_case(document.tokens[mention.last - 1]))
    return;
  for (uint32_t size = 1; size <= 2 && mention.first >= sentence.first + size; ++size) {
    const uint32_t first = mention.first - size;
    const GazetteerTerm* term = Gazetteer::get().term(document.text_of(span_of(document, {first, mention.first})));
    if (term == nullptr || (term->kinds & (kCountryAdjective | kCountryName)) == 0) continue;
    if (!is_modifier(document.tokens[mention.first - 1])) continue;
    mention.first = first;
    return;
  }
}

void NameFinder::retype(const Document& document, Mention& mention) const {
  const Gazetteer& gazetteer = Gazetteer::get();
  const std::string_view text = document.text_of(mention.span);
  const Token& head = document.tokens[mention.head];
  const GazetteerTerm* exact = gazetteer.term(text);
  if (exact != nullptr && (exact->kinds & (kEventName | kParty)) != 0) {
    mention.type = (exact->kinds & kParty) != 0 ? EntityType::kOrganization : EntityType::kEvent;
    return;
  }
  if (mention.last - mention.first > 1 && mention.type != EntityType::kPerson) {
    const Token& final = document.tokens[mention.last - 1];
    const NounEntry* noun = gazetteer.noun(final.norm);
    static constexpr std::string_view kSites[] = {"hall",  "bridge",  "airport", "square", "palace",
                                                  "river", "stadium", "street",  "mosque"};
    if (is_happening(final.norm) && capitalized(final)) {
      mention.type = EntityType::kEvent;
    } else if (is_paper(final.norm)) {
      mention.type = EntityType::kTopic;
    } else if (std::find(std::begin(kSites), std::end(kSites), final.norm) != std::end(kSites)) {
      mention.type = EntityType::kPlace;
    } else if (noun != nullptr && noun->noun_class == NounClass::kOrganization && mention.type == EntityType::kPlace &&
               exact == nullptr) {
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
  if (term == nullptr) return;
  if ((term->kinds & kIgo) != 0) mention.type = EntityType::kOrganization;
  if ((term->kinds & kCountryName) != 0 && mention.type != EntityType::kPerson) mention.type = EntityType::kPlace;
  const bool only_city = (term->kinds & (kIgo | kAdjectiveKinds)) == 0 && (term->kinds & kCityName) != 0;
  if (only_city && mention.type == EntityType::kOrganization) mention.type = EntityType::kPlace;
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

// Countries and organizations of several words are certain; what the recognizer found inside them gives way.
void NameFinder::force_terms(const Document& document) {
  forced_.clear();
  for (const Sentence& sentence : document.sentences) {
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (!capitalized(document.tokens[t])) continue;
      uint32_t size = 1;
      const GazetteerTerm* term = longest_term_at(document, t, sentence.last, size);
      if (term == nullptr || size < 2) continue;
      if ((term->kinds & (kCountryName | kCountryAdjective | kIgo)) != 0) forced_.push_back({t, t + size});
      t += size - 1;
    }
  }
}

bool NameFinder::forced(const Mention& mention) const {
  for (const TokenRange& range : forced_) {
    if (range.first <= mention.first && mention.last <= range.last && range.size() > mention.last - mention.first)
      return true;
  }
  return false;
}

// `U.S.-Philippines`: two countries joined by a hyphen are two names.
void NameFinder::split_pair(const Document& document, const Mention& mention) {
  auto country = [&](uint32_t first, uint32_t last) {
    if (first >= last) return false;
    const GazetteerTerm* term = Gazetteer::get().term(document.text_of(span_of(document, {first, last})));
    return term != nullptr && (term->kinds & (kCountryName | kCountryAdjective)) != 0;
  };
  for (uint32_t t = mention.first + 1; t + 1 < mention.last; ++t) {
    const bool hyphen = document.tokens[t].form == "-" || document.tokens[t].form == "–";
    if (!hyphen || !country(mention.first, t) || !country(t + 1, t + 2)) continue;
    split_.push_back(make(document, mention.first, t, EntityType::kPlace));
    Mention rest = make(document, t + 1, mention.last, mention.last - t > 2 ? mention.type : EntityType::kPlace);
    split_.push_back(rest);
    return;
  }
  split_.push_back(mention);
}

void NameFinder::clean(Document& document) {
  names_.clear();
  force_terms(document);
  split_.clear();
  for (const Mention& mention : document.mentions) split_pair(document, mention);
  for (Mention mention : split_) {
    if (!trim(document, mention)) continue;
    // A title or an office alone is a description, not a name.
    const Token& only = document.tokens[mention.first];
    const bool single = mention.last - mention.first == 1;
    const bool forename = Gazetteer::get().forename(only.norm) != Gender::kUnknown;
    if (mention.type == EntityType::kPerson && single && Gazetteer::get().title(only.norm) != nullptr && !forename)
      continue;
    if (mention.type == EntityType::kPerson && single &&
        (only.norm == "jr." || only.norm == "jr" || only.norm == "sr."))
      continue;
    mention.head = head_of(document, mention.first, mention.last);
    extend(document, mention);
    const bool has_capital =
        std::any_of(document.tokens.begin() + mention.first, document.tokens.begin() + mention.last,
                    [](const Token& token) { return capitalized(token); });
    if (!has_capital || is_weekday_or_month(document.tokens[mention.first].norm)) continue;
    if (is_bare_noun(document, mention) || is_part_of_office(document, mention) || forced(mention)) continue;
    mention.span = span_of(document, {mention.first, mention.last});
    mention.head = head_of(document, mention.first, mention.last);
    mention.sentence = sentence_of(document, mention.first);
    retype(document, mention);
    // An adjective of faith or party (`Muslim pilgrims`) is part of the phrase that it modifies.
    const Token& head = document.tokens[mention.head];
    const bool modifies = is_modifier(head) && head.deprel != Deprel::kNmodPoss;
    const bool predicate = head.upos == Upos::kAdj && child_with(document, mention.head, Deprel::kDet) == kNone;
    if (mention.type == EntityType::kGroup && (modifies || predicate)) continue;
    if (is_language(document, mention)) continue;
    names_.push_back(mention);
  }
}

void NameFinder::mark_covered(const Document& document) {
  covered_.assign(document.tokens.size(), false);
  for (const Mention& mention : names_) {
    for (uint32_t t = mention.first; t < mention.last; ++t) covered_[t] = true;
  }
}

void NameFinder::add_known_terms(const Document& document) {
  const Gazetteer& gazetteer = Gazetteer::get();
  for (const Sentence& sentence : document.sentences) {
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      const Token& token = document.tokens[t];
      if (covered_[t] || !capitalized(token)) continue;
      if (token.upos != Upos::kPropn && token.upos != Upos::kAdj && token.upos != Upos::kNoun) continue;
      uint32_t size = 1;
      const GazetteerTerm* term = longest_term_at(document, t, sentence.last, size);
      if (term == nullptr) {
        term = gazetteer.plural_demonym(token.form);
        if (term == nullptr || (token.xpos != Xpos::kNNPS && token.xpos != Xpos::kNNS)) continue;
        size = 1;
      }
      bool free = true;
      for (uint32_t i = t; i < t + size; ++i) free = free && !covered_[i];
      // A city or an adjective that is also a word counts only where the tagger takes it for a name or a modifier.
      const bool certain = (term->kinds & (kCountryName | kIgo | kRegionName | kPluralDemonym | kEventName)) != 0;
      const bool modifier =
          (term->kinds & (kAdjectiveKinds | kParty)) != 0 && is_modifier(document.tokens[t + size - 1]);
      const bool inside = t > sentence.first &&
                          (document.tokens[t - 1].upos == Upos::kPropn || document.tokens[t - 1].xpos == Xpos::kHYPH);
      const bool flat = token.deprel == Deprel::kFlat || (inside && token.deprel == Deprel::kCompound && !modifier);
      if (!free || flat || (!certain && !modifier && token.upos != Upos::kPropn)) continue;
      Mention mention =
          make(document, t, t + size, (term->kinds & kIgo) != 0 ? EntityType::kOrganization : EntityType::kPlace);
      retype(document, mention);
      if (is_language(document, mention)) continue;
      names_.push_back(mention);
      for (uint32_t i = t; i < t + size; ++i) covered_[i] = true;
      t += size - 1;
    }
  }
}

void NameFinder::add_titled(const Document& document) {
  const Gazetteer& gazetteer = Gazetteer::get();
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    const Token& token = document.tokens[t];
    if (token.upos != Upos::kPropn || covered_[t] || !capitalized(token) || gazetteer.title(token.norm) != nullptr)
      continue;
    bool titled = false;
    for (const uint32_t child : children_of(document, t)) {
      const Token& title = document.tokens[child];
      const bool in_front = child < t && (title.deprel == Deprel::kNmodDesc || title.deprel == Deprel::kCompound);
      titled = titled || (in_front && capitalized(title) && gazetteer.title(title.norm) != nullptr);
    }
    if (!titled || gazetteer.noun(token.lemma) != nullptr) continue;
    Mention mention = make(document, t, t + 1, EntityType::kPerson);
    extend(document, mention);
    mention.span = span_of(document, {mention.first, mention.last});
    for (uint32_t i = mention.first; i < mention.last; ++i) covered_[i] = true;
    names_.push_back(mention);
  }
}

void NameFinder::add_repeated(const Document& document) {
  const size_t known = names_.size();
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    const Token& token = document.tokens[t];
    if (token.upos != Upos::kPropn || covered_[t] || token.form.size() < 3 || !capitalized(token)) continue;
    if (Gazetteer::get().title(token.norm) != nullptr || is_weekday_or_month(token.norm)) continue;
    for (size_t i = 0; i < known; ++i) {
      const Mention& name = names_[i];
      const bool whole = name.last - name.first == 1 && document.tokens[name.first].form == token.form;
      const bool surname = name.type == EntityType::kPerson && document.tokens[name.last - 1].form == token.form;
      const bool modifier = token.deprel == Deprel::kCompound || token.deprel == Deprel::kFlat;
      if (!(whole || surname) || (modifier && name.type != EntityType::kPerson) || token.deprel == Deprel::kFlat)
        continue;
      names_.push_back(make(document, t, t + 1, name.type));
      covered_[t] = true;
      break;
    }
  }
}

// `Fornost and Gondor`: what is joined to a name is a name of the same kind.
void NameFinder::add_joined(const Document& document) {
  const size_t known = names_.size();
  const auto is_free = [&](uint32_t t) {
    const Token& token = document.tokens[t];
    return !covered_[t] && token.upos == Upos::kPropn && capitalized(token) && token.form.size() > 2 &&
           Gazetteer::get().title(token.norm) == nullptr && Gazetteer::get().noun(token.norm) == nullptr &&
           !is_weekday_or_month(token.norm);
  };
  for (size_t i = 0; i < known; ++i) {
    const Mention name = names_[i];
    if (name.adjectival || (name.type != EntityType::kPlace && name.type != EntityType::kPerson)) continue;
    uint32_t other = document.tokens[name.head].deprel == Deprel::kConj ? document.tokens[name.head].head : kNone;
    for (const uint32_t child : children_of(document, name.head)) {
      if (other == kNone && document.tokens[child].deprel == Deprel::kConj) other = child;
    }
    if (other == kNone || !is_free(other)) continue;
    const bool alone = std::ranges::all_of(children_of(document, other), [&](uint32_t child) {
      const Deprel deprel = document.tokens[child].deprel;
      return deprel == Deprel::kCc || deprel == Deprel::kPunct || deprel == Deprel::kConj || deprel == Deprel::kCase;
    });
    if (!alone || is_modifier(document.tokens[other])) continue;
    names_.push_back(make(document, other, other + 1, name.type));
    covered_[other] = true;
  }
}

// `Arnor will contribute`: a capitalized subject that the tagger takes for a name, and nothing else stands by.
void NameFinder::add_bare_subjects(const Document& document) {
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    const Token& token = document.tokens[t];
    if (covered_[t] || token.upos != Upos::kPropn || !capitalized(token) || token.form.size() < 3) continue;
    if (token.deprel != Deprel::kNsubj || token.head == kNone || !children_of(document, t).empty()) continue;
    const Token& verb = document.tokens[token.head];
    if (verb.upos != Upos::kVerb || token.head < t || token.head > t + 4) continue;
    if (Gazetteer::get().title(token.norm) != nullptr || Gazetteer::get().noun(token.norm) != nullptr) continue;
    if (is_weekday_or_month(token.norm)) continue;
    names_.push_back(make(document, t, t + 1, EntityType::kOrganization));
    covered_[t] = true;
  }
}

void NameFinder::add_nested(const Document& document) {
  const size_t known = names_.size();
  for (size_t i = 0; i < known; ++i) {
    const Mention name = names_[i];
    if ((name.type != EntityType::kOrganization && name.type != EntityType::kEvent) || name.last - name.first < 2)
      continue;
    uint32_t first = name.first, size = 1;
    const GazetteerTerm* term = longest_term_at(document, first, name.last, size);
    const uint16_t wanted = kCountryName | kAdjectiveKinds | kCityName;
    if (term == nullptr || (term->kinds & wanted) == 0 || term->iso3.empty() || size == name.last - name.first) {
      // `Municipality of Livorno`: what stands behind `of`, when it is a place elsewhere or in the gazetteer.
      for (first = name.first + 1; first + 1 < name.last && document.tokens[first].norm != "of"; ++first) {
      }
      if (++first >= name.last) continue;
      size = name.last - first;
      term = Gazetteer::get().term(document.text_of(span_of(document, {first, name.last})));
      if ((term == nullptr || (term->kinds & (kCountryName | kCityName)) == 0) &&
          !is_place_elsewhere(document, first, name.last))
        continue;
    }
    Mention nested = make(document, first, first + size, EntityType::kPlace);
    nested.adjectival = true;
    names_.push_back(nested);
  }
}

bool NameFinder::is_place_elsewhere(const Document& document, uint32_t first, uint32_t last) const {
  const std::string_view text = document.text_of(span_of(document, {first, last}));
  return std::any_of(names_.begin(), names_.end(), [&](const Mention& name) {
    return name.type == EntityType::kPlace && document.text_of(name.span) == text;
  });
}

void NameFinder::vote_types(const Document& document) {
  // One text means one thing: the type that most of its occurrences have. Names are few, so pairs are cheap.
  for (size_t i = 0; i < names_.size(); ++i) {
    if (names_[i].adjectival) continue;
    float votes[8] = {};
    const std::string_view text = document.text_of(names_[i].span);
    for (const Mention& other : names_) {
      if (document.text_of(other.span) == text) votes[static_cast<int>(other.type)] += other.score;
    }
    const auto best = std::max_element(std::begin(votes), std::end(votes));
    const float own = votes[static_cast<int>(names_[i].type)];
    if (*best > own) names_[i].type = static_cast<EntityType>(best - std::begin(votes));
  }
}

// `Araghchi` after `Abbas Araghchi` is he, whatever the recognizer says; `Kharkiv` is no person where nobody is called
// so.
void NameFinder::settle_single_words(const Document& document) {
  for (Mention& name : names_) {
    if (name.last - name.first != 1 || name.adjectival) continue;
    const Token& token = document.tokens[name.first];
    const bool surname = std::any_of(names_.begin(), names_.end(), [&](const Mention& other) {
      return other.type == EntityType::kPerson && other.last - other.first > 1 &&
             document.tokens[other.last - 1].form == token.form;
    });
    const GazetteerTerm* term = Gazetteer::get().term(token.form);
    if (surname && term == nullptr) name.type = EntityType::kPerson;
    const bool place = term != nullptr && (term->kinds & kPlaceKinds) != 0;
    if (!surname && place && name.type == EntityType::kPerson && find_title(document, name).office == kNone)
      name.type = EntityType::kPlace;
  }
}

// `Foreign Office`, `Coast Guard`: words in capitals that end in a noun for a body.
void NameFinder::add_bodies(const Document& document) {
  for (uint32_t t = 1; t < document.tokens.size(); ++t) {
    const Token& token = document.tokens[t];
    if (covered_[t] || !capitalized(token) || (token.upos != Upos::kPropn && token.upos != Upos::kNoun)) continue;
    const NounEntry* noun = Gazetteer::get().noun(token.norm);
    if (token.norm != "office" && (noun == nullptr || noun->noun_class != NounClass::kOrganization)) continue;
    const uint32_t begin = document.sentences[sentence_of(document, t)].first;
    uint32_t first = t;
    while (first > begin && !covered_[first - 1] && capitalized(document.tokens[first - 1]) &&
           (document.tokens[first - 1].upos == Upos::kPropn || document.tokens[first - 1].upos == Upos::kAdj ||
            document.tokens[first - 1].upos == Upos::kNoun)) {
      --first;
    }
    // At the start of a sentence, and in headlines all in capitals, a capital says nothing.
    if (first == t || (first == begin && t - first == 1 && document.tokens[first].upos != Upos::kPropn)) continue;
    Mention mention = make(document, first, t + 1, EntityType::kOrganization);
    extend_body(document, mention);
    mention.span = span_of(document, {mention.first, mention.last});
    for (uint32_t i = mention.first; i < mention.last; ++i) covered_[i] = true;
    names_.push_back(mention);
  }
}

void NameFinder::find(Document& document) {
  clean(document);
  mark_covered(document);
  add_known_terms(document);
  add_bodies(document);
  add_titled(document);
  add_repeated(document);
  add_joined(document);
  add_bare_subjects(document);
  vote_types(document);
  settle_single_words(document);
  add_nested(document);
  for (Mention& mention : names_) {
    mention.kind = MentionKind::kName;
    const Token& head = document.tokens[mention.head];
    const bool inside = mention.type == EntityType::kPlace || mention.type == EntityType::kOrganization;
    if (mention.type == EntityType::kPlace && is_modifier(head)) mention.adjectival = true;
    // An organization that modifies is an actor still (`Hamas leader`); the adjective of a party is not.
    if (inside && head.upos == Upos::kAdj) mention.adjectival = true;
  }
  std::sort(names_.begin(), names_.end(), [](const Mention& a, const Mention& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  document.mentions.assign(names_.begin(), names_.end());
}

}  // namespace actant
