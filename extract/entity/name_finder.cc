#include "extract/entity/name_finder.h"

#include <algorithm>

#include "extract/entity/noun_phrase.h"

namespace actant {
namespace {

bool capitalized(const Token& token) {
  if (token.form.empty()) return false;
  const auto c = static_cast<unsigned char>(token.form.front());
  return (c >= 'A' && c <= 'Z') || c >= 0x80 || (c >= '0' && c <= '9');
}

bool is_determiner(const Token& token) {
  return token.norm == "the" || token.norm == "a" || token.norm == "an" || token.norm == "this" || token.norm == "that";
}

bool is_edge_mark(const Token& token) {
  return token.upos == Upos::kPunct || token.xpos == Xpos::kPOS || token.norm == "'s" || token.norm == "’s" || token.upos == Upos::kSym;
}

/// `The` is part of a few names: The Hague, and titles of the press written so within a sentence.
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
  static constexpr std::string_view kDates[] = {"monday",   "tuesday", "wednesday", "thursday", "friday",    "saturday", "sunday",
                                                "january",  "february", "march",    "april",    "may",       "june",     "july",
                                                "august",   "september", "october", "november", "december"};
  return std::find(std::begin(kDates), std::end(kDates), norm) != std::end(kDates);
}

constexpr uint16_t kPlaceKinds = kCountryName | kRegionName | kCityName | kCapital;
constexpr uint16_t kAdjectiveKinds = kCountryAdjective | kRegionAdjective;

}  // namespace

uint32_t head_of(const Document& document, uint32_t first, uint32_t last) {
  for (uint32_t t = first; t < last; ++t) {
    const uint32_t governor = document.tokens[t].head;
    if ((governor == kNone || governor < first || governor >= last) && document.tokens[t].upos != Upos::kPunct) return t;
  }
  return first;
}

const GazetteerTerm* longest_term_at(const Document& document, uint32_t first, uint32_t last, uint32_t& size) {
  const Gazetteer& gazetteer = Gazetteer::get();
  const uint32_t most = std::min(gazetteer.longest_term(document.tokens[first].form) + 2, last - first);
  if (gazetteer.longest_term(document.tokens[first].form) == 0) return nullptr;
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
      if (gazetteer.title(document.tokens[t].norm) == nullptr) continue;
      const bool forename = t == first && gazetteer.forename(document.tokens[t].norm) != Gender::kUnknown &&
                            document.tokens[t].deprel != Deprel::kNmodDesc;
      if (!forename) first = t + 1;
    }
    while (first + 1 < last && document.tokens[first].form == ".") ++first;
  }
  if (first >= last) return false;
  mention.first = first;
  mention.last = last;
  return true;
}

void NameFinder::extend(const Document& document, Mention& mention) const {
  if (mention.type != EntityType::kPerson) return;
  const Sentence& sentence = document.sentences[mention.sentence];
  auto joined = [&](uint32_t dependent, uint32_t governor) {
    const Token& token = document.tokens[dependent];
    return token.deprel == Deprel::kFlat && token.upos == Upos::kPropn && capitalized(token) && token.head == governor;
  };
  while (mention.last < sentence.last && joined(mention.last, mention.head)) ++mention.last;
  if (mention.first > sentence.first) {
    const uint32_t before = mention.first - 1;
    if (joined(mention.head, before) && Gazetteer::get().title(document.tokens[before].norm) == nullptr &&
        document.tokens[before].upos == Upos::kPropn) {
      --mention.first;
    }
  }
}

