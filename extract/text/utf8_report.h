#ifndef ACTANT_EXTRACT_TEXT_UTF8_REPORT_H_
#define ACTANT_EXTRACT_TEXT_UTF8_REPORT_H_

#include <string>
#include <string_view>

namespace actant {

/// Empty for valid UTF-8; else one line for the user: `not UTF-8: byte 17 of the file is 0xE9; ...` with the way out.
/// Offsets count from 0. `of_what` names the whole, `of the file`.
std::string describe_invalid_utf8(std::string_view bytes, std::string_view of_what);

/// The largest offset up to `at` that does not cut a sequence.
size_t utf8_floor(std::string_view text, size_t at);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_UTF8_REPORT_H_
