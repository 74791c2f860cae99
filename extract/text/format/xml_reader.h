#ifndef ACTANT_EXTRACT_TEXT_FORMAT_XML_READER_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_XML_READER_H_

#include <string>
#include <string_view>

#include "extract/text/format/record_reader.h"
#include "extract/text/format/xml_tree.h"

namespace actant {

/// What the root element of an XML file says it is.
enum class XmlKind {
  kUnknown,
  kHtml,
  kRss,       ///< `rss` or `rdf:RDF`; also the export of WordPress
  kAtom,      ///< `feed`
  kNitf,      ///< `nitf`
  kNewsMl,    ///< NewsML 1, `NewsML`
  kNewsMlG2,  ///< `newsItem`, `newsMessage`, `packageItem`
};

/// The kind by the name of the root element, and that name.
XmlKind xml_kind(std::string_view root);

/// The name of the first element behind declarations and comments, as it is written; empty when there is none.
std::string first_element(std::string_view head);

/// RSS, Atom, NITF and NewsML, record by record: see feed_article.h and news_article.h. Broken XML ends the file, what
/// came before it is read.
class XmlReader : public RecordReader {
 public:
  XmlReader(ReaderContext& context, InputStream& stream, XmlKind kind);
  std::string_view format() const override;
  bool next(InputArticle& article) override;
  uint64_t record_end() const override { return records_.end(); }

 private:
  std::string fill(const XmlNode& record, InputArticle& article) const;

  XmlKind kind_;
  XmlRecords records_;
  uint64_t given_ = 0;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_XML_READER_H_
