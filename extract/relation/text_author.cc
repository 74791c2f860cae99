#include "extract/relation/text_author.h"

#include "extract/entity/noun_phrase.h"
#include "extract/relation/syntax_walk.h"

namespace actant {

uint32_t author_of_text(const Document& document) {
  constexpr uint32_t kFarthest = 4;  // tokens before the noun
  constexpr uint32_t kLongest = 10;  // tokens between it and the name
  if (document.sentences.empty()) return kNone;
  const Sentence& headline = document.sentences.front();
  if (document.tokens[headline.last - 1].space_after < 2 || document.tokens[headline.last - 1].form == ".")
    return kNone;
  for (uint32_t t = headline.first; t + 1 < headline.last && t < headline.first + kFarthest; ++t) {
    if (!is_one_of(document.tokens[t].norm, {"statement", "remarks", "message", "letter", "speech", "testimony"}))
      continue;
    if (!is_one_of(document.tokens[t + 1].norm, {"by", "from", "of"})) continue;
    for (uint32_t name = t + 2; name < headline.last && name < t + kLongest; ++name) {
      if (is_one_of(document.tokens[name].norm, {"on", "and", "with", "for", "about", ","})) break;
      const uint32_t mention = find_mention_by_head(document, name);
      if (mention == kNone || document.mentions[mention].kind != MentionKind::kName) continue;
      if (document.mentions[mention].type != EntityType::kPerson) continue;
      return document.mentions[mention].entity;
    }
  }
  return kNone;
}

}  // namespace actant
