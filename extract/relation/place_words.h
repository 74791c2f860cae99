#ifndef ACTANT_EXTRACT_RELATION_PLACE_WORDS_H_
#define ACTANT_EXTRACT_RELATION_PLACE_WORDS_H_

#include <cstdint>
#include <string_view>

#include "extract/document.h"

namespace actant {

/// Buildings and compounds that a body has somewhere: embassy, base, church.
bool is_building(std::string_view lemma);

/// True where the best name of the entity is a country's.
bool is_country(const Document& document, uint32_t entity);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_PLACE_WORDS_H_
