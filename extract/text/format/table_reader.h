#ifndef ACTANT_EXTRACT_TEXT_FORMAT_TABLE_READER_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_TABLE_READER_H_

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/text/format/record_reader.h"

namespace actant {

/// How the cells of a table are parted.
struct TableShape {
  char delimiter = '\0';  ///< comma, tab, semicolon or bar; NUL: no table
  size_t columns = 0;
};

/// Looks whether text begins with the header of a table: at least two names parted by one of the delimiters, as many
/// cells in the rows behind it, and one of the names known (field_names.h). `named`: the file is called .csv or .tsv,
/// any header does.
TableShape find_table(std::string_view head, bool named, const ReadOptions& options);

/// CSV and TSV (RFC 4180, with quoted line breaks): the first row names the columns, every other one is an article,
/// read under the names of field_names.h. A row with another number of cells is told and passed over.
class TableReader : public RecordReader {
 public:
  TableReader(ReaderContext& context, InputStream& stream, TableShape shape);
  std::string_view format() const override { return shape_.delimiter == '\t' ? "TSV" : "CSV"; }
  bool next(InputArticle& article) override;

 private:
  bool read_row();
  bool read_header();
  std::string fill(InputArticle& article);

  TableShape shape_;
  std::vector<std::string> cells_;
  std::unordered_map<std::string, size_t> columns_;  // by name in lower case
  bool begun_ = false, ended_ = false;
  bool too_large_ = false;  // the row just read
  uint64_t lines_ = 0;      // read so far
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_TABLE_READER_H_
