#ifndef ACTANT_TOOLS_CLI_LINE_READER_H_
#define ACTANT_TOOLS_CLI_LINE_READER_H_

#include <cstdint>
#include <memory>
#include <string>

#include "graph/model/error.h"

namespace actant {

/// An input file is missing or cannot be read; other files may be fine.
class LineReaderError : public IoError {
 public:
  using IoError::IoError;
};

/// The lines of a text file, of a gzip file (all members, recognized by content) or of standard input (`-`).
class LineReader {
 public:
  /// \throws LineReaderError when the file cannot be opened or is a directory.
  explicit LineReader(const std::string& path);
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  /// The next line without its end (`\n` or `\r\n`) and without a byte order mark; false at the end of the file.
  /// \throws LineReaderError when the file cannot be read or its gzip data is damaged or cut short.
  bool next(std::string& line);
  /// Number of the last line, from 1.
  uint64_t line() const { return line_; }
  /// The path, or `standard input`.
  const std::string& name() const { return name_; }

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
  std::string name_;
  uint64_t line_ = 0;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_LINE_READER_H_
