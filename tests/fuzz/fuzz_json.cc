// Any bytes as JSON Lines, as a stream of JSON objects, and as an array within an object.

#include "extract/text/format/json_article.h"
#include "extract/text/format/json_reader.h"
#include "tests/fuzz/read_records.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace actant;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  fuzz::read_in_pieces(bytes, [](ReaderContext& context, InputStream& stream) {
    return std::make_unique<JsonLinesReader>(context, stream);
  });
  const size_t array = find_article_array(bytes);
  fuzz::require(array <= bytes.size());
  fuzz::read_in_pieces(bytes, [array](ReaderContext& context, InputStream& stream) {
    return std::make_unique<JsonReader>(context, stream, array);
  });
  ReadOptions small;
  small.max_article_bytes = 40;
  fuzz::read_in_pieces(
      bytes,
      [](ReaderContext& context, InputStream& stream) { return std::make_unique<JsonReader>(context, stream, 0); },
      small);
  return 0;
}
