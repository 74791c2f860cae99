#ifndef ACTANT_EXTRACT_TEXT_FORMAT_XML_TREE_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_XML_TREE_H_

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/text/archive/input_stream.h"

namespace actant {

/// An element of XML with what it holds, or a run of text (no name).
struct XmlNode {
  std::string name;  ///< without prefix, but for the prefixes content, dc, media and itunes: `content:encoded`
  std::string text;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<XmlNode> children;

  /// The first child element of a name; null when there is none.
  const XmlNode* child(std::string_view child_name) const;
  /// The first element of a name anywhere below, in document order; null when there is none.
  const XmlNode* find(std::string_view element_name) const;
  std::string_view attribute(std::string_view attribute_name) const;
  /// All text below, as it stands.
  std::string all_text() const;
  /// all_text() of a child with blanks collapsed; empty when there is none.
  std::string text_of(std::string_view child_name) const;
  /// What it holds, as markup again: for the converter of HTML. Elements called `skipped` are left out.
  std::string inner_markup(std::string_view skipped = {}) const;
};

/// Cuts a stream of XML into records: the elements of some names, each as a small tree, in memory bounded by the
/// largest one. Through expat, fed block by block. Nothing outside of the stream is ever opened: DTDs are answered with
/// the entities of HTML, other external entities with nothing; entities that the document defines are bounded by expat
/// itself.
class XmlRecords {
 public:
  /// `names`: of the elements that are records. `stream` is borrowed and UTF-8.
  XmlRecords(InputStream& stream, std::vector<std::string_view> names, size_t limit);
  ~XmlRecords();

  enum class Result {
    kRecord,
    kTooLarge,  ///< a record of more than `limit` bytes was passed over
    kEnd,
  };
  /// The next record. \throws ParseError when the XML is not well formed: the records before it have been given.
  Result next(XmlNode& record);

  uint64_t line() const;  ///< where the record given last begins
  uint64_t byte() const;  ///< the same in bytes of the stream
  uint64_t end() const;   ///< the byte behind it
  /// Text of elements outside of records, the first of each name: `title`, `language` of a feed's channel.
  std::string outer(std::string_view name) const;
  const std::string& root() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_XML_TREE_H_
