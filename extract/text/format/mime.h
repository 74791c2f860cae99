#ifndef ACTANT_EXTRACT_TEXT_FORMAT_MIME_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_MIME_H_

#include <string>
#include <string_view>

namespace actant {

// The part of MIME (RFC 2045 to 2047) that a reader of news alerts needs: one text out of a message. A library of all
// of it (GMime) would bring GLib and GPG into the program.

/// A header value with its encoded words (`=?utf-8?B?...?=`) decoded to UTF-8.
std::string decode_words(std::string_view value);

/// Undoes quoted-printable; what is none stays.
std::string decode_quoted_printable(std::string_view text);

/// Undoes base64; bytes outside of its alphabet are passed over.
std::string decode_base64(std::string_view text);

/// The text of a message: its first `text/plain` part that is no attachment, else its first `text/html` part, in UTF-8.
struct MessageText {
  std::string plain, html;
  /// Reads a body whose headers gave this type and transfer encoding; parts within parts to a depth of 8.
  void read(std::string_view body, std::string_view content_type, std::string_view encoding,
            std::string_view disposition, int depth = 0);
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_MIME_H_
