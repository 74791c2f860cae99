#ifndef ACTANT_EXTRACT_TEXT_FORMAT_WARC_READER_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_WARC_READER_H_

#include <string>

#include "extract/text/format/http_message.h"
#include "extract/text/format/record_reader.h"
#include "extract/text/html/html_converter.h"

namespace actant {

/// WARC 1.0 and 1.1 (ISO 28500), with one gzip member a record as CC-NEWS has it, and WET: `response` and `resource`
/// records of web pages and plain text, and `conversion` records. Everything else is passed over and counted by kind.
/// The place of an article is `@BYTE#ID`: the byte where its record (or the gzip member of it) begins and the record
/// id.
///
/// A broken record costs no other: reading goes on at the next line that begins with `WARC/`.
class WarcReader : public RecordReader {
 public:
  using RecordReader::RecordReader;
  std::string_view format() const override { return conversion_ ? "WET" : "WARC"; }
  bool next(InputArticle& article) override;
  void resume() override { inside_ = false; }

 private:
  struct Record {
    HeaderFields headers;
    uint64_t length = 0;
    std::string place;
    std::string type, address, date;
  };
  bool read_head(Record& record);
  bool find_version_line(std::string& place);
  bool take(const Record& record, InputArticle& article);
  bool damaged_behind();
  std::string read_response(const Record& record, InputArticle& article);
  std::string read_text(std::string&& bytes, std::string_view charset, InputArticle& article);
  std::string read_page(std::string&& bytes, std::string_view charset, const Record& record, InputArticle& article);

  std::string block_;
  std::string header_;
  HtmlConverter converter_;
  bool conversion_ = false;
  bool inside_ = false;  // garbage after a record has been told
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_WARC_READER_H_
