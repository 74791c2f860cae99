#ifndef ACTANT_EXTRACT_RELATION_ATTRIBUTION_COLLECTOR_H_
#define ACTANT_EXTRACT_RELATION_ATTRIBUTION_COLLECTOR_H_

#include <vector>

#include "extract/document.h"
#include "extract/relation/quotation.h"
#include "extract/relation/speech_act.h"
#include "extract/relation/transcript.h"

namespace actant {

/// Fills Document::attributions: the speech acts that the statements were made of, the turns of a transcript, what
/// find_attributions() reads in the widest sense, and quotations that none of these gives to anybody.
void collect_attributions(Document& document, const std::vector<SpeechAct>& acts, const std::vector<Turn>& turns,
                          const std::vector<Quotation>& quotations);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_ATTRIBUTION_COLLECTOR_H_
