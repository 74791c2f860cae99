#ifndef ACTANT_EXTRACT_RELATION_DATELINE_H_
#define ACTANT_EXTRACT_RELATION_DATELINE_H_

#include <cstdint>
#include <optional>

#include "extract/document.h"
#include "extract/relation/calendar.h"

namespace actant {

/// The opening of an agency's report: `GENEVA, Aug. 3 (Reuters) - The ministers`.
struct Dateline {
  uint32_t end = 0;                 ///< first token behind it; 0 where the article has none
  uint32_t place = kNone;           ///< entity of the place named in it
  std::optional<PartialDate> date;  ///< as written; the year 0 where it is left out
};

/// Reads the dateline off the first sentence of the body: a place in capitals or a name of a place, closed by a dash
/// within the first twenty words. Needs the entities.
Dateline find_dateline(const Document& document);

/// What the days of the article count from: the date of the dateline where it lies within ten days of the article's own
/// (an agency's report of Monday that a paper prints on Tuesday says `today` for Monday), or stands in for one that is
/// missing; else the date of the article.
std::optional<PartialDate> reference_date(const Document& document, const Dateline& dateline);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_DATELINE_H_
