#ifndef ACTANT_TOOLS_CLI_TEXT_FORMAT_H_
#define ACTANT_TOOLS_CLI_TEXT_FORMAT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// Text as it may be shown: control characters, which could drive a terminal, become blanks, and so does each broken
/// UTF-8 byte. `"a\x1b[2Jb"` becomes `"a [2Jb"`.
std::string printable(std::string_view text);

/// `Foreign MINISTER` as `foreign minister`; other letters than A to Z stay.
std::string lower_ascii(std::string_view text);

/// Columns that UTF-8 text takes on a terminal: 0 for combining marks, 2 for East Asian wide characters.
size_t display_width(std::string_view text);

/// Cuts to at most `width` columns, the last one an ellipsis when something was cut.
std::string fit_width(std::string_view text, size_t width);

/// `1234567` as `1,234,567`.
std::string with_commas(uint64_t number);

/// `1 article`, `1,200 articles`; `plural` where adding an s is wrong.
std::string count_of(uint64_t number, std::string_view singular, std::string_view plural = {});

/// Seconds as `8 s`, `3 min 20 s`, `2 h 05 min`.
std::string duration(double seconds);

/// `0.934` as `0.93`, cut and not rounded, so that 0.999 never reads as certain.
std::string fraction(double value);

/// `2025-06-01 to 2025-08-03`, one date when both agree, `undated` when both are empty.
std::string date_range(std::string_view first, std::string_view last);

/// Columns of text with a header, as wide as their contents.
class Table {
 public:
  enum class Align { kLeft, kRight };
  struct Column {
    std::string header;
    Align align = Align::kLeft;
    size_t most = 0;  ///< columns of the terminal it is shortened to, first to give way; 0: never shortened
  };
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  void add_row(std::vector<std::string> cells);
  /// The rows, two blanks between columns, none at line ends. When `width` is not 0, columns with a `most` are
  /// shortened to it where a line would be longer than `width`.
  std::string render(size_t width, size_t indent = 0) const;

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_TEXT_FORMAT_H_
