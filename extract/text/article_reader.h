#ifndef ACTANT_EXTRACT_TEXT_ARTICLE_READER_H_
#define ACTANT_EXTRACT_TEXT_ARTICLE_READER_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "graph/model/record.h"

namespace actant {

/// One article of the input: what is known of it and its text, UTF-8, exactly as the input gave it.
struct InputArticle {
  ArticleInfo info;
  std::string text;
};

/// Something of the input that was left out; reading goes on behind it.
struct ReadProblem {
  std::string path;    ///< file or folder as it was reached from the paths given; `standard input` for `-`
  uint64_t line = 0;   ///< counts from 1; 0 where no line is to blame
  std::string reason;  ///< one line without a final period; says the way out where there is one
};

using ProblemHandler = std::function<void(const ReadProblem&)>;

struct ReadOptions {
  /// Articles with more bytes of text (or of JSON around it) are reported and skipped; bounds the memory of a reader.
  uint64_t max_article_bytes = 64u << 20;
  /// Field of JSON records to take for the text, the title, ... instead of the names known (json_article.h); empty:
  /// those.
  std::string text_field, title_field, date_field, source_field, url_field, language_field, id_field;
};

/// Reads archives article by article in bounded memory.
///
/// PATH is a file, a folder (read recursively in byte order of the names; names that begin with a dot and files that
/// are not named .txt, .text, .json, .jsonl, .ndjson or without extension, gzip or not, are passed over) or `-` for
/// standard input. The kind of a file is told by its content, not by its name: gzip (all members), JSON Lines, a JSON
/// array or object, else plain text.
///
/// Plain text is one article. Lines `key: value` at its top with the keys title, date, source, url, language and id
/// (others between them are passed over), ended by an empty line, are metadata; the text begins behind that empty line.
/// Without such lines the text is the whole file, and its first line is also the title when it is short (up to 150
/// bytes), does not end in a full stop and is followed by an empty line. In JSON the text is the string of the text
/// field. Nothing else is changed: offsets of records count from there, line breaks included. A byte order mark is no
/// part of the text.
///
/// `info.id` is the id that the input gives, else for a plain file its name without extension (its path without
/// extension where an earlier file of the run had that name), else `a-` and 16 hexadecimal digits of XXH64 over the URL
/// (or the file name and line) and the text. `info.date` is in calendar form (date.h), empty when it cannot be read.
/// `info.language` is empty when the input does not say.
///
///     ArticleReader reader({"archive/"}, {}, [](const ReadProblem& problem) { report(problem); });
///     InputArticle article;
///     while (reader.next(article)) use(article);
///
/// Not thread-safe: for one reading thread. The handler is called from within next().
class ArticleReader {
 public:
  /// Touches no file. `on_problem` may be empty.
  ArticleReader(std::vector<std::string> paths, ReadOptions options, ProblemHandler on_problem);
  ~ArticleReader();
  ArticleReader(const ArticleReader&) = delete;
  ArticleReader& operator=(const ArticleReader&) = delete;

  /// The next article; false at the end. Never throws for what the input holds: a path that is missing or cannot be
  /// read, text that is not UTF-8, a broken record, an empty file or folder go to the handler and are counted.
  bool next(InputArticle& article);

  /// Bytes of files read so far (compressed size for gzip).
  uint64_t bytes_read() const;
  /// Bytes of all files to read; 0 when unknown (standard input). Each call looks through the folders.
  uint64_t bytes_total();
  uint64_t articles() const;  ///< given out by next()
  uint64_t problems() const;  ///< told to the handler
  uint64_t files() const;     ///< opened, standard input included

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_ARTICLE_READER_H_
