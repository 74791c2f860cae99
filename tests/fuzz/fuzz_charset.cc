// Any bytes in any character set: decoding gives UTF-8, and as a stream the same as at once.

#include "extract/text/archive/charset.h"
#include "tests/fuzz/read_records.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace actant;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  is_known_charset(bytes.substr(0, 20));
  fuzz::require_utf8(replace_invalid_utf8(bytes));
  fuzz::require_utf8(decode_with_hints(std::string(bytes), {bytes.substr(0, 10)}));
  for (const char* label :
       {"windows-1252", "utf-16le", "utf-32be", "shift_jis", "gb18030", "euc-kr", "iso-2022-jp", "big5"}) {
    fuzz::require_utf8(decode(bytes, label));
    InputStream encoded(std::make_unique<fuzz::BytesSource>(bytes, 5));
    InputStream stream(std::make_unique<DecodingSource>(encoded, label));
    std::string text;
    fuzz::require(stream.read_all(text, 1 << 24));
    fuzz::require_utf8(text);
  }
  return 0;
}
