#ifndef ACTANT_EXTRACT_TEXT_INTERNAL_WORD_RULES_H_
#define ACTANT_EXTRACT_TEXT_INTERNAL_WORD_RULES_H_

#include <array>
#include <cstdint>
#include <string_view>

namespace actant::internal {

/// What the tokenizer and the sentence rules know of English words. Arguments in any case; above ASCII nothing is
/// known.

/// How an abbreviation that is written with a full stop behaves.
enum class Abbreviation : uint8_t {
  kNone,
  kTitle,         ///< `Dr.` `Gen.`: a name follows, no sentence ends here
  kGeneral,       ///< `Inc.` `etc.` `Sept.`: keeps its stop, a sentence may end here
  kEtCetera,      ///< `etc`: the treebanks count the stop at the end of a sentence as the sentence's
  kBeforeNumber,  ///< `No.` `p.`: keeps its stop only before a number
  kBeforeName,    ///< `Mar.` `Sat.` `Mass.`: keeps its stop only when capitalized and before a capital, digit or comma
};
Abbreviation find_abbreviation(std::string_view word);

/// `anti`, `co`, `non`: the hyphen behind them parts no words.
bool is_joining_prefix(std::string_view word);
/// `uh-huh`, `e-mail`: words with a hyphen that stay whole though their first part is no joining prefix.
bool is_joined_compound(std::string_view word);
/// `km`, `pm`, `bn`: parted from the number that they are written to.
bool is_unit(std::string_view letters);
/// `com`, `org`, `doc`, `pdf`: ends of host and file names.
bool is_name_extension(std::string_view letters);
/// Words that begin sentences far more often than they follow an initial: `The`, `It`, `But`.
bool is_sentence_opener(std::string_view word);

/// Offsets, ascending, at which words written together part; 0 for none. `cannot` gives {3}, `dunno` {2, 3}.
std::array<uint8_t, 2> find_fused_word(std::string_view word);

}  // namespace actant::internal

#endif  // ACTANT_EXTRACT_TEXT_INTERNAL_WORD_RULES_H_
