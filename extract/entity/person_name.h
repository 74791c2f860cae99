#ifndef ACTANT_EXTRACT_ENTITY_PERSON_NAME_H_
#define ACTANT_EXTRACT_ENTITY_PERSON_NAME_H_

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace actant {

/// The words of a name that tell people apart: without initials, Jr. and the like, and Arabic articles; `al-Hayya` is
/// `Hayya`.
struct NameWords {
  static constexpr uint32_t kMost = 8;
  std::array<std::string_view, kMost> words;
  uint32_t size = 0;
  std::string_view last() const { return size == 0 ? std::string_view() : words[size - 1]; }
};

NameWords name_words(std::string_view name);

/// How well two names can be the same person's: 0 contradiction; 1 a single word that is the other's first word (a
/// forename, or the family name of a Chinese or Korean name); 2 a single word that is the other's family name, or
/// agreeing full names; 3 the same words.
int name_agreement(std::string_view a, std::string_view b);
inline bool names_compatible(std::string_view a, std::string_view b) { return name_agreement(a, b) > 0; }

/// `V. K. Duggal`, `J Smith`: a name of more words than name_words() keeps.
bool begins_with_initial(std::string_view name);

/// True where the one begins with an initial that the other's first word does not have: `V. K. Duggal`, `M. Duggal`.
bool initials_contradict(std::string_view a, std::string_view b);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_PERSON_NAME_H_
