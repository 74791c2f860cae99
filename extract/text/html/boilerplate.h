#ifndef ACTANT_EXTRACT_TEXT_HTML_BOILERPLATE_H_
#define ACTANT_EXTRACT_TEXT_HTML_BOILERPLATE_H_

#include <cstdint>
#include <string_view>

#include "extract/text/html/text_blocks.h"

namespace actant {

/// What the name of an element, its class, id or role, says of it. Bits of HtmlNode::marks.
enum HtmlMark : uint8_t {
  kMarkHidden = 1,       ///< not shown
  kMarkBoilerplate = 2,  ///< no part of the article
  kMarkComments = 4,     ///< what readers wrote; boilerplate as well
  kMarkBody = 8,         ///< the body of the article
  kMarkDialog = 16,      ///< a window over the page: cookies, consent; boilerplate as well
};

/// The marks of a class or id, whose words are told apart at hyphens, underscores, blanks and capitals: `share-bar` and
/// `relatedArticles` are boilerplate, `comments` holds what readers wrote, `article-body`, `entry-content`, `storyBody`
/// are the body.
uint8_t marks_of_name(std::string_view class_or_id);
/// The marks of an ARIA role: `navigation` and the like are boilerplate.
uint8_t marks_of_role(std::string_view role);

/// Whether a short block is a remark of the page, not of the article: `Advertisement`, `Read more: ...`, `Share this`,
/// `Sign up for our newsletter`, `© 2024 ...`. English, case ignored.
bool is_page_remark(const TextBlock& block);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_HTML_BOILERPLATE_H_
