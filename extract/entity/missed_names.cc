#include "extract/entity/missed_names.h"

#include <algorithm>

#include "extract/entity/gazetteer.h"
#include "extract/entity/name_rules.h"
#include "extract/entity/name_spans.h"
#include "extract/entity/name_types.h"
#include "extract/entity/noun_phrase.h"

namespace actant {

MissedNames::MissedNames(const Document& document, std::vector<Mention>& names, std::vector<bool>& covered)
    : document_(document), names_(names), covered_(covered) {
  covered_.assign(document.tokens.size(), false);
  for (const Mention& mention : names_) {
    for (uint32_t t = mention.first; t < mention.last; ++t) covered_[t] = true;
  }
}

void MissedNames::add_known_terms() {
  const Gazetteer& gazetteer = Gazetteer::get();
  for (const Sentence& sentence : document_.sentences) {
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      const Token& token = document_.tokens[t];
      if (covered_[t] || !capitalized(token)) continue;
      const bool nominal = token.upos == Upos::kPropn || token.upos == Upos::kAdj || token.upos == Upos::kNoun;
      uint32_t size = 1;
      const GazetteerTerm* term = longest_term_at(document_, t, sentence.last, size);
      if (term == nullptr) {
        term = gazetteer.plural_demonym(token.form);
        if (term == nullptr || (token.xpos != Xpos::kNNPS && token.xpos != Xpos::kNNS)) continue;
        size = 1;
      }
      if (!nominal && size < 2) continue;  // `United` of United Nations may be taken for a verb
      bool free = true;
      for (uint32_t i = t; i < t + size; ++i) free = free && !covered_[i];
      // A city or an adjective that is also a word counts only where the tagger takes it for a name or a modifier.
      const bool certain = (term->kinds & (kCountryName | kIgo | kRegionName | kPluralDemonym | kEventName)) != 0;
      // `Gabonese and Estonian teams`: what is joined to a modifier modifies too.
      const Token& last = document_.tokens[t + size - 1];
      const bool conjunct = last.deprel == Deprel::kConj && last.head != kNone;
      const bool joined = conjunct && is_modifier(document_.tokens[last.head]);
      const bool modifier = (term->kinds & (kAdjectiveKinds | kParty)) != 0 && (is_modifier(last) || joined);
      const bool inside = t > sentence.first &&
                          (document_.tokens[t - 1].upos == Upos::kPropn || document_.tokens[t - 1].xpos == Xpos::kHYPH);
      const bool flat = token.deprel == Deprel::kFlat || (inside && token.deprel == Deprel::kCompound && !modifier);
      if (!free || flat || (!certain && !modifier && token.upos != Upos::kPropn)) continue;
      Mention mention =
          make_name(document_, t, t + size, (term->kinds & kIgo) != 0 ? EntityType::kOrganization : EntityType::kPlace);
      retype_name(document_, mention);
      if (!joined && is_language(document_, mention)) continue;
      names_.push_back(mention);
      for (uint32_t i = t; i < t + size; ++i) covered_[i] = true;
      t += size - 1;
    }
  }
}

// `Foreign Office`, `Coast Guard`: words in capitals that end in a noun for a body.
void MissedNames::add_bodies() {
  for (uint32_t t = 1; t < document_.tokens.size(); ++t) {
    const Token& token = document_.tokens[t];
    if (covered_[t] || !capitalized(token) || (token.upos != Upos::kPropn && token.upos != Upos::kNoun)) continue;
    const NounEntry* noun = Gazetteer::get().noun(token.norm);
    if (token.norm != "office" && (noun == nullptr || noun->noun_class != NounClass::kOrganization)) continue;
    const uint32_t begin = document_.sentences[sentence_of(document_, t)].first;
    uint32_t first = t;
    while (first > begin && !covered_[first - 1] && capitalized(document_.tokens[first - 1]) &&
           (document_.tokens[first - 1].upos == Upos::kPropn || document_.tokens[first - 1].upos == Upos::kAdj ||
            document_.tokens[first - 1].upos == Upos::kNoun)) {
      --first;
    }
    // At the start of a sentence, and in headlines all in capitals, a capital says nothing.
    if (first == t || (first == begin && t - first == 1 && document_.tokens[first].upos != Upos::kPropn)) continue;
    Mention mention = make_name(document_, first, t + 1, EntityType::kOrganization);
    extend_body(document_, mention);
    mention.span = span_of(document_, {mention.first, mention.last});
    for (uint32_t i = mention.first; i < mention.last; ++i) covered_[i] = true;
    names_.push_back(mention);
  }
}

