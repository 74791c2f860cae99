// Any bytes as a crawl, plain and packed: records that are broken are told, and reading ends. A small limit on articles
// is part of it.

#include "extract/text/archive/gzip_source.h"
#include "extract/text/article_source.h"
#include "extract/text/format/warc_reader.h"
#include "tests/fuzz/read_records.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace actant;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto make = [](ReaderContext& context, InputStream& stream) {
    return std::make_unique<WarcReader>(context, stream);
  };
  fuzz::read_in_pieces(bytes, make);
  ReadOptions small;
  small.max_article_bytes = 300;
  fuzz::read_in_pieces(bytes, make, small);
  page_of(std::string(bytes));
  if (!bytes.starts_with("\x1f\x8b")) return 0;
  InputStream packed(std::make_unique<fuzz::BytesSource>(bytes, 100));
  InputStream stream(std::make_unique<GzipSource>(packed));
  fuzz::read_stream(stream, make, {});
  return 0;
}
