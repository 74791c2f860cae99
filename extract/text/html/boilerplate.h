#ifndef ACTANT_EXTRACT_TEXT_HTML_BOILERPLATE_H_
#define ACTANT_EXTRACT_TEXT_HTML_BOILERPLATE_H_

#include <string_view>

#include "extract/text/html/text_blocks.h"

namespace actant {

/// Whether a class or id says that an element is no part of the article: `share-bar`, `relatedArticles`, `comments`. Words
/// are told apart at hyphens, underscores, blanks and capitals.
bool names_boilerplate(std::string_view class_or_id);

/// Whether a class or id says that an element holds what readers wrote.
bool names_comments(std::string_view class_or_id);

/// Whether a class or id says that an element is the body of the article: `article-body`, `entry-content`, `storyBody`.
bool names_article_body(std::string_view class_or_id);

/// Whether a short block is a remark of the page, not of the article: `Advertisement`, `Read more: ...`, `Share this`,
/// `Sign up for our newsletter`, `© 2024 ...`. English, case ignored.
bool is_page_remark(const TextBlock& block);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_HTML_BOILERPLATE_H_
