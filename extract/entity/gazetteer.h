#ifndef ACTANT_EXTRACT_ENTITY_GAZETTEER_H_
#define ACTANT_EXTRACT_ENTITY_GAZETTEER_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace actant {

/// What a common noun stands for.
enum class NounClass : uint8_t {
  kPerson,        ///< a human being or a role: minister, protester
  kOrganization,  ///< a body that acts: government, army, newspaper
  kPlace,         ///< country, city, border
  kGroup,         ///< an unnamed body of people: crowd, population
};

/// A row of data/nouns.tsv.
struct NounEntry {
  NounClass noun_class = NounClass::kPerson;
  std::string_view sector;  ///< PLOVER sector or empty
  Gender gender = Gender::kUnknown;
  bool office = false;  ///< one person holds it at a time: president
  bool body = false;    ///< acts as one body even in the plural: authorities, forces
};

/// What a name of the world is; a term may be several.
enum TermKind : uint16_t {
  kCountryName = 1,
  kCountryAdjective = 2,  ///< Iranian
  kPluralDemonym = 4,     ///< Spaniards (those in -s of an adjective are found without)
  kCapital = 8,           ///< capital or seat of government; may stand for the government
  kRegionName = 16,       ///< region of the world, territory, state of a federation
  kRegionAdjective = 32,  ///< Tibetan
  kCityName = 64,
  kEventName = 256,
  kParty = 512,  ///< name or adjective of a party: Republican
  kIgo = 128,    ///< intergovernmental or large non-governmental organization
};

/// A name that the gazetteer knows.
struct GazetteerTerm {
  std::string_view text;    ///< as in the table
  std::string_view iso3;    ///< country (of which it is the name, the adjective, the capital, a part), or empty
  std::string_view name;    ///< common name of what is meant: `Iran`, `Tibet`, `European Union`
  std::string_view sector;  ///< for organizations
  uint16_t kinds = 0;       ///< set of TermKind
};

/// A row of data/titles.tsv.
struct TitleEntry {
  Gender gender = Gender::kUnknown;
  std::string_view sector;
};

/// A row of data/pronouns.tsv.
struct PronounEntry {
  char person = '3';  ///< '1' to '3', 'r' relative
  Number number = Number::kUnknown;
  Gender gender = Gender::kUnknown;
};

/// Strings to positions, by open addressing over a power of two; the keys are views of text that lives elsewhere.
class StringIndex {
 public:
  static constexpr uint32_t kAbsent = 0xffffffff;
  /// Adds `key` unless it is there; returns its value.
  uint32_t insert(std::string_view key, uint32_t value);
  /// Adds `key` or changes its value.
  void assign(std::string_view key, uint32_t value);
  uint32_t find(std::string_view key) const;

 private:
  struct Slot {
    std::string_view key;
    uint32_t value = kAbsent;
  };
  void grow();
  std::vector<Slot> slots_;
  size_t used_ = 0;
};

/// Facts about names and nouns, compiled into the program (data/README.md). Immutable; shared by all threads; lookups
/// do not allocate. Keys are compared in lower case (ASCII); ’ counts as '.
class Gazetteer {
 public:
  /// The tables, parsed on first use (about a millisecond).
  static const Gazetteer& get();

  /// By lemma, any case.
  const NounEntry* noun(std::string_view lemma) const;
  const TitleEntry* title(std::string_view word) const;  ///< with or without the final full stop
  const PronounEntry* pronoun(std::string_view word) const;
  Gender forename(std::string_view word) const;  ///< kUnknown where unknown or used for both

  /// A name, adjective, capital ... by its text (words separated by one blank). A short name in capitals (`US`) is
  /// found only when `text` has it in capitals too.
  const GazetteerTerm* term(std::string_view text) const;
  /// `Iranians`, `Spaniards`: the country or region whose people it names.
  const GazetteerTerm* plural_demonym(std::string_view text) const;
  /// Most words of a term whose first word is `word`; 0 where there is none.
  uint32_t longest_term(std::string_view word) const;
  /// Common name of a country, or empty.
  std::string_view country_name(std::string_view iso3) const;

 private:
  Gazetteer();
  void add_term(std::string_view text, uint16_t kind, std::string_view iso3, std::string_view name,
                std::string_view sector);
  void read_countries();
  void read_regions();
  void read_organizations();
  void read_events();
  void read_forenames();
  void read_nouns();
  void read_titles();
  void read_pronouns();

  StringArena keys_;
  StringIndex terms_index_, first_words_, nouns_index_, titles_index_, pronouns_index_, forenames_, countries_index_;
  std::vector<GazetteerTerm> terms_;
  std::vector<NounEntry> nouns_;
  std::vector<TitleEntry> titles_;
  std::vector<PronounEntry> pronouns_;
  std::vector<std::string_view> country_names_;
};

/// Lower-cases ASCII letters of `text` into `buffer`, writes ’ as ' and a run of white space as one blank; cuts at the
/// size of the buffer. The result is a view of the buffer.
std::string_view fold_into(std::string_view text, std::span<char> buffer);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_GAZETTEER_H_
