#include "extract/text/format/json_reader.h"

#include "extract/text/format/json_article.h"
#include "extract/text/strings.h"

namespace actant {

bool JsonLinesReader::next(InputArticle& article) {
  bool long_line = false;
  for (;;) {
    line_.clear();
    begin_record(stream_.offset());
    if (!stream_.read_line(line_, options().max_article_bytes, long_line)) return false;
    ++context_.line;
    if (long_line) {
      lose("", context_.line, too_large());
      continue;
    }
    if (trim(line_).empty()) continue;
    std::string reason = parse_json_article(line_, options(), article);
    if (reason.empty()) {
      article.place = ":" + std::to_string(context_.line);
      return true;
    }
    lose("", context_.line, std::move(reason));
    article = {};
  }
}

JsonReader::JsonReader(ReaderContext& context, InputStream& stream, size_t array)
    : RecordReader(context, stream), elements_(stream) {
  if (array > 0) elements_.enter_array(array);
}

bool JsonReader::next(InputArticle& article) {
  using Result = JsonElementReader::Result;
  for (;;) {
    const Result result = elements_.next(element_, options().max_article_bytes);
    if (result == Result::kEnd) return false;
    begin_record(elements_.begin());
    const bool behind_another = elements_.line() == context_.line;
    context_.line = elements_.line();
    std::string reason;
    if (result == Result::kElement) reason = parse_json_article(element_, options(), article);
    if (result == Result::kTooLarge) reason = too_large();
    if (result == Result::kCut) reason = "broken JSON: the file ends within the object that begins here";
    if (result == Result::kNoObject) reason = "no record: expected JSON objects";
    if (reason.empty()) {
      article.place = behind_another ? "@" + std::to_string(elements_.begin()) : ":" + std::to_string(context_.line);
      return true;
    }
    lose("", context_.line, std::move(reason));
    article = {};
  }
}

}  // namespace actant
