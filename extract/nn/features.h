#ifndef ACTANT_EXTRACT_NN_FEATURES_H_
#define ACTANT_EXTRACT_NN_FEATURES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace actant {

inline constexpr size_t kMaxNgrams = 40;  ///< n-grams of a word that are used
inline constexpr uint8_t kShapes = 13;    ///< ids of word_shape()
inline constexpr uint8_t kPlaces = 8;     ///< ids of place_id()

/// Writes the normalized form of a word to `out` (replacing it): lower case, ASCII digits as `0`, plain quotes and
/// dashes; `2,000` gives `0,000`, `Iran’s` gives `iran's`. UTF-8; a broken byte becomes U+FFFD. See
/// extract/nn/network.md.
void normalize_form(std::string_view form, std::string& out);

/// Shape id of a form: 1 `1998`, 4 `talks`, 6 `Iran`, 7 `NATO`, 9 `U.S.`, ...: the list in extract/nn/network.md.
uint8_t word_shape(std::string_view form);

/// Whether a letter of the form is lower case.
bool has_lower_case(std::string_view form);

/// Rows of the n-gram table for a normalized form, ordered by start and then by length: FNV-1a 64 of the n-grams of 3,
/// 4 and 5 code points of `<norm>` (but not of the whole), modulo `buckets` (> 0). `rows` has room for kMaxNgrams.
/// \return their number
size_t ngram_rows(std::string_view norm, uint32_t buckets, uint32_t* rows);

/// Place id of token `index` of a sentence of `size` tokens; `caps`: no token of it has a lower-case letter.
inline uint8_t place_id(size_t index, size_t size, bool caps) {
  return static_cast<uint8_t>((index == 0 ? 1 : 0) + (index + 1 == size ? 2 : 0) + (caps ? 4 : 0));
}

}  // namespace actant

#endif  // ACTANT_EXTRACT_NN_FEATURES_H_
