#ifndef ACTANT_EXTRACT_RELATION_UNMARKED_SPEECH_H_
#define ACTANT_EXTRACT_RELATION_UNMARKED_SPEECH_H_

#include <cstdint>
#include <vector>

#include "extract/relation/quotation.h"
#include "extract/relation/speech_act.h"

namespace actant {

/// The rule of the acts that find_unmarked_speech() makes.
inline constexpr std::string_view kUnmarkedSpeech = "speech-unmarked";

/// Finds speech that press releases give without quotation marks: behind a paragraph that ends with `X said:` the next
/// one, and those after it up to the last in which somebody says `I` or `we`; at the latest before a paragraph that
/// tells of the speaker, quotes or introduces somebody. Appends an act for each of its sentences.
///
/// `acts` are those found by syntax; those of sentence s are [act_begin[s], act_begin[s + 1]).
void find_unmarked_speech(const Document& document, const std::vector<Quotation>& quotations,
                          const std::vector<uint32_t>& act_begin, std::vector<SpeechAct>& acts);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_UNMARKED_SPEECH_H_
