#ifndef ACTANT_EXTRACT_RELATION_OPEN_PHRASE_H_
#define ACTANT_EXTRACT_RELATION_OPEN_PHRASE_H_

#include <cstdint>
#include <span>
#include <vector>

#include "extract/document.h"

namespace actant {

/// Words of an open relation: indices in Document::tokens, ascending. They need not be neighbours.
using OpenWords = std::vector<uint32_t>;

/// What a phrase keeps besides its head and modifiers.
struct OpenPhraseOptions {
  bool prepositions = false;            ///< `in 1941` instead of `1941`
  bool conjuncts = false;               ///< `Norway and Iceland` instead of `Norway`
  std::span<const uint32_t> without{};  ///< dependents that stay out with everything below them
};

/// The words of the phrase headed by `head`: its determiner, modifiers and `of` phrases; no relative clause,
/// apposition, parenthesis or example (`such as Doha`); of a noun with copula no subject and no auxiliaries.
/// Punctuation stays only between its words.
///
///     the city of Doha, which lies on the coast  ->  the city of Doha
OpenWords open_phrase(const Document& document, uint32_t head, const OpenPhraseOptions& options = {});

/// `token` and everything below it but what is below `without`; trimmed like a phrase.
OpenWords open_subtree(const Document& document, uint32_t token, std::span<const uint32_t> without = {});

/// The words of the prepositions that introduce the phrase of `token` (`in`, `because of`).
OpenWords open_prepositions(const Document& document, uint32_t token);

/// True for a phrase that gives examples: `such as Doha`, `including Doha`, `cities like Doha`.
bool gives_example(const Document& document, uint32_t token);

/// Drops punctuation at the ends and beside gaps, and quotation marks whose partner is missing.
void trim_open_words(const Document& document, OpenWords& words);

/// Bytes of the words: neighbours make one span.
std::vector<Span> spans_of_words(const Document& document, const OpenWords& words);

/// The union of two word lists.
OpenWords join_open_words(const OpenWords& a, const OpenWords& b);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_OPEN_PHRASE_H_
