#ifndef ACTANT_EXTRACT_RELATION_QUOTED_SPEECH_H_
#define ACTANT_EXTRACT_RELATION_QUOTED_SPEECH_H_

#include <cstdint>
#include <vector>

#include "extract/relation/quotation.h"
#include "extract/relation/speech_act.h"

namespace actant {

/// Number of words in `range`: tokens that are no punctuation.
uint32_t words_in(const Document& document, TokenRange range);

/// Whether a verb or an auxiliary stands in `range`.
bool has_verb(const Document& document, TokenRange range);

/// The tokens that both ranges have; of size 0 where they have none.
TokenRange intersection(TokenRange a, TokenRange b);

/// Finds who says what stands between quotation marks: `"P," X said`, `X told Y: "P"`, a quotation that goes on in the
/// next sentence or paragraph, one that stands alone behind what its speaker said before. For one document.
class QuotedSpeech {
 public:
  /// `acts` are those found by syntax, sentence by sentence; those of sentence s are [act_begin[s], act_begin[s + 1]).
  QuotedSpeech(const Document& document, const std::vector<Quotation>& quotations,
               const std::vector<uint32_t>& act_begin, std::vector<SpeechAct>& acts)
      : document_(document),
        quotations_(quotations),
        act_begin_(act_begin),
        acts_(acts),
        assigned_(quotations.size()) {}

  /// Appends an act for each part of a quotation that no act has as its content yet, and lengthens acts where a part
  /// goes on with them.
  void assign();

 private:
  /// Whom a quotation was given to.
  struct Assigned {
    SpeechAct act;            // the latest act of this quotation
    uint32_t act_at = kNone;  // its index in acts_, where it is a part of the quotation
    bool known = false;
  };

  bool follows(uint32_t quotation, uint32_t last);
  void look_ahead(uint32_t quotation, uint32_t first, uint32_t last);
  void assign_part(uint32_t quotation, TokenRange part, uint32_t sentence);
  bool assign_beside(uint32_t quotation, TokenRange part, uint32_t sentence);
  void assign_alone(uint32_t quotation, TokenRange part, uint32_t sentence);
  const SpeechAct* covering_act(TokenRange quotation, TokenRange part) const;
  const SpeechAct* cue_beside(TokenRange quotation, uint32_t sentence) const;
  const SpeechAct* introduction(uint32_t sentence) const;
  void quote(const SpeechAct& by, uint32_t quotation, TokenRange part, bool same_sentence, float confidence);

  const Document& document_;
  const std::vector<Quotation>& quotations_;
  const std::vector<uint32_t>& act_begin_;  // [sentences + 1] offsets into acts_
  std::vector<SpeechAct>& acts_;            // by sentence; those made of quotations come last
  std::vector<Assigned> assigned_;          // [quotations]
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_QUOTED_SPEECH_H_
