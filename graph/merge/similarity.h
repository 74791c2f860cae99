#ifndef ACTANT_GRAPH_MERGE_SIMILARITY_H_
#define ACTANT_GRAPH_MERGE_SIMILARITY_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

// How near two names are. Arguments are keys of name_key() or fold_name(): lower case, words parted by one blank.

/// Optimal string alignment distance in bytes: insertions, deletions, substitutions and swaps of neighbours (Damerau
/// 1964, restricted form). Anything above `limit` gives limit + 1. O(|a| * |b|).
size_t edit_distance(std::string_view a, std::string_view b, size_t limit);

/// 1 - distance / length of the longer one, in [0, 1].
double name_similarity(std::string_view a, std::string_view b);

/// The larger of name_similarity() and, where `typed` is the beginning of `word`, 0.75 and up with the share typed.
double prefix_similarity(std::string_view typed, std::string_view word);

/// A spelling of a word in which the usual ways to write one foreign name in Latin letters agree: vowels in three
/// classes, k/q/kh/gh, double letters, w/v, tch/ch and so on. "soleimani", "suleymany" -> "sulimani"; "araghchi",
/// "araqchi" -> "arakci". Stored in the name index (graph/store/format.md), so it never changes.
std::string transliteration_key(std::string_view word);

/// Like transliteration_key(), for comparisons: it also knows umlauts ("mueller", "schroeder"), the first letters of
/// Chinese names ("hsiao", "xiao") and a `w` before a vowel ("jawad", "javad"), and keeps `e` apart from `i`.
std::string spelling_key(std::string_view word);

/// The consonants of spelling_key() with voiced and unvoiced ones in one class, at most six: what names are
/// blocked by. "qadhafi", "gaddafi" -> "ktf".
std::string consonant_skeleton(std::string_view word);

/// Distance of two words as spellings of one name: an edit distance over their spelling_key() in which a change or a
/// loss of a vowel, of `h`, or of voicing costs half, `e` for `a` a quarter (but half at the end of a word), `e` for
/// `i` nothing. The costs follow what transcriptions of one name differ in; those of `e` and `h` were chosen on the
/// part `dev` of tests/data/who.
double transliteration_distance(std::string_view a, std::string_view b);
/// The same of two words' keys. Where it is more than `limit`, something between the two may be returned: that is found
/// sooner.
double spelling_distance(std::string_view a, std::string_view b, double limit = 1000);

/// The consonants of a key of spelling_key() without their order: two keys differ in so many bits that half the number
/// is at most their spelling_distance(). Rules most pairs out at the cost of a look.
uint32_t consonant_bag(std::string_view spelling);

/// True when `acronym` (one word) is made of the first letters of `words`, with or without small words such as "of".
bool is_acronym_of(std::string_view acronym, const std::vector<std::string_view>& words);

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_SIMILARITY_H_
