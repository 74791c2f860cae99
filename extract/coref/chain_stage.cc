#include "extract/coref/chain_stage.h"

#include <map>
#include <string_view>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/transcript.h"

namespace actant {
namespace {

/// Numbers the speakers of a transcript: by the entity that the label names, else by its words.
class SpeakerNumbers {
 public:
  uint32_t of(const Document& document, const Turn& turn) {
    const uint32_t entity = turn.speaker == kNone ? kNone : find_entity_by_head(document, turn.speaker);
    const uint32_t next = 1 + static_cast<uint32_t>(entities_.size() + labels_.size());
    if (entity != kNone) return entities_.try_emplace(entity, next).first->second;
    return labels_.try_emplace(document.tokens[turn.source].norm, next).first->second;
  }

 private:
  std::map<uint32_t, uint32_t> entities_;
  std::map<std::string_view, uint32_t> labels_;
};

}  // namespace

void ChainStage::process(Document& document) {
  speakers_.clear();
  const std::vector<Turn> turns = find_turns(document);
  if (!turns.empty()) speakers_.assign(document.sentences.size(), 0);
  SpeakerNumbers numbers;
  for (const Turn& turn : turns) {
    if (turn.source == kNone || turn.words.first >= turn.words.last) continue;
    const uint32_t number = numbers.of(document, turn);
    const uint32_t last = sentence_of(document, turn.words.last - 1);
    for (uint32_t s = sentence_of(document, turn.words.first); s <= last; ++s) speakers_[s] = number;
  }
  linker_.link(document, speakers_);
}

}  // namespace actant
