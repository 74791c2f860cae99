#ifndef ACTANT_TOOLS_CLI_ARTICLE_RUN_H_
#define ACTANT_TOOLS_CLI_ARTICLE_RUN_H_

#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "extract/extractor.h"
#include "extract/text/article_reader.h"
#include "graph/model/record.h"
#include "tools/cli/console.h"
#include "tools/cli/option_table.h"
#include "tools/cli/read_tally.h"

namespace actant {

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using FilePointer = std::unique_ptr<std::FILE, FileCloser>;
/// Opens a file for the results of a command. \throws IoError when it cannot be written, or exists and `force` is
/// false.
FilePointer open_result_file(const std::string& path, bool force);

/// Which articles to read and how: the arguments and flags that build and extract share.
struct ArticleOptions {
  std::vector<std::string> paths;
  uint32_t jobs = 0;  ///< 0: the number of processors
  ExtractOptions extract;
  ReadOptions read;
  bool keep_duplicates = false;
  std::string errors;  ///< file for the list of what was not read; empty: none
  bool quiet = false;  ///< what is lost is counted only and does not change the exit status
  bool open = false;   ///< --open was given; the command says which open relations that means

  void declare(OptionTable& table);
};

/// The flags that say how records are read whose files do not: --field and --encoding.
void declare_record_options(OptionTable& table, ReadOptions& read);

/// An article that was read, or that need not be.
struct ReadArticle {
  Record record;             ///< `doc` alone when `known`
  uint64_t fingerprint = 0;  ///< of text, metadata, model and options: what Store::contains() asks for
  bool known = false;
  uint64_t text_bytes = 0;
  std::string format;  ///< that it was read from
};

/// What a run came to, besides what was taken.
struct ArticleRunResult {
  std::map<std::string, uint64_t> skipped;  ///< articles and files by reason
  bool interrupted = false;
};

/// Reads articles on one thread, extracts on `jobs` threads, and hands the results to the caller's thread in the order
/// of the input, so that nothing depends on the number of threads. Problems are told as they come and do not end the
/// run.
class ArticleRun {
 public:
  /// True when the article need not be read again. Called on the working threads.
  using IsKnown = std::function<bool(const ArticleInfo& info, uint64_t fingerprint)>;
  /// May move out of the article.
  using Take = std::function<void(ReadArticle& article)>;

  /// Loads the model. \throws Error naming the model file.
  ArticleRun(const ArticleOptions& options, Console& console);

  /// The version of the extractor, for Store::add().
  std::string model_version() const { return extractor_->version(); }

  /// Ends at the end of the input or, after the articles that were begun, when interrupted() is true.
  ArticleRunResult run(const IsKnown& is_known, const Take& take);

  /// What was read so far, by format. The caller of run() may add what it skips itself.
  const ReadTally& tally() const { return *tally_; }
  /// Counts and lists a record that is not read; one that is lost is told as a problem, unless the user wants quiet.
  void skip(const SkippedRecord& record);

 private:
  struct Item;
  void extract(Item& item, Extractor::Worker& worker, const IsKnown& is_known) const;
  uint64_t fingerprint(const ArticleInfo& info, const std::string& text) const;

  const ArticleOptions& options_;
  Console& console_;
  std::unique_ptr<std::FILE, FileCloser> errors_;
  std::unique_ptr<ReadTally> tally_;
  std::shared_ptr<const Extractor> extractor_;
  std::string version_;  // of the extractor, with the options that change what it writes
};

/// Loads the model; where `options` name no directory, the one of $ACTANT_MODEL_DIR. \throws Error naming the file.
std::shared_ptr<const Extractor> load_extractor(ExtractOptions options);

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_ARTICLE_RUN_H_
