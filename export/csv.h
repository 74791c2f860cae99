#ifndef ACTANT_EXPORT_CSV_H_
#define ACTANT_EXPORT_CSV_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace actant {

/// One row after the other in the form of RFC 4180: UTF-8 without byte order mark, `\n` at the end of a row, quotes
/// where they are needed, no line end inside a field (white space is collapsed).
class CsvRow {
 public:
  /// `excel`: a `'` goes before text that a spreadsheet would take for a formula.
  CsvRow(std::string& out, bool excel) : out_(out), excel_(excel) {}
  ~CsvRow() { out_ += '\n'; }
  CsvRow(const CsvRow&) = delete;
  CsvRow& operator=(const CsvRow&) = delete;

  CsvRow& text(std::string_view value);
  CsvRow& number(double value);
  CsvRow& count(uint64_t value);
  CsvRow& flag(bool value) { return plain(value ? "true" : "false"); }
  /// What needs no quotes for certain: ids, dates.
  CsvRow& plain(std::string_view value);

 private:
  void separate();

  std::string& out_;
  bool excel_;
  bool first_ = true;
};

}  // namespace actant

#endif  // ACTANT_EXPORT_CSV_H_
