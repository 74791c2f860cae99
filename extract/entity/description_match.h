#ifndef ACTANT_EXTRACT_ENTITY_DESCRIPTION_MATCH_H_
#define ACTANT_EXTRACT_ENTITY_DESCRIPTION_MATCH_H_

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "extract/entity/clusters.h"

namespace actant {

/// Questions that the linkers of descriptions share (office_linker.h, body_linker.h, place_linker.h,
/// description_linker.h).

inline bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

inline const Token& head_token(const Document& document, uint32_t mention) {
  return document.tokens[document.mentions[mention].head];
}

/// Calls `use(member)` for the members of a cluster until it returns true; true when one did.
template <typename Use>
bool any_member(const Clusters& clusters, uint32_t mention, Use use) {
  uint32_t member = mention;
  do {
    if (use(member)) return true;
    member = clusters.next_member(member);
  } while (member != mention);
  return false;
}

/// Whether both speak of a country, and not of the same.
inline bool countries_clash(const MentionInfo& a, const MentionInfo& b) {
  return !a.iso3.empty() && !b.iso3.empty() && a.iso3 != b.iso3;
}

/// The country that `mention` speaks of, also by a possessor: `the country's government`, `his government`.
std::string_view country_of(const Clusters& clusters, uint32_t mention);

/// Whether the phrase `a` has modifiers, of its head or of its complement, that the phrase `b` has not; countries are
/// left aside.
bool adds_modifiers(const Document& document, const Mention& a, const Mention& b);

/// The same of the words in front of the head of `a` alone.
bool adds_words_in_front(const Document& document, Mention a, const Mention& b);

/// A mention of the country with that code by its name, or kNone.
uint32_t country_named(const Clusters& clusters, std::string_view iso3);

/// Whether the mention is a place whose best name is that of a country: also `the North`, `Pyongyang` as a government.
bool is_country(const Clusters& clusters, uint32_t mention);

/// Whether `word` is one of the words of `name`, in any case.
bool name_has_word(std::string_view name, std::string_view word);

/// Whether description `m` has another person for its owner than the one whom `name` names: `her campaign` and the
/// `Trump campaign`.
bool names_other_owner(const Clusters& clusters, uint32_t m, std::string_view name);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_DESCRIPTION_MATCH_H_
