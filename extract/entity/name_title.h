#ifndef ACTANT_EXTRACT_ENTITY_NAME_TITLE_H_
#define ACTANT_EXTRACT_ENTITY_NAME_TITLE_H_

#include "extract/document.h"
#include "extract/entity/noun_phrase.h"

namespace actant {

/// The title in front of a person's name: `Egyptian Foreign Minister` in `Egyptian Foreign Minister Ahmed Aboul Gheit`.
struct NameTitle {
  TokenRange range;         ///< its words, without determiner; empty without a title
  uint32_t office = kNone;  ///< token of the role noun: Minister
  uint32_t outer = kNone;   ///< token by which name and title together depend on the rest of the sentence
};

/// Reads the words in front of the name, and asks the parse only where the two belong together: which of title and name
/// it makes the head differs from parse to parse, and long titles are cut in ways of all kinds.
NameTitle find_title(const Document& document, const Mention& name);

/// A noun for a human being or a title.
bool is_role(const Token& token);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_NAME_TITLE_H_
