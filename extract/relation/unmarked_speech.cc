#include "extract/relation/unmarked_speech.h"

#include <algorithm>

#include "extract/relation/quoted_speech.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

// A line break or an empty line behind the sentence.
bool ends_paragraph(const Document& document, const Sentence& sentence) {
  return document.tokens[sentence.last - 1].space_after >= 2;
}

class UnmarkedSpeech {
 public:
  UnmarkedSpeech(const Document& document, const std::vector<Quotation>& quotations)
      : document_(document), quotations_(quotations) {}

  // One behind the last sentence of the speech that begins with sentence `first`; `first` where there is none.
  uint32_t end(uint32_t first, uint32_t speaker) const {
    const auto count = static_cast<uint32_t>(document_.sentences.size());
    uint32_t end = first, sentence = first;
    while (sentence < count) {
      uint32_t next = sentence;
      while (next + 1 < count && !ends_paragraph(document_, document_.sentences[next])) ++next;
      ++next;
      if (!is_speech(sentence, next, speaker)) break;
      if (sentence == first || has_first_person(sentence, next)) end = next;
      sentence = next;
    }
    return end;
  }

 private:
  bool is_speech(uint32_t first, uint32_t last, uint32_t speaker) const {
    const TokenRange range{document_.sentences[first].first, document_.sentences[last - 1].last};
    for (const Quotation& quotation : quotations_) {
      if (quotation.first <= range.first + 1 && quotation.last > range.first) return false;
    }
    if (document_.tokens[range.last - 1].form == ":") return false;
    const uint32_t entity = find_entity_by_head(document_, speaker);
    for (uint32_t t = range.first; t < range.last; ++t) {
      if (!is_subject(document_.tokens[t].deprel) || document_.tokens[t].upos == Upos::kPron) continue;
      if (entity != kNone && find_entity_by_head(document_, t) == entity) return false;
    }
    return has_verb(document_, range);
  }

  bool has_first_person(uint32_t first, uint32_t last) const {
    for (uint32_t t = document_.sentences[first].first; t < document_.sentences[last - 1].last; ++t) {
      if (is_one_of(document_.tokens[t].norm, {"i", "we", "my", "our", "us", "me"}) &&
          document_.tokens[t].upos == Upos::kPron)
        return true;
    }
    return false;
  }

  const Document& document_;
  const std::vector<Quotation>& quotations_;
};

}  // namespace

void find_unmarked_speech(const Document& document, const std::vector<Quotation>& quotations,
                          const std::vector<uint32_t>& act_begin, std::vector<SpeechAct>& acts) {
  constexpr uint32_t kFarthestColon = 8;  // tokens from the verb to the colon
  const UnmarkedSpeech speech(document, quotations);
  for (uint32_t s = 0; s + 1 < document.sentences.size(); ++s) {
    const Sentence& intro = document.sentences[s];
    if (document.tokens[intro.last - 1].form != ":" || !ends_paragraph(document, intro)) continue;
    if (act_begin[s] == act_begin[s + 1]) continue;
    SpeechAct act = acts[act_begin[s + 1] - 1];
    if (act.content.size() != 0 || act.speaker == kNone || act.cue + kFarthestColon < intro.last) continue;
    act.confidence = 0.6f;
    act.rule = kUnmarkedSpeech.data();
    const uint32_t end = speech.end(s + 1, act.speaker);
    for (uint32_t own = s + 1; own < end; ++own) {
      act.content = trim_content(document, {document.sentences[own].first, document.sentences[own].last});
      if (words_in(document, act.content) > 0) acts.push_back(act);
    }
  }
}

}  // namespace actant
