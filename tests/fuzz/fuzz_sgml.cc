// Any bytes as the SGML of Reuters-21578.

#include "extract/text/format/sgml_reader.h"
#include "tests/fuzz/read_records.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace actant;
  fuzz::read_in_pieces({reinterpret_cast<const char*>(data), size}, [](ReaderContext& context, InputStream& stream) {
    return std::make_unique<SgmlReader>(context, stream);
  });
  return 0;
}
