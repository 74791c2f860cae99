#ifndef ACTANT_GRAPH_MERGE_KNOWN_NAMES_H_
#define ACTANT_GRAPH_MERGE_KNOWN_NAMES_H_

#include <optional>
#include <string_view>

namespace actant {

/// A country as one node whatever an article calls it.
struct KnownCountry {
  std::string_view iso3;  ///< ISO 3166-1 alpha-3 (XKX for Kosovo)
  std::string_view name;  ///< common English name
};

/// The country whose common, official or usual English name folds (see fold_name()) to `folded`.
/// "united states of america", "us" and "u s" give USA.
std::optional<KnownCountry> known_country(std::string_view folded);

/// The country with this code.
std::optional<KnownCountry> country_of_code(std::string_view iso3);

/// The full name of an international organization one of whose names or acronyms folds to `folded`: "iaea" gives
/// "International Atomic Energy Agency". Only acronyms that stand for nothing else of note in news are listed.
std::optional<std::string_view> known_organization(std::string_view folded);

/// The usual English name of a city whose other names fold to `folded`: "kiev" gives "Kyiv".
std::optional<std::string_view> known_city(std::string_view folded);

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_KNOWN_NAMES_H_
