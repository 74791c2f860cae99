#ifndef ACTANT_EXTRACT_TEXT_HTML_MAIN_TEXT_H_
#define ACTANT_EXTRACT_TEXT_HTML_MAIN_TEXT_H_

#include <string>
#include <string_view>

#include "extract/text/html/html_tree.h"

namespace actant {

/// The running text of the article on a page: paragraphs parted by an empty line, headings, list items and table rows
/// as paragraphs of their own; navigation, teasers, captions, share bars, comments and legal notes left out. `title`
/// (may be empty) is not repeated at the top.
///
/// The page is cut into blocks of text; a block is worth its words, less those in links, less a fee, so that menus are
/// debts and paragraphs are assets. The article is the element whose blocks are worth most (Pasternack and Roth,
/// Extracting Article Text from the Web with Maximum Subsequence Segmentation, WWW 2009, over subtrees in place of
/// sequences); what is in debt inside it is cut out. `known_body`, where not empty, is the text that the page's own
/// metadata give, which settles doubtful blocks.
///
/// Cost: linear in the nodes.
std::string find_main_text(const HtmlTree& tree, std::string_view title, std::string_view known_body);

/// All text of a page or fragment in the same form, nothing left out: for feeds and mails, which hold no navigation.
std::string all_text(const HtmlTree& tree);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_HTML_MAIN_TEXT_H_
