#ifndef ACTANT_EXTRACT_ENTITY_NAME_FINDER_H_
#define ACTANT_EXTRACT_ENTITY_NAME_FINDER_H_

#include <vector>

#include "extract/document.h"
#include "extract/token_range.h"

namespace actant {

/// Makes the final list of names: takes the recognizer's spans, puts determiners, titles and possessive marks outside,
/// corrects types by the gazetteer and within the article, and adds names that the recognizer missed (countries,
/// demonyms, known organizations, a person behind a title, another occurrence of a found name): name_spans.h,
/// name_types.h, missed_names.h.
///
/// One object belongs to one thread; find() reuses its memory.
class NameFinder {
 public:
  /// Replaces `document.mentions` (names only) by the final names, by position. Needs syntax and the child index.
  void find(Document& document);

 private:
  void force_terms(const Document& document);
  bool forced(const Mention& mention) const;
  bool is_first_half_of_body(const Document& document, const Mention& name) const;
  void split_pair(const Document& document, const Mention& mention);
  void clean(Document& document);

  std::vector<Mention> names_;
  std::vector<Mention> split_;
  std::vector<TokenRange> forced_;
  std::vector<bool> covered_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_NAME_FINDER_H_
