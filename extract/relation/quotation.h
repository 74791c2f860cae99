#ifndef ACTANT_EXTRACT_RELATION_QUOTATION_H_
#define ACTANT_EXTRACT_RELATION_QUOTATION_H_

#include <cstdint>
#include <vector>

#include "extract/document.h"

namespace actant {

/// Words between quotation marks: tokens [first, last), the marks outside.
struct Quotation {
  uint32_t first = 0;
  uint32_t last = 0;
  bool closed = true;          ///< false where a paragraph ends without the mark
  uint32_t continues = kNone;  ///< index of the quotation that this one carries on in a new paragraph
};

/// Finds quotations by position, not nested ones: typographic and ASCII double marks, ''doubled single ones'', and
/// ‘single’ ones that open with their own sign. An opened quotation ends at the latest with its paragraph; where the
/// next paragraph opens with a mark, that carries it on, as printers do. Cost: linear.
void find_quotations(const Document& document, std::vector<Quotation>& out);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_QUOTATION_H_
