#ifndef ACTANT_EXTRACT_TEXT_LANGUAGE_H_
#define ACTANT_EXTRACT_TEXT_LANGUAGE_H_

#include <string>
#include <string_view>

namespace actant {

/// ISO 639-1 code of the language that a text is most likely written in, `und` when it cannot be told (short, mixed,
/// lists of names, emoji). A cheap check, meant to keep articles out that the models cannot read: by script, where the
/// most frequent language of a script stands for all of them, and for Latin script by the share of function words of 29
/// languages among the first 3,000 bytes or so of words. `text` must be valid UTF-8.
std::string guess_language(std::string_view text);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_LANGUAGE_H_
