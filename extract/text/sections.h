#ifndef ACTANT_EXTRACT_TEXT_SECTIONS_H_
#define ACTANT_EXTRACT_TEXT_SECTIONS_H_

#include <cstddef>
#include <string_view>
#include <vector>

namespace actant {

/// Longest text that is read as one article. Linking names and pronouns costs more than linear time in the length of a
/// text; nearly all news articles are below a tenth of this.
inline constexpr size_t kSectionBytes = size_t{1} << 17;

/// Cuts a text into sections of at most `most` bytes (at least 8) that follow each other without gaps. Each ends, as
/// far as its second half has such a place, after an empty line, else a line, else a sentence, else a word; never
/// inside a UTF-8 sequence. One section, perhaps empty, where the text is short enough. Linear in the length of the
/// text.
std::vector<std::string_view> cut_sections(std::string_view text, size_t most = kSectionBytes);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_SECTIONS_H_
