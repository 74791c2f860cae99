#ifndef ACTANT_EXTRACT_RELATION_TEXT_AUTHOR_H_
#define ACTANT_EXTRACT_RELATION_TEXT_AUTHOR_H_

#include <cstdint>

#include "extract/document.h"

namespace actant {

/// `Statement from President Joe Biden on Trade`, `Remarks by X`: the person who says `I` in the text below such a
/// headline; kNone where the headline does not name one so. Needs the layer kEntities.
uint32_t author_of_text(const Document& document);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_TEXT_AUTHOR_H_
