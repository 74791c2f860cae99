#ifndef ACTANT_EXTRACT_RELATION_SPEECH_ACT_H_
#define ACTANT_EXTRACT_RELATION_SPEECH_ACT_H_

#include <cstdint>
#include <vector>

#include "extract/document.h"
#include "extract/entity/noun_phrase.h"

namespace actant {

/// Somebody saying something, in tokens: who (head of a noun phrase), by which word, what.
struct SpeechAct {
  uint32_t cue = kNone;      ///< speech verb or noun, or the `according` of `according to`
  uint32_t speaker = kNone;  ///< head of the speaker's noun phrase
  TokenRange content;        ///< trimmed of `that` and of marks at its ends; empty: said in a quotation elsewhere
  bool negated = false;      ///< the speaker denies the content
  Modality modality = Modality::kActual;
  float confidence = 0.8f;
  const char* rule = "";
};

/// True for the events that are done by words: somebody is praised, accused, asked, refused or threatened.
bool is_done_by_words(RelationType relation);

/// Appends the speech acts whose cue is in sentence `sentence`, by position of the cue: speech verbs with their
/// complements, `according to X`, nouns (`X's claim that P`), carried nouns (`expressed concern over N`). Acts with
/// empty content are verbs that can introduce a quotation but have no complement in the tree.
void find_speech_acts(const Document& document, uint32_t sentence, std::vector<SpeechAct>& out);

/// Appends what is said, thought, felt or wanted in sentence `sentence` in the widest sense: see CueReader's `broad`.
/// The speaker may be missing.
void find_attributions(const Document& document, uint32_t sentence, std::vector<SpeechAct>& out);

/// `range` without conjunctions, `that`, punctuation and quotation marks at its ends; a closing `?`, `!` or
/// abbreviation period and brackets that have their other half inside stay.
TokenRange trim_content(const Document& document, TokenRange range);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_SPEECH_ACT_H_
