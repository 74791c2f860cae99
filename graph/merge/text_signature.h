#ifndef ACTANT_GRAPH_MERGE_TEXT_SIGNATURE_H_
#define ACTANT_GRAPH_MERGE_TEXT_SIGNATURE_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace actant {

// Near duplicates: the same wire story in ten outlets, cut and with another headline. A text is the set of its
// shingles, four words in a row without case and punctuation; two texts are as alike as the part of their shingles that
// they share (Jaccard; Broder, "On the resemblance and containment of documents", 1997). A signature estimates it from
// 64 bytes: the least hash of the shingles in each of 64 bins (one permutation, Li, Owen, Zhang 2012), of which eight
// bits are kept (b-bit, Li and König 2010); a bin without a shingle borrows from another (Shrivastava 2017). The
// standard error of the estimate is sqrt(J (1 - J) / 64), at most 0.063. Signatures are stored: a change of what these
// functions return is a change of the format (graph/store/format.md).

inline constexpr size_t kSignatureBytes = 64;
inline constexpr size_t kSignatureBands = 16;

/// Texts that share this part of their shingles or more are one story. Chosen on tests/data/story_versions.txt with
/// tools/eval/score_duplicates: independent reports of one event share at most 0.14 there, even with a quote in common,
/// a story that was cut by half 0.47; every threshold from 0.2 to 0.4 parts them without a mistake, and 0.5 finds 0.90
/// of the pairs. The largest of these, since what is wrongly one story is evidence lost.
inline constexpr double kSameStory = 0.4;

/// kSignatureBytes bytes. A brief, of fewer than 16 shingles, may be like another by chance: its signature agrees only
/// with that of the same words. None for a text without words. Cost: one pass.
std::string text_signature(std::string_view text);

/// The estimated part of shared shingles, 0 to 1. Both signatures have kSignatureBytes bytes.
double signature_similarity(std::string_view a, std::string_view b);

/// A number for each band of four bytes. Signatures of which no band agrees are not compared at all: with a similarity
/// of 0.4 / 0.5 / 0.6 / 0.7 / 0.8 one agrees with a chance of 0.34 / 0.65 / 0.89 / 0.988 / 0.9998. A version that is
/// far from one copy is mostly near to another, and stories are what is linked over any number of steps.
uint32_t signature_band(std::string_view signature, size_t band);

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_TEXT_SIGNATURE_H_
