#ifndef ACTANT_EXTRACT_TEXT_ARTICLE_READER_H_
#define ACTANT_EXTRACT_TEXT_ARTICLE_READER_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/text/date.h"
#include "graph/model/record.h"

namespace actant {

/// What the date of an article rests on.
enum class DateBasis : uint8_t {
  kUnknown,   ///< there is no date
  kGiven,     ///< the article's own metadata, or the user
  kAddress,   ///< the URL
  kFileName,  ///< the name of the file
  kCrawl,     ///< the day a crawler fetched it: published then or before
};

/// `given`, `url`, `file name`, `crawl`; empty for kUnknown.
std::string_view name_of(DateBasis basis);

/// One article of the input: what is known of it and its text, UTF-8. Texts of plain files and of JSON are exactly as
/// the input gave them; pages, feeds and mails give the text extracted from them. Offsets of records refer to it either
/// way.
struct InputArticle {
  ArticleInfo info;
  std::string text;
  std::string author;       ///< as the input names them, several parted by commas; empty when it does not
  std::string_view format;  ///< of the record it was read from, as RecordReader::format()
  DateBasis date_basis = DateBasis::kUnknown;
  bool excerpt = false;  ///< a summary only: a feed that gives no more
  std::string place;     ///< where in its file: `:12` (line), `@4711` (byte), `@4711#ID` (record id); ends info.origin
  std::string unclear_date;  ///< a date whose day and month cannot be told apart; empty in what ArticleReader gives out
  DayMonthOrder date_order = DayMonthOrder::kUnknown;  ///< the order that its date shows
  bool named_by_file = false;                          ///< the file is this article alone
};

/// A record of the input that was left out; reading goes on behind it.
struct ReadProblem {
  std::string path;  ///< file or folder as it was reached from the paths given; `standard input` for `-`; `file!member`
                     ///< inside of archives; with the place of the record, `@byte#id`, for WARC
  uint64_t line = 0;   ///< counts from 1; 0 where no line is to blame
  std::string reason;  ///< one line without a final period; what stands before a colon is the kind, behind it details
  std::string_view format;  ///< of the record; empty where none was recognized
  bool lost = true;         ///< false where there is nothing to read or nothing wanted: duplicates, images of a crawl
};

using ProblemHandler = std::function<void(const ReadProblem&)>;

struct ReadOptions {
  /// Articles with more bytes of text (or of the record around it) are reported and skipped; bounds the memory of a
  /// reader.
  uint64_t max_article_bytes = 64u << 20;
  /// Field of JSON records and tables to take for the text, the title, ... instead of the names known (field_names.h);
  /// empty: those.
  std::string text_field, title_field, date_field, source_field, url_field, language_field, id_field, author_field;
  /// The date of articles that give none (calendar form); empty: unknown.
  std::string date;
  /// The order of day and month in dates like 03/04/2025; unknown: that of the other dates of the file.
  DayMonthOrder day_month_order = DayMonthOrder::kUnknown;
  /// The character set of files that are not UTF-8 and do not say theirs; empty: tables are read as Windows-1252, other
  /// files are reported.
  std::string encoding;
  /// An article given before is told and skipped: the same text (but for white space) with the same address, else the
  /// same source where there is no address, or with the same id. The text alone does not make a duplicate: a wire story
  /// is evidence of each outlet that prints it, and the graph links its copies.
  bool skip_duplicates = true;
};

/// Reads archives article by article in bounded memory.
///
/// PATH is a file, a folder (read recursively in byte order of the names; names that begin with a dot and those of
/// pictures, sound, programs and styles are passed over) or `-` for standard input. What a file is, is told by its
/// content, not by its name (format/recognize.h): gzip, zstd, xz, bzip2; zip and tar, within each other too; WARC,
/// HTML, JSON Lines, JSON arrays and objects, tables, RSS, Atom, NITF, NewsML-G2, SGML of Reuters, Markdown, e-mail,
/// mbox; else plain text.
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
/// (but for its scheme, `www.`, fragment and parameters `utm_...`; without one the file name and place) and the text.
/// `info.date` is in calendar form (date.h), empty when it cannot be read; text and Markdown without a date take it
/// from the name of the file (date_in_name()), then from ReadOptions::date. `info.language` is empty when the input
/// does not say. `info.origin` says where to find the record again: `FILE[!MEMBER...][:LINE | @BYTE[#ID]]`, where BYTE
/// is that of the compressed file when each record is packed alone.
///
/// Memory: a buffer for each layer of packing, the largest record, and 16 to 48 bytes for each article read.
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
  uint64_t lost() const;      ///< of them, those that are ReadProblem::lost
  uint64_t files() const;     ///< opened, standard input included

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_ARTICLE_READER_H_
