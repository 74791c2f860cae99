#ifndef ACTANT_EXTRACT_ENTITY_MENTION_INFO_H_
#define ACTANT_EXTRACT_ENTITY_MENTION_INFO_H_

#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/entity/gazetteer.h"
#include "extract/entity/noun_phrase.h"

namespace actant {

/// What coreference looks at besides the Mention itself.
struct MentionInfo {
  uint32_t outer =
      kNone;         ///< token by which the phrase takes part in the sentence (its head, or a title that heads it)
  TokenRange title;  ///< names: the words of the title in front, empty without one
  uint32_t office = kNone;  ///< token of the role noun: head of a description of a person, or in the title
  std::string_view iso3;  ///< country: of a country's name itself, else named by an adjective, possessor or complement
  std::string_view region;          ///< region of the world that a name stands for (`Tibet` for `Tibetan`), or empty
  const NounEntry* noun = nullptr;  ///< nominals: their row
  const GazetteerTerm* term = nullptr;  ///< names: their row
  const PronounEntry* pronoun = nullptr;
  bool definite = false;    ///< the, this, a possessor, or no determiner with an office
  bool indefinite = false;  ///< a, an, a number or another quantity
  bool subject = false;     ///< of a verb or of a predicate
  bool in_quote = false;
};

/// Fills `info` [mentions], for mentions sorted by position; names get gender and number from titles and forenames.
void collect_mention_info(Document& document, std::vector<MentionInfo>& info);

bool same_text(std::string_view a, std::string_view b);  ///< equal but for ASCII case

/// True where the offices agree: same role noun, and the words of one description are among those of the other
/// (`minister`, `foreign minister`; not `deputy minister`, `minister`). Countries are left aside.
bool offices_agree(const Document& document, const Mention& a, const MentionInfo& info_a, const Mention& b,
                   const MentionInfo& info_b);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_MENTION_INFO_H_
