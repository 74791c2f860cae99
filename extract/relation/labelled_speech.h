#ifndef ACTANT_EXTRACT_RELATION_LABELLED_SPEECH_H_
#define ACTANT_EXTRACT_RELATION_LABELLED_SPEECH_H_

#include <vector>

#include "extract/document.h"

namespace actant {

/// Appends an attribution for each line that begins with who says it, as headlines do (`Smith: Tax plan will fail`,
/// `Poll: Race tightens`), with the colon as the cue, and for each post under which its author stands: `— Jane Smith
/// (@jsmith) March 3, 2016` signs the paragraph before it. What `found` knows already is left out.
void find_labelled_speech(const Document& document, std::vector<Attribution>& found);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_LABELLED_SPEECH_H_
