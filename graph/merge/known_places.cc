#include "graph/merge/known_places.h"

#include <charconv>
#include <unordered_map>
#include <utility>

#include "graph/merge/internal/fact_table.h"
#include "graph/merge/name_key.h"

namespace actant {
namespace {

using internal::for_each_row;
using internal::split_fields;

double number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

struct Tables {
  std::unordered_map<std::string_view, Coordinates> coordinates;  // by iso3
  std::unordered_map<std::string_view, std::string_view> iso3;    // by iso2
  std::unordered_map<std::string, std::string_view> demonyms;     // empty: shared by several
  std::unordered_map<std::string, std::vector<KnownCity>> cities;

  Tables() {
    for_each_row(internal::k_known_countries, 6, [this](const auto& fields) {
      iso3.emplace(fields[0], fields[1]);
      coordinates.emplace(fields[1], Coordinates{number(fields[4]), number(fields[5])});
      for (const std::string_view demonym : split_fields(fields[2], '|')) add_demonym(demonym, fields[1]);
    });
    // Adjectives and forms that the list of demonyms does not give.
    static constexpr std::pair<std::string_view, std::string_view> kMore[] = {
        {"American", "USA"}, {"US", "USA"},         {"British", "GBR"},   {"UK", "GBR"},         {"English", "GBR"},
        {"French", "FRA"},   {"Dutch", "NLD"},      {"Danish", "DNK"},    {"Swedish", "SWE"},    {"Finnish", "FIN"},
        {"Polish", "POL"},   {"Spanish", "ESP"},    {"Turkish", "TUR"},   {"Irish", "IRL"},      {"Scottish", "GBR"},
        {"Welsh", "GBR"},    {"Russian", "RUS"},    {"Israeli", "ISR"},   {"Pakistani", "PAK"},  {"Chinese", "CHN"},
        {"Iraqi", "IRQ"},    {"Saudi", "SAU"},      {"Yemeni", "YEM"},    {"Kuwaiti", "KWT"},    {"Omani", "OMN"},
        {"Emirati", "ARE"},  {"Qatari", "QAT"},     {"Bahraini", "BHR"},  {"Afghan", "AFG"},     {"Uzbek", "UZB"},
        {"Kazakh", "KAZ"},   {"Kyrgyz", "KGZ"},     {"Tajik", "TJK"},     {"Turkmen", "TKM"},    {"Azeri", "AZE"},
        {"Serbian", "SRB"},  {"Croatian", "HRV"},   {"Slovak", "SVK"},    {"Slovenian", "SVN"},  {"Thai", "THA"},
        {"Filipino", "PHL"}, {"Philippine", "PHL"}, {"Argentine", "ARG"}, {"Palestinian", "PSE"}};
    for (const auto& [word, country] : kMore) {
      demonyms[fold_name(word)] = country;
      demonyms[fold_name(word) + "s"] = country;
    }
    for_each_row(internal::k_known_cities, 6, [this](const auto& fields) {
      cities[fold_name(fields[1])].push_back(
          {fields[0], fields[1], fields[2], fields[3] == "capital", {number(fields[4]), number(fields[5])}});
    });
  }

  void add_demonym(std::string_view demonym, std::string_view country) {
    if (demonym.empty()) return;
    const std::string key = fold_name(demonym);
    for (const std::string& form : {key, key + "s"}) {
      const auto [it, fresh] = demonyms.emplace(form, country);
      if (!fresh && it->second != country) it->second = {};
    }
  }
};

const Tables& tables() {
  static const Tables instance;
  return instance;
}

}  // namespace

std::optional<Coordinates> country_coordinates(std::string_view iso3) {
  const auto it = tables().coordinates.find(iso3);
  if (it == tables().coordinates.end()) return std::nullopt;
  return it->second;
}

std::optional<std::string_view> iso3_of_iso2(std::string_view iso2) {
  const auto it = tables().iso3.find(iso2);
  if (it == tables().iso3.end()) return std::nullopt;
  return it->second;
}

std::optional<std::string_view> country_of_demonym(std::string_view folded) {
  const auto it = tables().demonyms.find(std::string(folded));
  if (it == tables().demonyms.end() || it->second.empty()) return std::nullopt;
  return it->second;
}

const std::vector<KnownCity>& known_cities(std::string_view folded) {
  static const std::vector<KnownCity> none;
  const auto it = tables().cities.find(std::string(folded));
  return it == tables().cities.end() ? none : it->second;
}

}  // namespace actant
