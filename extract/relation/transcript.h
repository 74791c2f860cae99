#ifndef ACTANT_EXTRACT_RELATION_TRANSCRIPT_H_
#define ACTANT_EXTRACT_RELATION_TRANSCRIPT_H_

#include <string_view>
#include <vector>

#include "extract/relation/quotation.h"
#include "extract/relation/speech_act.h"

namespace actant {

/// Rule of the acts that find_turn_speech() makes.
inline constexpr std::string_view kTurnSpeech = "said-turn";

/// What one speaker of a transcript says until the next one speaks: `MS. PSAKI: Good afternoon. ...`.
struct Turn {
  uint32_t source = kNone;   ///< head of the label, also of one that names nobody (`Q`, `MODERATOR`)
  uint32_t speaker = kNone;  ///< head of the name of the speaker: of the label, for an office (`THE PRESIDENT`) of the
                             ///< heading (`Remarks by President Biden`); kNone where neither names one
  uint32_t label = kNone;    ///< first token of the label
  uint32_t cue = kNone;      ///< the colon, or the label itself where it has none (`Q`)
  TokenRange words;          ///< all of the turn behind the label
};

/// The turns of a transcript, by position: lines that begin with a name or an office in capitals and a colon, with a
/// name and a colon where it comes again, or with `Q`. Empty where fewer than two labels stand for somebody.
std::vector<Turn> find_turns(const Document& document);

/// Appends an act for each sentence of a turn that says something of its own: no greetings and questions.
void find_turn_speech(const Document& document, const std::vector<Turn>& turns, std::vector<SpeechAct>& acts);

/// `"P" — Rice, minister`: gives a quotation that a line signs to the one who signs it, in place of whoever had it.
void find_signed_quotations(const Document& document, const std::vector<Quotation>& quotations,
                            std::vector<SpeechAct>& acts);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_TRANSCRIPT_H_
