#ifndef ACTANT_EXTRACT_TEXT_ARCHIVE_UNPACKER_H_
#define ACTANT_EXTRACT_TEXT_ARCHIVE_UNPACKER_H_

#include <memory>
#include <string>

#include "extract/text/archive/input_stream.h"

struct archive;

namespace actant {

/// Unpacks a compressed stream (zstd, xz, bzip2, lz4, lzip, compress) through libarchive.
class FilterSource : public ByteSource {
 public:
  /// `packed` is borrowed. \throws IoError when it is none of these.
  explicit FilterSource(InputStream& packed);
  ~FilterSource() override;
  size_t read(char* out, size_t size) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Goes through the members of a zip or tar through libarchive, one after the other, in bounded memory. Nothing is ever
/// written to disk, links are not followed, and names are labels only, whatever paths they claim.
class Container {
 public:
  /// `packed` is borrowed and at its first byte; a zip that can be sought in is read by its directory.
  /// \throws IoError when it cannot be opened.
  explicit Container(InputStream& packed);
  ~Container();

  /// The next regular file: its name (UTF-8, without leading `/` and without `.` and `..` parts); false at the end.
  /// \throws IoError for a damaged archive, once; then it has ended.
  bool next(std::string& name);
  /// The bytes of the member next() stood at; valid until the next call of next().
  std::unique_ptr<ByteSource> open();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The name of a member as a label: invalid UTF-8 read as code page 437, control characters as `?`, absolute and parent
/// parts dropped. `../../etc/passwd` gives `etc/passwd`.
std::string clean_member_name(std::string_view name);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_ARCHIVE_UNPACKER_H_
