#ifndef ACTANT_EXTRACT_TEXT_HTML_TEXT_BLOCKS_H_
#define ACTANT_EXTRACT_TEXT_HTML_TEXT_BLOCKS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/text/html/html_tree.h"

namespace actant {

/// A run of text that no block element parts: a paragraph, a heading, an item, the text of a bare `<div>`.
struct TextBlock {
  uint32_t node = 0;              ///< the element it belongs to: the innermost block element around it
  HtmlTag tag = HtmlTag::kBlock;  ///< of that element
  uint8_t level = 0;              ///< of a heading
  std::string text;               ///< white space collapsed; `\n` for a single line break
  uint32_t words = 0;
  uint32_t linked_words = 0;  ///< of them in links
  uint32_t links = 0;
  bool in_list = false;
  bool in_table = false;
};

/// Cuts what a page shows into blocks, in document order. What an inline element hides is left out.
std::vector<TextBlock> cut_text_blocks(const HtmlTree& tree);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_HTML_TEXT_BLOCKS_H_
