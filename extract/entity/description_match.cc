#include "extract/entity/description_match.h"

#include "extract/entity/gazetteer.h"

namespace actant {

std::string_view country_of(const Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  if (!clusters.info(m).iso3.empty()) return clusters.info(m).iso3;
  const uint32_t possessor = child_with(document, document.mentions[m].head, Deprel::kNmodPoss);
  const uint32_t owner = possessor == kNone ? kNone : find_mention_by_head(document, possessor);
  return owner == kNone ? std::string_view() : clusters.features(owner).iso3;
}

bool adds_modifiers(const Document& document, const Mention& a, const Mention& b) {
  for (uint32_t t = a.first; t < a.last; ++t) {
    const Token& token = document.tokens[t];
    if (t == a.head || (token.upos != Upos::kAdj && token.upos != Upos::kNoun && token.upos != Upos::kPropn)) continue;
    // Countries are compared as such; `country` in front stands for one.
    const GazetteerTerm* term = Gazetteer::get().term(token.form);
    if (term != nullptr && (term->kinds & (kCountryName | kCountryAdjective)) != 0) continue;
    if (token.deprel == Deprel::kNmodPoss && among(token.norm, {"country", "nation"})) continue;
    bool found = false;
    for (uint32_t u = b.first; u < b.last && !found; ++u) found = same_text(document.tokens[u].lemma, token.lemma);
    if (!found) return true;
  }
  return false;
}

bool adds_words_in_front(const Document& document, Mention a, const Mention& b) {
  a.last = a.head + 1;
  return adds_modifiers(document, a, b);
}

bool is_country(const Clusters& clusters, uint32_t m) {
  if (clusters.document().mentions[m].type != EntityType::kPlace) return false;
  // The best name of the cluster decides: `the North`, `Pyongyang` as a government are names of a country too.
  const uint32_t name = clusters.features(m).name;
  const GazetteerTerm* term = name == kNone ? nullptr : clusters.info(name).term;
  return term != nullptr && (term->kinds & (kCountryName | kCountryAdjective)) != 0;
}

uint32_t country_named(const Clusters& clusters, std::string_view iso3) {
  if (iso3.empty()) return kNone;
  for (uint32_t m = 0; m < clusters.document().mentions.size(); ++m) {
    if (is_country(clusters, m) && clusters.info(m).iso3 == iso3) return m;
  }
  return kNone;
}

bool name_has_word(std::string_view name, std::string_view word) {
  size_t at = 0;
  while (at < name.size()) {
    const size_t end = std::min(name.find(' ', at), name.size());
    if (same_text(name.substr(at, end - at), word)) return true;
    at = end + 1;
  }
  return false;
}

bool names_other_owner(const Clusters& clusters, uint32_t m, std::string_view name) {
  const Document& document = clusters.document();
  const uint32_t possessor = child_with(document, document.mentions[m].head, Deprel::kNmodPoss);
  if (possessor == kNone) return false;
  const uint32_t owner = find_mention_by_head(document, possessor);
  if (owner == kNone || clusters.features(owner).type != EntityType::kPerson) return false;
  for (uint32_t other = 0; other < document.mentions.size(); ++other) {
    const Mention& person = document.mentions[other];
    if (person.kind != MentionKind::kName || person.type != EntityType::kPerson || clusters.same(other, owner))
      continue;
    if (name_has_word(name, document.tokens[person.last - 1].form)) return true;
  }
  return false;
}

}  // namespace actant
