#ifndef ACTANT_EXTRACT_RELATION_LOOSE_QUOTATION_H_
#define ACTANT_EXTRACT_RELATION_LOOSE_QUOTATION_H_

#include <vector>

#include "extract/document.h"
#include "extract/relation/quotation.h"

namespace actant {

/// Whether `token` is a person, a body, a text or a pronoun that may stand for one.
bool can_speak(const Document& document, uint32_t token);

/// Appends an attribution for each quotation of which nothing is content of one in `found`: its words are those of the
/// person or body that does what the verb above it says (`scrapped the "very bad" deal`), or of whom the words before a
/// colon or the sentence before tell (`Smith was blunt: "P"`). Names of works and what has nobody to say it get none.
void find_loose_quotations(const Document& document, const std::vector<Quotation>& quotations,
                           std::vector<Attribution>& found);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_LOOSE_QUOTATION_H_
