#ifndef ACTANT_EXTRACT_COREF_CANDIDATE_H_
#define ACTANT_EXTRACT_COREF_CANDIDATE_H_

#include <cstdint>
#include <vector>

#include "extract/document.h"

namespace actant {

/// A noun phrase that coreference may link: of any kind, also those that are no Mention (`the storm`, `this`), with the
/// span that coreference corpora give it: determiner, possessive mark, complements and relative clause included.
///
///     [[Iran's] foreign minister, who resigned on [Monday],] denied [it]
struct Candidate {
  uint32_t first = 0, last = 0;  ///< tokens [first, last)
  uint32_t head = 0;             ///< token
  uint32_t sentence = 0;
  uint32_t mention = kNone;  ///< the Mention with this head, or whose name covers it
  MentionKind kind = MentionKind::kNominal;
  bool list = false;  ///< the whole of a coordination (`A and B`), headed by its first member
};

/// Fills `out` with the candidates of `document` (layers kSyntax and kNames; mention_at where it is filled), by first
/// token, the longer first. Cost: linear in the tokens but for the sort.
void find_candidates(const Document& document, std::vector<Candidate>& out);

}  // namespace actant

#endif  // ACTANT_EXTRACT_COREF_CANDIDATE_H_
