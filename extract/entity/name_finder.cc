#include "extract/entity/name_finder.h"

#include <algorithm>

#include "extract/entity/gazetteer.h"
#include "extract/entity/missed_names.h"
#include "extract/entity/name_rules.h"
#include "extract/entity/name_spans.h"
#include "extract/entity/name_types.h"
#include "extract/entity/noun_phrase.h"

namespace actant {

// Countries and organizations of several words are certain; what the recognizer found inside them gives way.
void NameFinder::force_terms(const Document& document) {
  forced_.clear();
  for (const Sentence& sentence : document.sentences) {
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (!capitalized(document.tokens[t])) continue;
      uint32_t size = 1;
      const GazetteerTerm* term = longest_term_at(document, t, sentence.last, size);
      if (term == nullptr || size < 2) continue;
      if ((term->kinds & (kCountryName | kCountryAdjective | kIgo | kCapital)) != 0) forced_.push_back({t, t + size});
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

// `U.S.-Philippines`: two countries joined by a hyphen are two names; so are a city and its state.
void NameFinder::split_pair(const Document& document, const Mention& mention) {
  auto country = [&](uint32_t first, uint32_t last) {
    if (first >= last) return false;
    const GazetteerTerm* term = Gazetteer::get().term(document.text_of(span_of(document, {first, last})));
    return term != nullptr && (term->kinds & (kCountryName | kCountryAdjective)) != 0;
  };
  for (uint32_t t = mention.first + 1; t + 1 < mention.last; ++t) {
    const bool hyphen = document.tokens[t].form == "-" || document.tokens[t].form == "–";
    if (!hyphen || !country(mention.first, t) || !country(t + 1, t + 2)) continue;
    split_.push_back(make_name(document, mention.first, t, EntityType::kPlace));
    Mention rest = make_name(document, t + 1, mention.last, mention.last - t > 2 ? mention.type : EntityType::kPlace);
    split_.push_back(rest);
    return;
  }
  const uint32_t second = second_place(document, mention);
  split_.push_back(mention);
  if (second == mention.last) return;
  Mention& city = split_.back();
  city = make_name(document, mention.first, second, mention.type);
  city.score = mention.score;
  Mention land = make_name(document, second, mention.last, mention.type);
  land.score = mention.score;
  split_.push_back(land);
}

void NameFinder::clean(Document& document) {
  names_.clear();
  force_terms(document);
  split_.clear();
  for (const Mention& mention : document.mentions) split_pair(document, mention);
  for (Mention mention : split_) {
    if (!trim_name(document, mention)) continue;
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
    extend_name(document, mention);
    const bool has_capital =
        std::any_of(document.tokens.begin() + mention.first, document.tokens.begin() + mention.last,
                    [](const Token& token) { return capitalized(token); });
    if (!has_capital && !is_written_small(document, mention)) continue;
    // `February 1974 general election` begins with a month too.
    const bool date = is_weekday_or_month(document.tokens[mention.first].norm) && mention.type != EntityType::kEvent;
    if ((single && is_address(only.form)) || date) continue;
    if (is_bare_noun(document, mention) || is_part_of_office(document, mention) || forced(mention)) continue;
    mention.span = span_of(document, {mention.first, mention.last});
    mention.head = head_of(document, mention.first, mention.last);
    mention.sentence = sentence_of(document, mention.first);
    retype_name(document, mention);
    // An adjective of faith or party (`Muslim pilgrims`) is part of the phrase that it modifies.
    const Token& head = document.tokens[mention.head];
    const bool modifies = is_modifier(head) && head.deprel != Deprel::kNmodPoss;
    const bool predicate = head.upos == Upos::kAdj && child_with(document, mention.head, Deprel::kDet) == kNone;
    if (mention.type == EntityType::kGroup && (modifies || predicate)) continue;
    if (is_language(document, mention)) continue;
    names_.push_back(mention);
  }
}

// `Biden-Harris` inside `Biden-Harris Administration` is nobody.
bool NameFinder::is_first_half_of_body(const Document& document, const Mention& name) const {
  if (name.type != EntityType::kPerson || document.text_of(name.span).find('-') == std::string_view::npos) return false;
  return std::any_of(split_.begin(), split_.end(), [&](const Mention& other) {
    return other.type == EntityType::kOrganization && other.first == name.first && other.last > name.last;
  });
}

void NameFinder::find(Document& document) {
  clean(document);
  for (Mention& name : names_) type_by_neighbours(document, name);
  split_ = names_;  // the predicate looks at all names
  std::erase_if(names_, [&](const Mention& name) { return is_first_half_of_body(document, name); });
  MissedNames missed(document, names_, covered_);
  missed.add_known_terms();
  missed.add_bodies();
  missed.add_sources();
  missed.add_settlements();
  missed.add_titled();
  missed.add_repeated();
  missed.add_joined();
  missed.add_bare_subjects();
  vote_types(document, names_);
  settle_single_words(document, names_);
  missed.add_nested();
  for (Mention& mention : names_) {
    mention.kind = MentionKind::kName;
    const Token& head = document.tokens[mention.head];
    const bool inside = mention.type == EntityType::kPlace || mention.type == EntityType::kOrganization;
    if (mention.type == EntityType::kPlace && is_modifier(head) && !names_next_place(document, mention))
      mention.adjectival = true;
    // An organization that modifies is an actor still (`Hamas leader`); the adjective of a party is not.
    if (inside && head.upos == Upos::kAdj) mention.adjectival = true;
  }
  std::sort(names_.begin(), names_.end(), [](const Mention& a, const Mention& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  document.mentions.assign(names_.begin(), names_.end());
}

}  // namespace actant
