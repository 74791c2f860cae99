#ifndef ACTANT_EXTRACT_TEXT_FORMAT_RECOGNIZE_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_RECOGNIZE_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "extract/text/format/record_reader.h"

namespace actant {

/// What the first bytes of a stream say it is.
enum class StreamKind : uint8_t {
  kEmpty,
  kGzip,
  kFilter,      ///< zstd, xz, bzip2 and others that FilterSource unpacks
  kContainer,   ///< zip or tar
  kEncoded,     ///< text in another character set than UTF-8: Recognized::charset
  kUnreadable,  ///< Recognized::reason says what it is
  kRecords,     ///< make_record_reader() has a reader
};

struct Recognized {
  StreamKind kind = StreamKind::kRecords;
  std::string reason;
  std::string charset;
  size_t mark = 0;  ///< bytes of a byte order mark, to be passed over
};

/// Bytes that recognize() and make_record_reader() look at.
inline constexpr size_t kRecognizedBytes = 64 * 1024;

/// Tells what a stream is by its first bytes; the name helps where content leaves it open (a table, Markdown).
Recognized recognize(std::string_view head, std::string_view name, const ReadOptions& options);

/// A reader for a stream of kRecords, which stands at its first byte.
/// \return null, and why in `reason`, for XML that is no news.
std::unique_ptr<RecordReader> make_record_reader(ReaderContext& context, InputStream& stream, std::string& reason);

/// Whether the name is that of a file that never holds articles: pictures, sound, programs, styles, fonts.
bool is_foreign_name(std::string_view name);

/// Whether `name` ends in an extension (lower case, with its dot), behind which one of packing may stand: `a.txt.gz`.
bool has_extension(std::string_view name, std::string_view extension);

/// Name without folder and without the extensions of text and packing it may have (`a/b.txt.gz`: `b`).
std::string file_stem(std::string_view path);

/// The date that the name of a file holds, `2025-08-03-talks`, `talks_20250803`, `2025.08.03`: the first day of the
/// years 1900 to 2099 written as year, month, day; empty when there is none.
std::string date_in_name(std::string_view name);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_RECOGNIZE_H_
