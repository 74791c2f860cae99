#ifndef ACTANT_EXTRACT_TEXT_FORMAT_JSON_READER_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_JSON_READER_H_

#include <string>

#include "extract/text/format/json_element_reader.h"
#include "extract/text/format/record_reader.h"

namespace actant {

/// JSON Lines: each line one article (json_article.h). A broken line costs no other.
class JsonLinesReader : public RecordReader {
 public:
  using RecordReader::RecordReader;
  std::string_view format() const override { return "JSON Lines"; }
  bool next(InputArticle& article) override;

 private:
  std::string line_;
};

/// JSON over any number of lines: the objects of an array, one behind the other, or in an array within an object.
class JsonReader : public RecordReader {
 public:
  /// `array` is where the array of articles begins, as find_article_array() gives it; 0: there is none.
  JsonReader(ReaderContext& context, InputStream& stream, size_t array);
  std::string_view format() const override { return "JSON"; }
  bool next(InputArticle& article) override;

 private:
  JsonElementReader elements_;
  std::string element_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_JSON_READER_H_
