#ifndef ACTANT_EXTRACT_ENTITY_MISSED_NAMES_H_
#define ACTANT_EXTRACT_ENTITY_MISSED_NAMES_H_

#include <cstdint>
#include <vector>

#include "extract/document.h"

namespace actant {

/// Adds to the names of an article those that the recognizer missed. Each function looks only at tokens that no name
/// covers yet, and is linear in the tokens (add_repeated() and add_nested() times the names).
class MissedNames {
 public:
  /// `names` are those found so far; `covered` is memory to be reused. Both must outlive the object.
  MissedNames(const Document& document, std::vector<Mention>& names, std::vector<bool>& covered);

  void add_known_terms();  ///< countries, demonyms, organizations that the gazetteer knows
  void add_sources();      ///< `according to the Star`: who is told to say something
  void add_bodies();       ///< `Foreign Office`: words in capitals that end in a noun for a body
  void add_settlements();
  void add_titled();         ///< a person behind a title
  void add_repeated();       ///< another occurrence of a found name, or of a person's last name
  void add_joined();         ///< `Fornost and Gondor`: what is joined to a name is a name of the same kind
  void add_bare_subjects();  ///< `Arnor will contribute`: a capitalized subject that the tagger takes for a name
  /// A country inside the name of an organization or event (`Iranian` in `Iranian Foreign Ministry`) becomes a name of
  /// its own, marked adjectival.
  void add_nested();

 private:
  bool is_place_elsewhere(uint32_t first, uint32_t last) const;

  const Document& document_;
  std::vector<Mention>& names_;
  std::vector<bool>& covered_;  // [tokens]
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_MISSED_NAMES_H_
