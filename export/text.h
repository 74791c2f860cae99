#ifndef ACTANT_EXPORT_TEXT_H_
#define ACTANT_EXPORT_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace actant {

/// Text that every client accepts (interchange rule "Text"): valid UTF-8 in NFC, without control characters but tab and
/// newline, without U+FFFE, U+FFFF; invalid bytes become U+FFFD.
std::string clean_text(std::string_view text);

/// clean_text on one line: white space collapsed to single blanks, none at the ends. For names and labels.
std::string clean_name(std::string_view text);

/// True where clean_name() would change nothing, told at once for what most names and sentences are: ASCII with single
/// blanks between words. May be false for other clean text.
bool is_clean_name(std::string_view text);

/// The first `limit` code points of cleaned `text`, cut at a word where possible, with an ellipsis when something is
/// left out.
std::string shorten(std::string_view text, size_t limit);

/// Appends `text` as XML character data. Values in which two escapes are parted by white space alone are written as
/// CDATA, since Gephi's reader drops such white space.
void append_xml_text(std::string& out, std::string_view text);

/// Appends `text` as the inside of a double-quoted XML attribute value.
void append_xml_attribute(std::string& out, std::string_view text);

/// Appends `text` as a JSON string with its quotes (RFC 8259).
void append_json_string(std::string& out, std::string_view text);

/// Appends an IRI: what RFC 3987 forbids (blank < > " { } | \ ^ ` and controls) is percent-encoded.
void append_iri(std::string& out, std::string_view iri);

/// Appends the shortest decimal form of `value` rounded to four digits after the point; finite values only.
void append_number(std::string& out, double value);
void append_number(std::string& out, uint64_t value);

}  // namespace actant

#endif  // ACTANT_EXPORT_TEXT_H_
