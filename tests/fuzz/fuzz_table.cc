// Any bytes as a table with each delimiter.

#include "extract/text/format/table_reader.h"
#include "tests/fuzz/read_records.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace actant;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const ReadOptions options;
  find_table(bytes, false, options);
  const TableShape shape = find_table(bytes, true, options);
  for (const char delimiter : {',', '\t', ';', '|'}) {
    if (shape.delimiter != '\0' && shape.delimiter != delimiter) continue;
    fuzz::read_in_pieces(bytes, [delimiter](ReaderContext& context, InputStream& stream) {
      return std::make_unique<TableReader>(context, stream, TableShape{delimiter, 0});
    });
  }
  return 0;
}
