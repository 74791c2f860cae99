// Any bytes as an e-mail and as an mbox; the parts of MIME one by one.

#include "extract/text/format/mail_reader.h"
#include "extract/text/format/mime.h"
#include "tests/fuzz/read_records.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace actant;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  looks_like_mail(bytes);
  looks_like_mbox(bytes);
  for (const bool mbox : {false, true}) {
    fuzz::read_in_pieces(bytes, [mbox](ReaderContext& context, InputStream& stream) {
      return std::make_unique<MailReader>(context, stream, mbox);
    });
  }
  fuzz::require_utf8(decode_words(bytes));
  decode_quoted_printable(bytes);
  decode_base64(bytes);
  return 0;
}
