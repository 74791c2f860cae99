#ifndef ACTANT_GRAPH_MERGE_OFFICE_H_
#define ACTANT_GRAPH_MERGE_OFFICE_H_

#include <cstdint>
#include <string_view>

namespace actant {

// What a title says about who somebody is. "Foreign Minister", "minister of foreign affairs" and "FM" are one office;
// a foreign minister and a health minister of one surname are two persons.

/// An office or occupation as far as it tells persons apart.
struct Office {
  enum class Kind : uint8_t {
    kNone,        ///< says nothing: "leader", "official", "spokesman"
    kExclusive,   ///< one holder at a time in one country or body: president, prime minister, a portfolio
    kOccupation,  ///< a line of work outside public office: footballer, singer, professor
  };
  Kind kind = Kind::kNone;
  std::string_view key;  ///< static: `minister:foreign`, `president`, `sport`; empty for kNone

  explicit operator bool() const { return kind != Kind::kNone; }
  friend bool operator==(const Office&, const Office&) = default;
};

/// The office that a title of a text names. Reads the words of fold_name(title); "former" and "acting" do not count,
/// a deputy holds another office than the one deputized for. O(length).
Office office_of(std::string_view title);

/// The line of work of a person outside public office: `sport`, `arts`, `business`, `media`, `learning`, `faith`. By
/// the title where that says it, else by the PLOVER sector; empty for public life and what is not known.
std::string_view occupation_of(std::string_view title, std::string_view sector);

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_OFFICE_H_
