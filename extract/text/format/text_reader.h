#ifndef ACTANT_EXTRACT_TEXT_FORMAT_TEXT_READER_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_TEXT_READER_H_

#include "extract/text/format/record_reader.h"

namespace actant {

/// A file of plain text as one article: see plain_text_article.h.
class PlainTextReader : public RecordReader {
 public:
  using RecordReader::RecordReader;
  std::string_view format() const override { return "text"; }
  bool next(InputArticle& article) override;
  bool named_by_file() const override { return true; }

 private:
  bool done_ = false;
};

/// A file of Markdown as one article, its front matter as metadata: see markdown_article.h.
class MarkdownReader : public RecordReader {
 public:
  using RecordReader::RecordReader;
  std::string_view format() const override { return "Markdown"; }
  bool next(InputArticle& article) override;
  bool named_by_file() const override { return true; }

 private:
  bool done_ = false;
};

/// A web page as one article: see html/html_converter.h.
class HtmlReader : public RecordReader {
 public:
  using RecordReader::RecordReader;
  std::string_view format() const override { return "HTML"; }
  bool next(InputArticle& article) override;

 private:
  bool done_ = false;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_TEXT_READER_H_
