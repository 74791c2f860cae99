#ifndef ACTANT_GRAPH_MERGE_PERSON_NAMES_H_
#define ACTANT_GRAPH_MERGE_PERSON_NAMES_H_

#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// How the names of two persons go together, the strongest first.
enum class PersonMatch {
  kSame,     ///< one name in one or two spellings: "qasem soleimani", "qassim suleymany"
  kShorter,  ///< one leaves words out or gives initials: "j smith", "john smith"; "george w bush", "george bush"
  kSurname,  ///< one is only the end (or, for a name of the East, the beginning) of the other: "araghchi"
  kDifferent,
};

/// Compares two keys of name_key(). Spellings of names that are written in other scripts at home may differ a little
/// (see transliteration_distance); names like "John Johnson" may not, since "John Johnsen" is another man. Particles
/// (al-, el-) and hyphens do not count. "jr", "sr" and numerals must agree.
PersonMatch compare_persons(std::string_view a, std::string_view b);

/// Words of a person's key without particles.
std::vector<std::string_view> person_words(std::string_view key);

/// True for forenames that are written one way in the Latin script ("john"), for which a similar one is another name.
bool is_western_forename(std::string_view word);

/// The first letter of a word as far as spellings of one name keep it: equal for "yevgeny" and "evgeny", "qasem" and
/// "gassem", not for "ahmed" and "hamed".
char spelling_start(std::string_view word);

/// True when two forenames are variants of one: "bill", "william"; "mykola", "nikolai".
bool are_forename_variants(std::string_view a, std::string_view b);

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_PERSON_NAMES_H_
