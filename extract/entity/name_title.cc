#include "extract/entity/name_title.h"

#include <algorithm>

#include "extract/entity/gazetteer.h"
#include "extract/entity/nominal_finder.h"

namespace actant {
namespace {

constexpr uint32_t kLongestTitle = 14;  // words: Assistant Secretary of State for Western Hemisphere Affairs

bool is_capitalized(const Token& token) {
  return !token.form.empty() && token.form.front() >= 'A' && token.form.front() <= 'Z';
}

bool may_stand_in_title(const Document& document, uint32_t t) {
  const Token& token = document.tokens[t];
  if (token.upos == Upos::kPropn || token.upos == Upos::kNoun || token.upos == Upos::kAdj) return true;
  if (token.upos == Upos::kAdp) return token.norm == "of" || token.norm == "for";
  if (token.norm == "'s" || token.norm == "’s" || token.form == "-" || token.form == "’" || token.form == "'")
    return true;
  if (token.form == ".")
    return t > 0 && document.tokens[t - 1].form.size() <= 5;  // Gen . Votel, as some tokenizers cut it
  const bool inside_name = token.norm == "and" || token.norm == "the" || token.norm == "to";
  if (!inside_name || t == 0) return false;
  // `Minister for Trade and Industry`, `head of the Treasury`, `Ambassador to the United States`.
  return is_capitalized(document.tokens[t + 1]) && (token.norm != "the" || document.tokens[t - 1].upos == Upos::kAdp) &&
         (token.norm != "and" || is_capitalized(document.tokens[t - 1]));
}

// A role noun that can stand right in front of a name: singular, and not the end of another phrase (`told reporters
// Obama`).
bool leads_to_name(const Token& token) {
  return is_role(token) && token.xpos != Xpos::kNNS &&
         (token.upos == Upos::kNoun || token.upos == Upos::kPropn || token.upos == Upos::kAdj);
}

bool reaches(const Document& document, uint32_t from, uint32_t first, uint32_t last) {
  uint32_t at = from;
  for (int steps = 0; steps < 8 && at != kNone; ++steps, at = document.tokens[at].head) {
    if (first <= at && at < last) return true;
  }
  return false;
}

bool is_country_adjective(const Token& token) {
  const GazetteerTerm* term = token.upos == Upos::kAdj ? Gazetteer::get().term(token.form) : nullptr;
  return term != nullptr && (term->kinds & kCountryAdjective) != 0;
}

}  // namespace

bool is_role(const Token& token) {
  const NounEntry* noun = noun_entry(token);
  if (noun != nullptr) return noun->noun_class == NounClass::kPerson;
  return Gazetteer::get().title(token.norm) != nullptr;
}

NameTitle find_title(const Document& document, const Mention& name) {
  NameTitle title;
  title.outer = name.head;
  title.range = {name.first, name.first};
  const uint32_t begin = document.sentences[name.sentence].first;
  uint32_t first = name.first;
  bool complement = false;  // only what follows `of`, `for`, `to` lies between the office and the name
  for (uint32_t t = name.first; t-- > begin && name.first - t <= kLongestTitle;) {
    const Token& token = document.tokens[t];
    if (!may_stand_in_title(document, t)) break;
    const bool preposition = token.upos == Upos::kAdp || token.norm == "to";
    if (title.office == kNone && leads_to_name(token)) {
      const bool next_to_name =
          t + 1 == name.first || document.tokens[t + 1].form == "." || is_role(document.tokens[t + 1]);
      const bool before_complement = complement && is_capitalized(token) && document.tokens[t + 1].upos == Upos::kAdp;
      if (next_to_name || before_complement) title.office = t;
    } else if (title.office == kNone && !preposition && !complement && t + 1 == name.first && !is_capitalized(token)) {
      break;  // a lower-case noun that is no role does not end a title
    }
    complement = complement || preposition;
    // What is left of the office must hang on it or on the name: an adjective, a body, a country. A country's adjective
    // right before belongs to it whatever the tree says.
    if (title.office != kNone && t != title.office && !is_country_adjective(token) &&
        !reaches(document, t, std::min(t + 1, title.office), name.last))
      break;
    if (title.office != kNone) first = t;
  }
  if (title.office == kNone) return title;
  while (first < title.office &&
         (document.tokens[first].upos == Upos::kAdp || document.tokens[first].upos == Upos::kPart ||
          document.tokens[first].upos == Upos::kPunct || document.tokens[first].upos == Upos::kDet ||
          document.tokens[first].upos == Upos::kCconj)) {
    ++first;
  }
  title.range = {first, name.first};
  for (uint32_t at = document.tokens[name.head].head; at != kNone && first <= at && at < name.last;
       at = document.tokens[at].head) {
    title.outer = at;
  }
  return title;
}

}  // namespace actant