// `according to the Philippine Star`: whoever is told to say something is a name, also where its first word is one.
void MissedNames::add_sources() {
  for (uint32_t t = 1; t < document_.tokens.size(); ++t) {
    const Token& token = document_.tokens[t];
    if (covered_[t] || token.upos != Upos::kPropn || !capitalized(token) || token.form.size() < 3) continue;
    if (Gazetteer::get().title(token.norm) != nullptr || is_weekday_or_month(token.norm)) continue;
    const bool according = std::ranges::any_of(children_of(document_, t), [&](uint32_t child) {
      return document_.tokens[child].deprel == Deprel::kCase && document_.tokens[child].norm == "according";
    });
    if (!according) continue;
    const uint32_t begin = document_.sentences[sentence_of(document_, t)].first;
    uint32_t first = t;
    while (first > begin && document_.tokens[first - 1].head == t && capitalized(document_.tokens[first - 1]) &&
           is_modifier(document_.tokens[first - 1])) {
      --first;
    }
    names_.push_back(make_name(document_, first, t + 1, EntityType::kOrganization));
    for (uint32_t i = first; i <= t; ++i) covered_[i] = true;
  }
}

// `the Bakwa district`: what stands in capitals before a noun for a place is its name.
void MissedNames::add_settlements() {
  for (uint32_t t = 1; t < document_.tokens.size(); ++t) {
    const Token& token = document_.tokens[t - 1];
    if (covered_[t - 1] || covered_[t] || token.upos != Upos::kPropn || !capitalized(token)) continue;
    if (token.deprel != Deprel::kCompound || is_weekday_or_month(token.norm)) continue;
    uint32_t first = t - 1;
    while (first > 0 && !covered_[first - 1] && document_.tokens[first - 1].upos == Upos::kPropn &&
           capitalized(document_.tokens[first - 1]) && document_.tokens[first - 1].deprel == Deprel::kCompound) {
      --first;
    }
    Mention mention = make_name(document_, first, t, EntityType::kPlace);
    if (!names_next_place(document_, mention)) continue;
    for (uint32_t i = first; i < t; ++i) covered_[i] = true;
    names_.push_back(mention);
  }
}

void MissedNames::add_titled() {
  const Gazetteer& gazetteer = Gazetteer::get();
  for (uint32_t t = 0; t < document_.tokens.size(); ++t) {
    const Token& token = document_.tokens[t];
    if (token.upos != Upos::kPropn || covered_[t] || !capitalized(token) || gazetteer.title(token.norm) != nullptr)
      continue;
    bool titled = false;
    for (const uint32_t child : children_of(document_, t)) {
      const Token& title = document_.tokens[child];
      const bool in_front = child < t && (title.deprel == Deprel::kNmodDesc || title.deprel == Deprel::kCompound);
      titled = titled || (in_front && capitalized(title) && gazetteer.title(title.norm) != nullptr);
    }
    if (!titled || gazetteer.noun(token.lemma) != nullptr) continue;
    Mention mention = make_name(document_, t, t + 1, EntityType::kPerson);
    extend_name(document_, mention);
    mention.span = span_of(document_, {mention.first, mention.last});
    for (uint32_t i = mention.first; i < mention.last; ++i) covered_[i] = true;
    names_.push_back(mention);
  }
}

void MissedNames::add_repeated() {
  const size_t known = names_.size();
  for (uint32_t t = 0; t < document_.tokens.size(); ++t) {
    const Token& token = document_.tokens[t];
    if (token.upos != Upos::kPropn || covered_[t] || token.form.size() < 3 || !capitalized(token)) continue;
    if (Gazetteer::get().title(token.norm) != nullptr || is_weekday_or_month(token.norm)) continue;
    for (size_t i = 0; i < known; ++i) {
      const Mention& name = names_[i];
      const bool whole = name.last - name.first == 1 && document_.tokens[name.first].form == token.form;
      const bool surname = name.type == EntityType::kPerson && document_.tokens[name.last - 1].form == token.form;
      const bool modifies = token.deprel == Deprel::kCompound && name.type != EntityType::kPerson &&
                            !(is_acronym(token.form) && token.form.size() > 2);
      if (!(whole || surname) || modifies || token.deprel == Deprel::kFlat) continue;
      names_.push_back(make_name(document_, t, t + 1, name.type));
      covered_[t] = true;
      break;
    }
  }
}

