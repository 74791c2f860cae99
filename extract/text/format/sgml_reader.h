#ifndef ACTANT_EXTRACT_TEXT_FORMAT_SGML_READER_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_SGML_READER_H_

#include <string>
#include <string_view>

#include "extract/text/format/record_reader.h"

namespace actant {

/// The SGML of Reuters-21578: elements REUTERS with DATE, TITLE, DATELINE and BODY, in Latin-1 with control characters.
/// The text is dateline and body; a line break followed by blanks begins a paragraph, other line breaks are wrapped
/// lines and become blanks. The place is `@BYTE#NEWID`.
class SgmlReader : public RecordReader {
 public:
  using RecordReader::RecordReader;
  std::string_view format() const override { return "SGML"; }
  bool next(InputArticle& article) override;

 private:
  std::string fill(std::string_view record, InputArticle& article) const;

  std::string record_, line_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_SGML_READER_H_
