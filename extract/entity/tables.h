#ifndef ACTANT_EXTRACT_ENTITY_TABLES_H_
#define ACTANT_EXTRACT_ENTITY_TABLES_H_

#include <string_view>

/// The tables of extract/entity/data as they stand in the files, compiled into the program (see data/tables.cmake).
namespace actant::internal {

extern const std::string_view k_countries_table;
extern const std::string_view k_regions_table;
extern const std::string_view k_cities_table;
extern const std::string_view k_igos_table;
extern const std::string_view k_events_table;
extern const std::string_view k_forenames_table;
extern const std::string_view k_nouns_table;
extern const std::string_view k_titles_table;
extern const std::string_view k_pronouns_table;

}  // namespace actant::internal

#endif  // ACTANT_EXTRACT_ENTITY_TABLES_H_
