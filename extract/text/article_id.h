#ifndef ACTANT_EXTRACT_TEXT_ARTICLE_ID_H_
#define ACTANT_EXTRACT_TEXT_ARTICLE_ID_H_

#include <string>
#include <string_view>

namespace actant {

/// Equal for addresses of one page: without scheme, `www.`, fragment, slash at the end, and parameters `utm_...` that
/// tell where a reader came from; host in lower case. `http://www.E.org/a/?utm_source=x#top` gives `e.org/a`.
std::string canonical_address(std::string_view address);

/// The id of an article whose input gives none: `a-` and 16 hexadecimal digits of XXH64 over its text and its canonical
/// address; without one the name of its file (`stream`, whose folders do not count) and its place there.
std::string make_article_id(const std::string& url, const std::string& stream, const std::string& place,
                            const std::string& text);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_ARTICLE_ID_H_
