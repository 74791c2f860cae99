#ifndef ACTANT_GRAPH_MERGE_KNOWN_PLACES_H_
#define ACTANT_GRAPH_MERGE_KNOWN_PLACES_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

// What is known of countries and cities beyond their names (graph/merge/data/README.md says where it comes from).

/// Degrees, north and east positive.
struct Coordinates {
  double latitude = 0;
  double longitude = 0;
  friend bool operator==(const Coordinates&, const Coordinates&) = default;
};

/// The middle of a country. nullopt for an unknown code.
std::optional<Coordinates> country_coordinates(std::string_view iso3);

/// `IRN` for `IR`. nullopt for an unknown code.
std::optional<std::string_view> iso3_of_iso2(std::string_view iso2);

/// The country whose people or things are called so: `iranian`, `iranians`, `saudi`, `dutch`. Takes a key of
/// fold_name(). nullopt also for what several countries share (`congolese`, `dominican`).
std::optional<std::string_view> country_of_demonym(std::string_view folded);

/// A capital or a city that news names.
struct KnownCity {
  std::string_view iso3;  ///< country
  std::string_view name;
  std::string_view geonames;  ///< id at geonames.org
  bool capital = false;
  Coordinates coordinates;
};

/// The cities whose names fold to `folded`, one for each country that has one: Valencia of Spain and of Venezuela.
/// Other names of known_city() are not looked up here.
const std::vector<KnownCity>& known_cities(std::string_view folded);

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_KNOWN_PLACES_H_
