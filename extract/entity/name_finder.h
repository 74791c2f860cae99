#ifndef ACTANT_EXTRACT_ENTITY_NAME_FINDER_H_
#define ACTANT_EXTRACT_ENTITY_NAME_FINDER_H_

#include <cstdint>
#include <vector>

#include "extract/document.h"
#include "extract/entity/gazetteer.h"
#include "extract/entity/noun_phrase.h"

namespace actant {

/// Makes the final list of names: takes the recognizer's spans, puts determiners, titles and possessive marks outside,
/// corrects types by the gazetteer and within the article, and adds names that the recognizer missed (countries,
/// demonyms, known organizations, a person behind a title, another occurrence of a found name). A country inside the
/// name of an organization
/// (`Iranian` in `Iranian Foreign Ministry`) becomes a name of its own, marked adjectival.
///
/// One object belongs to one thread; find() reuses its memory.
class NameFinder {
 public:
  /// Replaces `document.mentions` (names only) by the final names, by position. Needs syntax and the child index.
  void find(Document& document);

 private:
  void force_terms(const Document& document);
  bool forced(const Mention& mention) const;
  bool is_place_elsewhere(const Document& document, uint32_t first, uint32_t last) const;
  void split_pair(const Document& document, const Mention& mention);
  void clean(Document& document);
  bool trim(const Document& document, Mention& mention) const;
  void extend(const Document& document, Mention& mention) const;
  void extend_body(const Document& document, Mention& mention) const;
  void retype(const Document& document, Mention& mention) const;
  void mark_covered(const Document& document);
  void add_known_terms(const Document& document);
  void add_titled(const Document& document);
  void add_repeated(const Document& document);
  void add_joined(const Document& document);
  void add_bare_subjects(const Document& document);
  void add_nested(const Document& document);
  void add_bodies(const Document& document);
  void vote_types(const Document& document);
  void settle_single_words(const Document& document);
  Mention make(const Document& document, uint32_t first, uint32_t last, EntityType type) const;

  std::vector<Mention> names_;
  std::vector<Mention> split_;
  std::vector<TokenRange> forced_;
  std::vector<bool> covered_;  // [tokens]
};

/// The token of [first, last) that depends on a token outside; the first of several.
uint32_t head_of(const Document& document, uint32_t first, uint32_t last);

/// The longest term that begins at `first`, and in `size` its number of tokens; nullptr where there is none.
const GazetteerTerm* longest_term_at(const Document& document, uint32_t first, uint32_t last, uint32_t& size);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_NAME_FINDER_H_
