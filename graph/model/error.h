#ifndef ACTANT_GRAPH_MODEL_ERROR_H_
#define ACTANT_GRAPH_MODEL_ERROR_H_

#include <stdexcept>
#include <string>

namespace actant {

/// Base of every exception this library throws. The message says what failed, where, what was found, what was expected
/// and, where there is one, the way out; it is one line without a final period or newline.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A caller's argument is outside what the function documents.
class InvalidArgument : public Error {
 public:
  using Error::Error;
};

/// The operating system or the database could not read or write.
class IoError : public Error {
 public:
  using Error::Error;
};

/// Text that should follow a grammar (JSON, an extraction record, a query) does not.
class ParseError : public Error {
 public:
  /// `line` and `column` count from 1; 0 means unknown.
  ParseError(const std::string& message, std::string file = {}, size_t line = 0, size_t column = 0)
      : Error(message), file_(std::move(file)), line_(line), column_(column) {}
  const std::string& file() const { return file_; }
  size_t line() const { return line_; }
  size_t column() const { return column_; }

 private:
  std::string file_;
  size_t line_;
  size_t column_;
};

/// Stored bytes (a model file, a graph) do not agree with their own checksums or invariants.
class CorruptData : public Error {
 public:
  using Error::Error;
};

/// A file or database was written by a version this program does not read.
class UnsupportedVersion : public Error {
 public:
  using Error::Error;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_MODEL_ERROR_H_
