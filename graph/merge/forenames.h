#ifndef ACTANT_GRAPH_MERGE_FORENAMES_H_
#define ACTANT_GRAPH_MERGE_FORENAMES_H_

#include <array>
#include <cstdint>
#include <string_view>

namespace actant {

// What is known of forenames. Words are those of keys: lower case without diacritics.

/// True for forenames that are written one way in the Latin script ("john"), for which a similar one is another name.
bool is_western_forename(std::string_view word);

/// The names that a word may stand for, as numbers: "chris" is in two groups, an unknown word in none.
struct ForenameGroups {
  std::array<uint8_t, 3> numbers{};
  uint8_t count = 0;
};
ForenameGroups forename_groups(std::string_view word);

/// True when two forenames are variants of one: "bill", "william"; "mykola", "nikolai".
bool are_forename_variants(const ForenameGroups& a, const ForenameGroups& b);

/// True when both are known and are not: "hassan", "hussein".
bool are_other_forenames(const ForenameGroups& a, const ForenameGroups& b);

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_FORENAMES_H_