// `Fornost and Gondor`: what is joined to a name is a name of the same kind.
void MissedNames::add_joined() {
  const size_t known = names_.size();
  const auto is_free = [&](uint32_t t) {
    const Token& token = document_.tokens[t];
    return !covered_[t] && token.upos == Upos::kPropn && capitalized(token) && token.form.size() > 2 &&
           Gazetteer::get().title(token.norm) == nullptr && Gazetteer::get().noun(token.norm) == nullptr &&
           !is_weekday_or_month(token.norm);
  };
  for (size_t i = 0; i < known; ++i) {
    const Mention name = names_[i];
    if (name.adjectival || (name.type != EntityType::kPlace && name.type != EntityType::kPerson)) continue;
    uint32_t other = document_.tokens[name.head].deprel == Deprel::kConj ? document_.tokens[name.head].head : kNone;
    for (const uint32_t child : children_of(document_, name.head)) {
      if (other == kNone && document_.tokens[child].deprel == Deprel::kConj) other = child;
    }
    if (other == kNone || !is_free(other)) continue;
    const bool alone = std::ranges::all_of(children_of(document_, other), [&](uint32_t child) {
      const Deprel deprel = document_.tokens[child].deprel;
      return deprel == Deprel::kCc || deprel == Deprel::kPunct || deprel == Deprel::kConj || deprel == Deprel::kCase;
    });
    if (!alone || is_modifier(document_.tokens[other])) continue;
    names_.push_back(make_name(document_, other, other + 1, name.type));
    covered_[other] = true;
  }
}

// `Arnor will contribute`: a capitalized subject that the tagger takes for a name, and nothing else stands by.
void MissedNames::add_bare_subjects() {
  for (uint32_t t = 0; t < document_.tokens.size(); ++t) {
    const Token& token = document_.tokens[t];
    if (covered_[t] || token.upos != Upos::kPropn || !capitalized(token) || token.form.size() < 3) continue;
    if (token.deprel != Deprel::kNsubj || token.head == kNone || !children_of(document_, t).empty()) continue;
    const Token& verb = document_.tokens[token.head];
    if (verb.upos != Upos::kVerb || token.head < t || token.head > t + 4) continue;
    if (Gazetteer::get().title(token.norm) != nullptr || Gazetteer::get().noun(token.norm) != nullptr) continue;
    if (is_weekday_or_month(token.norm)) continue;
    names_.push_back(make_name(document_, t, t + 1, EntityType::kOrganization));
    covered_[t] = true;
  }
}

void MissedNames::add_nested() {
  const size_t known = names_.size();
  for (size_t i = 0; i < known; ++i) {
    const Mention name = names_[i];
    if ((name.type != EntityType::kOrganization && name.type != EntityType::kEvent) || name.last - name.first < 2)
      continue;
    uint32_t first = name.first, size = 1;
    const GazetteerTerm* term = longest_term_at(document_, first, name.last, size);
    const uint16_t wanted = kCountryName | kAdjectiveKinds | kCityName;
    if (term == nullptr || (term->kinds & wanted) == 0 || term->iso3.empty() || size == name.last - name.first) {
      // `Municipality of Livorno`: what stands behind `of`, when it is a place elsewhere or in the gazetteer.
      for (first = name.first + 1; first + 1 < name.last && document_.tokens[first].norm != "of"; ++first) {
      }
      if (++first >= name.last) continue;
      size = name.last - first;
      term = Gazetteer::get().term(document_.text_of(span_of(document_, {first, name.last})));
      if ((term == nullptr || (term->kinds & (kCountryName | kCityName)) == 0) && !is_place_elsewhere(first, name.last))
        continue;
    }
    Mention nested = make_name(document_, first, first + size, EntityType::kPlace);
    nested.adjectival = true;
    const bool known_name = std::any_of(names_.begin(), names_.end(), [&](const Mention& other) {
      return other.first == nested.first && other.last == nested.last;
    });
    if (!known_name) names_.push_back(nested);
  }
}

bool MissedNames::is_place_elsewhere(uint32_t first, uint32_t last) const {
  const std::string_view text = document_.text_of(span_of(document_, {first, last}));
  return std::any_of(names_.begin(), names_.end(), [&](const Mention& name) {
    return name.type == EntityType::kPlace && document_.text_of(name.span) == text;
  });
}

}  // namespace actant
