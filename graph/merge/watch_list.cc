// Watch lists: FollowTheMoney JSON and tables.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "graph/merge/internal/fact_table.h"
#include "graph/merge/known_entity.h"
#include "graph/merge/known_names.h"
#include "graph/merge/known_places.h"
#include "graph/merge/name_key.h"
#include "graph/model/error.h"

namespace actant {
namespace {

using internal::split_fields;
using Json = nlohmann::json;

constexpr size_t kMaxNames = 200;      // of one entity
constexpr size_t kMaxNameBytes = 200;  // as the store keeps names

struct SchemaRow {
  std::string_view schema;
  EntityType type;
};

// Schemata of FollowTheMoney 3 that are actors or places; others (Sanction, Address, Ownership) are none.
constexpr std::array<SchemaRow, 9> kSchemata = {{{"Person", EntityType::kPerson},
                                                 {"Organization", EntityType::kOrganization},
                                                 {"Company", EntityType::kOrganization},
                                                 {"PublicBody", EntityType::kOrganization},
                                                 {"LegalEntity", EntityType::kOrganization},
                                                 {"Airline", EntityType::kOrganization},
                                                 {"Country", EntityType::kPlace},
                                                 {"Region", EntityType::kPlace},
                                                 {"Event", EntityType::kEvent}}};

std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

void add_unique(std::vector<std::string>& list, std::string_view text) {
  text = trimmed(text);
  if (text.empty() || std::find(list.begin(), list.end(), text) != list.end()) return;
  list.emplace_back(text);
}

void add_name(KnownEntity& entity, std::string_view name) {
  if (name.size() <= kMaxNameBytes && entity.names.size() < kMaxNames) add_unique(entity.names, name);
}

void add_country(KnownEntity& entity, std::string_view text) {
  text = trimmed(text);
  if (text.size() > 3 && text[2] == '-') text = text.substr(0, 2);  // "gb-sct", a part of a country
  std::string upper(text);
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  if (const auto country = country_of_code(upper)) {
    add_unique(entity.countries, country->iso3);
  } else if (const auto iso3 = iso3_of_iso2(upper)) {
    add_unique(entity.countries, *iso3);
  } else if (const auto named = known_country(fold_name(text))) {
    add_unique(entity.countries, named->iso3);
  }  // codes of regions and of former states say nothing to us
}

void finish(KnownEntity& entity) {
  std::sort(entity.countries.begin(), entity.countries.end());
  std::sort(entity.same_as.begin(), entity.same_as.end());
  std::erase(entity.same_as, entity_iri(entity.id));
}

bool is_wikidata_id(std::string_view id) {
  return id.size() > 1 && id[0] == 'Q' && id.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

// A Legal Entity Identifier: twenty letters and digits, of which the last two make the number that they stand for leave
// 1 when it is divided by 97 (ISO 17442, ISO 7064), so that hardly anything else is taken for one.
bool is_lei(std::string_view id) {
  if (id.size() != 20) return false;
  unsigned rest = 0;
  for (const char c : id) {
    if (c >= '0' && c <= '9') {
      rest = (rest * 10 + static_cast<unsigned>(c - '0')) % 97;
    } else if (c >= 'A' && c <= 'Z') {
      rest = (rest * 100 + static_cast<unsigned>(c - 'A' + 10)) % 97;
    } else {
      return false;
    }
  }
  return rest == 1;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// --- FollowTheMoney

template <typename Visit>
void for_each_value(const Json& properties, const char* name, const Visit& visit) {
  const auto it = properties.find(name);
  if (it == properties.end()) return;
  if (it->is_string()) visit(it->get_ref<const std::string&>());
  if (!it->is_array()) return;
  for (const Json& value : *it) {
    if (value.is_string()) visit(value.get_ref<const std::string&>());
  }
}

void read_properties(const Json& properties, KnownEntity& entity) {
  for (const char* name : {"name", "alias", "previousName", "abbreviation"}) {
    for_each_value(properties, name, [&](const std::string& value) { add_name(entity, value); });
  }
  for_each_value(properties, "weakAlias", [&](const std::string& value) {
    // A nickname of one word ("Abu", "Vanya") is that of many persons.
    if (entity.type != EntityType::kPerson || fold_name(value).find(' ') != std::string::npos) add_name(entity, value);
  });
  std::string first, last;
  for_each_value(properties, "firstName", [&](const std::string& value) { first = first.empty() ? value : first; });
  for_each_value(properties, "lastName", [&](const std::string& value) { last = last.empty() ? value : last; });
  if (!first.empty() && !last.empty()) add_name(entity, first + " " + last);
  for (const char* name : {"country", "nationality", "citizenship", "jurisdiction", "mainCountry"}) {
    for_each_value(properties, name, [&](const std::string& value) { add_country(entity, value); });
  }
  for_each_value(properties, "wikidataId",
                 [&](const std::string& value) { add_unique(entity.same_as, entity_iri(value)); });
  for_each_value(properties, "leiCode", [&](const std::string& value) {
    if (is_lei(value)) add_unique(entity.same_as, entity_iri(value));
  });
  for_each_value(properties, "permId", [&](const std::string& value) {
    const std::string_view number = std::string_view(value).substr(value.starts_with("1-") ? 2 : 0);
    if (is_number(number)) add_unique(entity.same_as, entity_iri("permid:" + std::string(number)));
  });
  for_each_value(properties, "opencorporatesUrl", [&](const std::string& value) { add_unique(entity.same_as, value); });
  for_each_value(properties, "wikipediaUrl", [&](const std::string& value) { add_unique(entity.same_as, value); });
}

WatchListLine read_ftm(std::string_view line, KnownEntity& entity) {
  Json json;
  try {
    json = Json::parse(line);
  } catch (const Json::exception& error) {
    throw ParseError("not JSON: " + std::string(error.what()));
  }
  const auto text = [&](const char* name) -> std::string {
    const auto it = json.find(name);
    return it != json.end() && it->is_string() ? it->get<std::string>() : std::string();
  };
  if (!json.is_object()) throw ParseError("not an entity of FollowTheMoney, expected a JSON object");
  entity.id = text("id");
  const std::string schema = text("schema");
  if (entity.id.empty()) throw ParseError("the entity has no id");
  if (schema.empty()) throw ParseError("entity '" + entity.id + "' has no schema");
  const auto row = std::find_if(kSchemata.begin(), kSchemata.end(), [&](const auto& r) { return r.schema == schema; });
  if (row == kSchemata.end()) return WatchListLine::kNothing;
  entity.type = row->type;
  add_name(entity, text("caption"));
  const auto properties = json.find("properties");
  if (properties != json.end() && properties->is_object()) read_properties(*properties, entity);
  if (const auto referents = json.find("referents"); referents != json.end() && referents->is_array()) {
    for (const Json& other : *referents) {
      if (!other.is_string()) continue;
      std::string_view id = other.get_ref<const std::string&>();
      if (id.starts_with("lei-")) id.remove_prefix(4);  // as OpenSanctions names what it has of GLEIF
      if (is_wikidata_id(id) || is_lei(id)) add_unique(entity.same_as, entity_iri(id));
    }
  }
  if (entity.names.empty()) throw ParseError("entity '" + entity.id + "' has no name");
  finish(entity);
  return WatchListLine::kEntity;
}

// --- tables

EntityType parse_type(std::string_view text) {
  if (const auto type = parse_entity_type(text); type && *type != EntityType::kStatement) return *type;
  for (const SchemaRow& row : kSchemata) {
    if (row.schema == text) return row.type;
  }
  throw ParseError("column type: found '" + std::string(text) +
                   "', expected person, organization, place, group, event or topic");
}

}  // namespace

std::string entity_iri(std::string_view id) {
  if (id.find("://") != std::string_view::npos || id.starts_with("urn:")) return std::string(id);
  if (is_wikidata_id(id)) return "http://www.wikidata.org/entity/" + std::string(id);
  if (id.starts_with("lei:") || is_lei(id)) {
    return "https://search.gleif.org/#/record/" + std::string(id.substr(id.starts_with("lei:") ? 4 : 0));
  }
  if (id.starts_with("permid:")) return "https://permid.org/1-" + std::string(id.substr(7));
  if (id.starts_with("geonames:")) return "https://sws.geonames.org/" + std::string(id.substr(9)) + "/";
  return "urn:x-actant:entity:" + std::string(id);
}

WatchListLine WatchListReader::read(std::string_view line, KnownEntity& entity) {
  entity = {};
  if (line.starts_with("\xef\xbb\xbf")) line.remove_prefix(3);
  if (trimmed(line).empty() || line.front() == '#') return WatchListLine::kNothing;
  if (trimmed(line).front() == '{') return read_ftm(line, entity);
  if (line == "id" || line.starts_with("id\t")) {
    read_header(line);
    return WatchListLine::kNothing;
  }
  return read_table_line(line, entity);
}

void WatchListReader::read_header(std::string_view line) {
  static constexpr std::array<std::string_view, 6> kKnown = {"id", "type", "name", "aliases", "countries", "same_as"};
  std::vector<std::string> columns;
  for (const std::string_view column : split_fields(line, '\t')) columns.emplace_back(trimmed(column));
  for (const std::string_view needed : {"id", "type", "name"}) {
    if (std::find(columns.begin(), columns.end(), needed) == columns.end()) {
      throw ParseError("the header has no column '" + std::string(needed) + "'");
    }
  }
  for (const std::string& column : columns) {
    if (std::find(kKnown.begin(), kKnown.end(), column) == kKnown.end()) {
      throw ParseError("unknown column '" + column + "', expected id, type, name, aliases, countries, same_as");
    }
  }
  columns_ = std::move(columns);
}

WatchListLine WatchListReader::read_table_line(std::string_view line, KnownEntity& entity) const {
  const auto fields = split_fields(line, '\t');
  if (fields.size() == 1) throw ParseError("neither a JSON object nor columns parted by tabs");
  if (fields.size() > columns_.size()) {
    throw ParseError("found " + std::to_string(fields.size()) + " columns, expected at most " +
                     std::to_string(columns_.size()));
  }
  std::vector<std::string_view> aliases;
  for (size_t i = 0; i < fields.size(); ++i) {
    const std::string& column = columns_[i];
    const std::string_view field = trimmed(fields[i]);
    if (column == "id") entity.id = field;
    if (column == "type") entity.type = parse_type(field);
    if (column == "name") entity.names.insert(entity.names.begin(), std::string(field));
    if (column == "aliases") aliases = split_fields(field, '|');
    if (column == "countries") {
      for (const std::string_view country : split_fields(field, '|')) add_country(entity, country);
    }
    if (column == "same_as") {
      for (const std::string_view id : split_fields(field, '|')) {
        if (!trimmed(id).empty()) add_unique(entity.same_as, entity_iri(trimmed(id)));
      }
    }
  }
  if (entity.id.empty()) throw ParseError("column id is empty");
  if (entity.names.empty() || entity.names.front().empty()) throw ParseError("column name is empty");
  for (const std::string_view alias : aliases) add_name(entity, alias);
  finish(entity);
  return WatchListLine::kEntity;
}

}  // namespace actant
