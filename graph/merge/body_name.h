#ifndef ACTANT_GRAPH_MERGE_BODY_NAME_H_
#define ACTANT_GRAPH_MERGE_BODY_NAME_H_

#include <string>
#include <string_view>

namespace actant {

/// Names of organizations and groups that say the same in several ways. Arguments are keys of name_key().

/// True for a name made of words that every country has bodies of: "foreign ministry", "supreme court". Without the
/// country it tells nothing.
bool is_generic_body(std::string_view key);

/// A name of which a country has one bearer, with that country.
struct StateBody {
  std::string country;  ///< ISO 3166-1 alpha-3 or empty, where neither the name nor the caller knows it
  std::string body;     ///< `foreign ministry`; empty: the name is none of these
};

/// Ministries, parliaments, high courts, central banks, armed forces and governments, whatever way their names put
/// country and field: "Iranian Foreign Ministry", "Ministry of Foreign Affairs of Iran" and "Foreign Ministry" of IRN
/// give (IRN, "foreign ministry"). A country in the name that differs from `country` gives no body.
StateBody state_body(std::string_view key, std::string_view country);

/// The people of a country as a group: "iranians", "iranian people", "people of iran" give IRN; empty for other groups.
std::string people_of(std::string_view key);

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_BODY_NAME_H_
