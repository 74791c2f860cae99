#include "extract/relation/attribution_spans.h"

#include <algorithm>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/syntax_walk.h"

namespace actant {

TokenRange source_phrase(const Document& document, const Attribution& attribution) {
  const uint32_t head = attribution.source;
  TokenRange range = subtree(document, head);
  for (const uint32_t below : children_of(document, head)) {
    const Deprel deprel = document.tokens[below].deprel;
    const TokenRange part = subtree(document, below);
    if (below < head) {
      if (deprel == Deprel::kCase || deprel == Deprel::kPunct) range.first = std::max(range.first, part.last);
    } else if (deprel == Deprel::kParataxis || deprel == Deprel::kAclRelcl || deprel == Deprel::kAcl ||
               deprel == Deprel::kDep || document.tokens[part.first].form == "(") {
      range.last = std::min(range.last, part.first);
    }
  }
  while (range.last > head + 1 && document.tokens[range.last - 1].upos == Upos::kPunct) --range.last;
  // `Smith, who said P`: the pronoun is the source as well.
  const uint32_t pronoun = child_with(document, attribution.cue, Deprel::kNsubj);
  if (pronoun != kNone && pronoun >= range.last && pronoun <= range.last + 1 &&
      (document.tokens[pronoun].xpos == Xpos::kWP || document.tokens[pronoun].xpos == Xpos::kWDT)) {
    range.last = pronoun + 1;
  }
  if (!range.contains(head) || range.contains(attribution.cue)) return minimal_noun_phrase(document, head);
  return range;
}

void mark_nested(const Document& document, std::vector<Attribution> pieces, std::vector<Attribution>& found) {
  std::ranges::sort(pieces, {}, [](const Attribution& piece) { return piece.content.begin; });
  uint32_t longest = 0;
  for (const Attribution& piece : pieces) longest = std::max(longest, piece.content.size());
  for (Attribution& inner : found) {
    const Span cue = document.tokens[inner.cue].span;
    const uint32_t first = cue.begin < longest ? 0 : cue.begin - longest;
    auto outer =
        std::ranges::lower_bound(pieces, first, {}, [](const Attribution& piece) { return piece.content.begin; });
    for (inner.nested = false; outer != pieces.end() && outer->content.begin <= cue.begin && !inner.nested; ++outer) {
      inner.nested = outer->cue != inner.cue && outer->content.contains(cue) &&
                     !inner.content.contains(document.tokens[outer->cue].span);
    }
  }
}

}  // namespace actant
