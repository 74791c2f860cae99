#ifndef ACTANT_EXTRACT_TEXT_SENTENCE_RULES_H_
#define ACTANT_EXTRACT_TEXT_SENTENCE_RULES_H_

#include <cstdint>
#include <vector>

#include "extract/document.h"

namespace actant {

/// Decides by rule where sentences end: 1 in `ends` for every token that a sentence ends after, else 0.
///
/// A sentence ends at a full stop, question or exclamation mark (with the quotes and brackets that close behind it)
/// before a capital, digit or opening quote; at an abbreviation only before a word that opens sentences (`... in the
/// U.S. The ...`); at a line break before a capital or bullet, unless the text is wrapped (lines go on in lower case).
/// A question within quotes does not end before `Smith asked`. Empty lines and the end of the text always end;
/// multiword tokens stay whole.
void find_sentence_ends(const Document& document, std::vector<uint8_t>& ends);

/// Sets `ends` where a line of a text that is not wrapped ends before a capital or bullet: headings and items of lists
/// without a full stop.
void add_line_ends(const Document& document, std::vector<uint8_t>& ends);

/// Whether token `token` is a quote or bracket that closes what stands directly before it.
bool closes_sentence(const Document& document, uint32_t token);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_SENTENCE_RULES_H_
