#ifndef ACTANT_EXTRACT_TEXT_ARTICLE_SOURCE_H_
#define ACTANT_EXTRACT_TEXT_ARTICLE_SOURCE_H_

#include <functional>
#include <string>
#include <string_view>

#include "extract/text/article_reader.h"

namespace actant {

/// The record that an article was read from.
struct SourceRecord {
  InputArticle article;  ///< as it is read there now; info.origin is the name of the stream, without `place`
  /// As the archive holds it once what it is packed in is undone: a record of a WARC with its headers, a line of JSON
  /// Lines, a row of a table, an element of XML, a message, a file. Of a file in another character set than UTF-8 that
  /// holds several records they are in UTF-8.
  std::string bytes;
  std::string changed;  ///< why it is not the article that was asked for, as `differs` said; empty: it is
};

/// Why an article found at the place asked for is another one; empty when it is the same.
using Differs = std::function<std::string(const InputArticle& article)>;

/// Finds the record of an article again by its ArticleInfo::origin. Where several members of a container have one name,
/// the first that does not differ is taken.
///
/// `archive`: where the file lies now, or a folder that it lies below with any of its former folders; empty: where it
/// was. `options` must read the record as those did that the origin came from (field names, character set).
///
/// Cost: a record of a WARC in a file or in gzip is read at once, any other by reading what is before it in its file.
/// Memory: as ArticleReader, and the record.
/// \throws IoError when the file or the record is not there any more, or cannot be read.
SourceRecord find_source(const std::string& origin, const std::string& archive, const ReadOptions& options,
                         const Differs& differs);

/// What the server sent, without the headers of WARC and HTTP, chunks and content encoding; `record` itself when it is
/// no record of a WARC.
std::string page_of(const std::string& record);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_ARTICLE_SOURCE_H_
