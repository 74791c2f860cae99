#include "graph/merge/known_names.h"

#include <string>
#include <unordered_map>

#include "graph/merge/internal/fact_table.h"
#include "graph/merge/name_key.h"

namespace actant {
namespace {

using internal::for_each_row;
using internal::split_fields;

using FullNames = std::unordered_map<std::string, std::string_view>;  // by folded name

struct Tables {
  std::unordered_map<std::string, KnownCountry> countries, codes;
  FullNames organizations, cities;

  Tables() {
    for_each_row(internal::k_known_country_names, 2, [this](const auto& fields) {
      const auto names = split_fields(fields[1], '|');
      const KnownCountry country{fields[0], names.front()};
      codes.emplace(fields[0], country);
      for (const std::string_view name : names) countries.emplace(fold_name(name), country);
    });
    add_all(internal::k_known_organization_names, organizations);
    add_all(internal::k_known_city_names, cities);
  }

  // The first name of each row under all names of the row.
  static void add_all(std::string_view table, FullNames& map) {
    for_each_row(table, 1, [&](const auto& fields) {
      const auto names = split_fields(fields[0], '|');
      for (const std::string_view name : names) map.emplace(fold_name(name), names.front());
    });
  }
};

const Tables& tables() {
  static const Tables instance;
  return instance;
}

template <typename Map>
auto look_up(const Map& map, std::string_view key) -> std::optional<typename Map::mapped_type> {
  const auto found = map.find(std::string(key));
  if (found == map.end()) return std::nullopt;
  return found->second;
}

}  // namespace

std::optional<KnownCountry> known_country(std::string_view folded) { return look_up(tables().countries, folded); }

std::optional<KnownCountry> country_of_code(std::string_view iso3) { return look_up(tables().codes, iso3); }

std::optional<std::string_view> known_organization(std::string_view folded) {
  return look_up(tables().organizations, folded);
}

std::optional<std::string_view> known_city(std::string_view folded) { return look_up(tables().cities, folded); }

}  // namespace actant
