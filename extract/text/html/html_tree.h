#ifndef ACTANT_EXTRACT_TEXT_HTML_HTML_TREE_H_
#define ACTANT_EXTRACT_TEXT_HTML_HTML_TREE_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace actant {

/// What the readers tell apart; everything else is kOther.
enum class HtmlTag : uint8_t {
  kText,   ///< no element: characters
  kOther,  ///< inline or unknown
  kBlock,  ///< a block that means nothing else: div, section, ...
  kBody,
  kArticle,
  kMain,
  kHeader,
  kParagraph,
  kHeading,  ///< h1 to h6: see HtmlNode::level
  kList,     ///< ul, ol, dl
  kItem,     ///< li, dt, dd
  kQuote,    ///< blockquote
  kPreformatted,
  kTable,
  kRow,
  kCell,
  kForm,
  kLink,   ///< a
  kBreak,  ///< br
  kRule,   ///< hr
  kTime,
  kMeta,  ///< meta, link, base
  kTitle,
  kHtml,
  kHead,
};

/// A node of a page: an element, or a run of characters. Text may be cut into several nodes anywhere.
struct HtmlNode {
  HtmlTag tag = HtmlTag::kOther;
  uint8_t level = 0;  ///< of a heading
  uint8_t marks = 0;  ///< bits of HtmlMark (boilerplate.h), which MarkupFilter wrote into the attribute `m`
  uint32_t parent = 0;
  uint32_t end = 0;               ///< the nodes [index, end) are this one and all it holds
  std::string_view text;          ///< of kText, entities resolved
  const void* element = nullptr;  ///< see HtmlTree::attribute

  bool is_element() const { return tag != HtmlTag::kText; }
};

/// A page as nodes in document order, parsed as browsers do by Gumbo (https://github.com/google/gumbo-parser) in memory
/// of its own: one block for all nodes, given back at once, so that no depth and no number of nodes overruns a stack.
///
/// Reused for page after page. Not thread-safe.
class HtmlTree {
 public:
  HtmlTree();
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  /// Parses `markup` (UTF-8), in which characters from MarkupFilter::kFirstRun on stand for `runs` of text; both must
  /// outlive the tree. \return false when it takes more than 64 MiB and 100 bytes for each byte of it: a page made to
  /// harm. The tree is empty then.
  bool parse(std::string_view markup, std::span<const std::string_view> runs = {});

  const std::vector<HtmlNode>& nodes() const { return nodes_; }
  /// Value of an attribute of the element `node`; empty when it has none.
  std::string_view attribute(const HtmlNode& node, const char* name) const;
  bool has_attribute(const HtmlNode& node, const char* name) const;

 private:
  class Arena;
  void flatten(const void* root, std::span<const std::string_view> runs);
  void add_text(std::string_view text, uint32_t parent, std::span<const std::string_view> runs);

  std::unique_ptr<Arena> arena_;
  std::vector<HtmlNode> nodes_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_HTML_HTML_TREE_H_
