#ifndef ACTANT_EXTRACT_TEXT_FORMAT_RECORD_READER_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_RECORD_READER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "extract/text/archive/input_stream.h"
#include "extract/text/article_reader.h"

namespace actant {

/// What a reader knows of the stream it reads, and whom it tells what it leaves out.
struct ReaderContext {
  const ReadOptions* options = nullptr;
  std::string name;  ///< how messages call the stream: `a.zip!b.txt`
  std::string file;  ///< last part of its name; empty for standard input
  ProblemHandler tell;
  uint64_t line = 0;  ///< that the reader stands at, for errors of the stream; 0 where it does not count them
};

/// Reads the articles of one format from one stream. One class for each format, made by make_record_reader().
class RecordReader {
 public:
  RecordReader(ReaderContext& context, InputStream& stream) : context_(context), stream_(stream) {}
  virtual ~RecordReader() = default;
  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;

  /// Name of the format as users see it: `WARC`, `JSON Lines`.
  virtual std::string_view format() const = 0;
  /// The next article; false at the end. Fills info (but origin and, where the input has none, id), text, place,
  /// excerpt and date_basis. Records that are none go to context.tell. \throws IoError for what the stream throws.
  virtual bool next(InputArticle& article) = 0;
  /// Called when the stream goes on behind a damage: drops the record under way.
  virtual void resume() {}
  /// Where in the stream the record stands that next() read last: of the article given, or of the one told.
  uint64_t record_begin() const { return begin_; }
  virtual uint64_t record_end() const { return stream_.offset(); }
  /// Whether the file is one article, which its name identifies.
  virtual bool named_by_file() const { return false; }

 protected:
  /// To be called with the offset of the first byte of each record before it is read.
  void begin_record(uint64_t offset) {
    begin_ = offset;
    stream_.keep_from(offset);
  }
  const ReadOptions& options() const { return *context_.options; }
  /// A record that should have been read.
  void lose(std::string_view place, uint64_t line, std::string reason) { tell(place, line, std::move(reason), true); }
  /// A record that is no article.
  void pass_over(std::string_view place, std::string reason) { tell(place, 0, std::move(reason), false); }
  /// The record is larger than ReadOptions::max_article_bytes.
  std::string too_large() const {
    return "too large: more than " + std::to_string(options().max_article_bytes >> 20) + " MiB in one article";
  }

  ReaderContext& context_;
  InputStream& stream_;

 private:
  uint64_t begin_ = 0;

  void tell(std::string_view place, uint64_t line, std::string reason, bool lost) {
    if (context_.tell) context_.tell({context_.name + std::string(place), line, std::move(reason), format(), lost});
  }
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_RECORD_READER_H_
