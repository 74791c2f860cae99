// Any bytes as each kind of XML: feeds, NITF, NewsML, NewsML-G2.

#include "extract/text/format/xml_reader.h"
#include "tests/fuzz/read_records.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace actant;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const XmlKind root = xml_kind(first_element(bytes));
  for (const XmlKind kind : {XmlKind::kRss, XmlKind::kAtom, XmlKind::kNitf, XmlKind::kNewsMl, XmlKind::kNewsMlG2}) {
    if (root != XmlKind::kUnknown && root != XmlKind::kHtml && root != kind) continue;
    fuzz::read_in_pieces(bytes, [kind](ReaderContext& context, InputStream& stream) {
      return std::make_unique<XmlReader>(context, stream, kind);
    });
  }
  return 0;
}