void NameFinder::retype(const Document& document, Mention& mention) const {
  const Gazetteer& gazetteer = Gazetteer::get();
  const std::string_view text = document.text_of(mention.span);
  const Token& head = document.tokens[mention.head];
  const GazetteerTerm* people = gazetteer.plural_demonym(text);
  if (people != nullptr && (head.xpos == Xpos::kNNS || head.xpos == Xpos::kNNPS || (people->kinds & kPluralDemonym) != 0)) {
    mention.type = EntityType::kGroup;
    mention.number = Number::kPlural;
    return;
  }
  const GazetteerTerm* term = gazetteer.term(text);
  if (term == nullptr) return;
  if ((term->kinds & kIgo) != 0) mention.type = EntityType::kOrganization;
  if ((term->kinds & kCountryName) != 0 && mention.type != EntityType::kPerson) mention.type = EntityType::kPlace;
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

void NameFinder::clean(Document& document) {
  names_.clear();
  for (Mention mention : document.mentions) {
    if (!trim(document, mention)) continue;
    mention.head = head_of(document, mention.first, mention.last);
    extend(document, mention);
    const bool has_capital = std::any_of(document.tokens.begin() + mention.first, document.tokens.begin() + mention.last,
                                         [](const Token& token) { return capitalized(token); });
    if (!has_capital || is_weekday_or_month(document.tokens[mention.first].norm)) continue;
    const Token& only = document.tokens[mention.first];
    // A title or an office alone is a description, not a name.
    if (mention.type == EntityType::kPerson && mention.last - mention.first == 1 && Gazetteer::get().title(only.norm) != nullptr &&
        Gazetteer::get().noun(only.lemma) != nullptr) {
      continue;
    }
    mention.span = span_of(document, {mention.first, mention.last});
    mention.head = head_of(document, mention.first, mention.last);
    mention.sentence = sentence_of(document, mention.first);
    retype(document, mention);
    // An adjective of faith or party (`Muslim pilgrims`) is part of the phrase that it modifies.
    const bool adjective = mention.type == EntityType::kGroup && is_modifier(document.tokens[mention.head]) &&
                           document.tokens[mention.head].deprel != Deprel::kNmodPoss;
    if (!adjective) names_.push_back(mention);
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
      const bool certain = (term->kinds & (kCountryName | kIgo | kRegionName | kPluralDemonym)) != 0;
      const bool modifier = (term->kinds & kAdjectiveKinds) != 0 && is_modifier(document.tokens[t + size - 1]);
      const bool inside = t > sentence.first && (document.tokens[t - 1].upos == Upos::kPropn || document.tokens[t - 1].xpos == Xpos::kHYPH);
      const bool flat = token.deprel == Deprel::kFlat || (inside && token.deprel == Deprel::kCompound && !modifier);
      if (!free || flat || (!certain && !modifier && token.upos != Upos::kPropn)) continue;
      Mention mention = make(document, t, t + size, (term->kinds & kIgo) != 0 ? EntityType::kOrganization : EntityType::kPlace);
      retype(document, mention);
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
    if (token.upos != Upos::kPropn || covered_[t] || !capitalized(token) || gazetteer.title(token.norm) != nullptr) continue;
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
      if (!(whole || surname) || (modifier && name.type != EntityType::kPerson) || token.deprel == Deprel::kFlat) continue;
      names_.push_back(make(document, t, t + 1, name.type));
      covered_[t] = true;
      break;
    }
  }
}

void NameFinder::add_nested(const Document& document) {
  const size_t known = names_.size();
  for (size_t i = 0; i < known; ++i) {
    const Mention name = names_[i];
    if (name.type != EntityType::kOrganization || name.last - name.first < 2) continue;
    uint32_t size = 1;
    const GazetteerTerm* term = longest_term_at(document, name.first, name.last, size);
    if (term == nullptr || size == name.last - name.first) continue;
    if ((term->kinds & (kCountryName | kAdjectiveKinds)) == 0) continue;
    Mention nested = make(document, name.first, name.first + size, EntityType::kPlace);
    nested.adjectival = true;
    names_.push_back(nested);
  }
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

void NameFinder::find(Document& document) {
  clean(document);
  mark_covered(document);
  add_known_terms(document);
  add_titled(document);
  add_repeated(document);
  vote_types(document);
  add_nested(document);
  for (Mention& mention : names_) {
    mention.kind = MentionKind::kName;
    const Token& head = document.tokens[mention.head];
    if (mention.type == EntityType::kPlace && is_modifier(head)) mention.adjectival = true;
  }
  std::sort(names_.begin(), names_.end(), [](const Mention& a, const Mention& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  document.mentions.assign(names_.begin(), names_.end());
}

}  // namespace actant
