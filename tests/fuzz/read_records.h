#ifndef ACTANT_TESTS_FUZZ_READ_RECORDS_H_
#define ACTANT_TESTS_FUZZ_READ_RECORDS_H_

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>
#include <optional>
#include <source_location>
#include <string>
#include <string_view>

#include "extract/text/archive/input_stream.h"
#include "extract/text/format/record_reader.h"
#include "extract/text/utf8.h"
#include "graph/model/error.h"

// What the fuzz targets of the readers share: bytes as a stream in small pieces, and what must hold of every article
// and every complaint, whatever the bytes are.

namespace actant::fuzz {

inline void require(bool holds, std::source_location where = std::source_location::current()) {
  if (holds) return;
  std::fprintf(stderr, "%s:%u: does not hold\n", where.file_name(), static_cast<unsigned>(where.line()));
  std::abort();
}

inline void require_utf8(const std::string& text, std::source_location where = std::source_location::current()) {
  require(find_invalid_utf8(text) == text.size(), where);
}

/// Bytes in memory, handed out in pieces of `piece` bytes, so that what is read does not depend on where a buffer ends.
class BytesSource : public ByteSource {
 public:
  BytesSource(std::string_view bytes, size_t piece, bool seekable = false)
      : bytes_(bytes), piece_(piece), seekable_(seekable) {}
  size_t read(char* out, size_t size) override {
    const size_t count = std::min({size, piece_, bytes_.size() - at_});
    std::memcpy(out, bytes_.data() + at_, count);
    at_ += count;
    return count;
  }
  bool seek(uint64_t offset) override {
    if (!seekable_ || offset > bytes_.size()) return false;
    at_ = offset;
    return true;
  }
  std::optional<uint64_t> size() const override {
    return seekable_ ? std::optional<uint64_t>(bytes_.size()) : std::nullopt;
  }

 private:
  std::string_view bytes_;
  size_t piece_, at_ = 0;
  bool seekable_;
};

/// What a reader gave, with the bytes of the records, in one string, to compare two runs.
struct ReadResult {
  std::string articles;
  uint64_t given = 0, told = 0;
  bool operator==(const ReadResult&) const = default;
};

using MakeReader = std::function<std::unique_ptr<RecordReader>(ReaderContext& context, InputStream& stream)>;

/// Reads `bytes` to their end with the reader that `make` makes; `stream` may be one over another source. Articles are
/// UTF-8 with text in them, and the bytes of their records can be had again; complaints are one line.
inline ReadResult read_stream(InputStream& stream, const MakeReader& make, const ReadOptions& options) {
  ReadResult result;
  ReaderContext context;
  stream.keep(64 << 20);
  context.options = &options;
  context.name = context.file = "input";
  context.tell = [&](const ReadProblem& problem) {
    require(!problem.reason.empty());
    ++result.told;
  };
  try {
    const std::unique_ptr<RecordReader> reader = make(context, stream);
    if (!reader) return result;
    for (InputArticle article; reader->next(article); article = {}) {
      require(!article.text.empty());
      require_utf8(article.text);
      const std::string& text = article.text;
      const ArticleInfo& info = article.info;  // ArticleReader sees to it that these are UTF-8 as well: fuzz_article
      for (const std::string* field :
           {&text, &info.title, &info.source, &info.url, &info.id, &info.language, &info.date}) {
        result.articles.append(*field).push_back('\0');
      }
      const auto record = stream.kept(reader->record_begin(), reader->record_end());
      require(record && !record->empty());
      result.articles += *record;
      require(++result.given <= 1'000'000);
    }
  } catch (const IoError&) {
    ++result.told;
  }
  return result;
}

/// Reads `bytes` in pieces of different sizes: the results are the same.
inline void read_in_pieces(std::string_view bytes, const MakeReader& make, const ReadOptions& options = {}) {
  const auto read = [&](size_t piece) {
    InputStream stream(std::make_unique<BytesSource>(bytes, piece));
    return read_stream(stream, make, options);
  };
  require(read(bytes.size() + 1) == read(7));
}

}  // namespace actant::fuzz

#endif  // ACTANT_TESTS_FUZZ_READ_RECORDS_H_
