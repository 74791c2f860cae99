#include "tools/cli/article_run.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <thread>

#include "extract/text/article_reader.h"
#include "graph/store/store.h"
#include "tools/cli/interrupt.h"
#include "tools/cli/ordered_pipeline.h"
#include "tools/cli/progress.h"

namespace actant {
namespace {

/// Reasons are counted by what stands before a colon, where details of the single article begin; a run that meets more
/// different ones than this counts the rest as one.
constexpr size_t kMostReasons = 20;

void count_reason(std::map<std::string, uint64_t>& skipped, const std::string& reason) {
  std::string kind = reason.substr(0, reason.find(':'));
  if (skipped.size() >= kMostReasons && !skipped.contains(kind)) kind = "other reasons";
  ++skipped[kind];
}

std::string place_of(const ReadProblem& problem) {
  return problem.line > 0 ? problem.path + ":" + std::to_string(problem.line) : problem.path;
}

}  // namespace

/// An article on its way through the threads.
struct ArticleRun::Item {
  ArticleInfo info;
  std::string text;
  uint64_t input_bytes = 0;  // read of all files when this article had been read
  ReadArticle result;
  std::vector<std::string> warnings;
  bool skipped = false;
};

void ArticleOptions::declare(OptionTable& table) {
  table.add(Argument{.name = "PATH",
                     .help = "articles: files (.txt, .jsonl, gzip), directories, or - for standard input",
                     .set = add_text(paths),
                     .repeated = true});
  table.add(Option{.name = "jobs",
                   .letter = 'j',
                   .value = "N",
                   .help = "threads that read articles; default: the number of processors",
                   .set = set_number(jobs, 1, 1024)});
  table.add(Option{.name = "model",
                   .value = "DIR",
                   .help = "directory of the trained model; default $ACTANT_MODEL_DIR, else the one of the program",
                   .set = set_text(extract.model_directory)});
  table.add(Option{.name = "min-confidence",
                   .value = "P",
                   .help = "drop triples that are right with a probability below P, from 0 to 1; default 0",
                   .set = set_fraction(extract.min_confidence)});
  table.add(Option{.name = "language",
                   .value = "LANGUAGE",
                   .help = "skip articles in other languages; default en; any reads all as if they were English",
                   .set = set_text(extract.only_language),
                   .choices = {"en", "any"}});
}

ArticleRun::ArticleRun(const ArticleOptions& options, Console& console) : options_(options), console_(console) {
  const ExtractOptions& extract = options.extract;
  extractor_ = load_extractor(extract);
  version_ = extractor_->version() + "\n" + std::to_string(extract.min_confidence) + " " + extract.only_language;
  if (extract.open != OpenRelations::kOff) version_ += extract.open == OpenRelations::kNew ? " open" : " all open";
}

std::shared_ptr<const Extractor> load_extractor(ExtractOptions options) {
  const char* directory = std::getenv("ACTANT_MODEL_DIR");
  if (options.model_directory.empty() && directory != nullptr) options.model_directory = directory;
  return Extractor::load(options);
}

uint64_t ArticleRun::fingerprint(const ArticleInfo& info, const std::string& text) const {
  std::string version = version_;
  for (const std::string* field : {&info.title, &info.date, &info.source, &info.url})
    version.append("\n").append(*field);
  return article_fingerprint(text, version);
}

void ArticleRun::extract(Item& item, Extractor::Worker& worker, const IsKnown& is_known) const {
  item.result.text_bytes = item.text.size();
  item.result.fingerprint = fingerprint(item.info, item.text);
  if (is_known && is_known(item.info, item.result.fingerprint)) {
    item.result.known = true;
    item.result.record.doc = std::move(item.info);
    return;
  }
  try {
    worker.extract(item.info, item.text, item.result.record);
    item.warnings = worker.warnings();
    // An article that left nothing but a warning was not read: another language, say.
    item.skipped = !item.warnings.empty() && item.result.record.entities.empty();
  } catch (const Error& error) {
    item.warnings = {error.what()};
    item.skipped = true;
  }
  item.text = {};
}

ArticleRunResult ArticleRun::run(const IsKnown& is_known, const Take& take) {
  ArticleRunResult result;
  std::map<std::string, uint64_t> unreadable;  // belongs to the reading thread until it has ended
  ArticleReader reader(options_.paths, {}, [&](const ReadProblem& problem) {
    console_.messages.problem(place_of(problem) + ": " + problem.reason);
    count_reason(unreadable, problem.reason);
  });
  const size_t jobs = options_.jobs > 0 ? options_.jobs : std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::unique_ptr<Extractor::Worker>> workers;
  for (size_t i = 0; i < jobs; ++i) workers.push_back(extractor_->make_worker());

  Progress progress(console_.messages, console_.messages.is_terminal() ? reader.bytes_total() : 0);
  uint64_t articles = 0, bytes = 0, triples = 0;
  OrderedPipeline<Item>::run(
      jobs,
      [&](size_t& size) -> std::unique_ptr<Item> {
        InputArticle article;
        if (!reader.next(article)) return nullptr;
        auto item = std::make_unique<Item>();
        item->info = std::move(article.info);
        item->text = std::move(article.text);
        item->input_bytes = reader.bytes_read();
        size = item->text.size();
        return item;
      },
      [&](Item& item, size_t worker) { extract(item, *workers[worker], is_known); },
      [&](Item& item) {
        const std::string& origin = item.result.known ? item.result.record.doc.origin : item.info.origin;
        for (const std::string& warning : item.warnings) {
          console_.messages.problem((origin.empty() ? item.info.id : origin) + ": " + warning);
        }
        if (item.skipped) {
          count_reason(result.skipped, item.warnings.front());
        } else {
          take(item.result);
        }
        triples += item.result.record.relations.size();
        bytes += item.result.text_bytes;
        progress.show(++articles, bytes, triples, item.input_bytes);
      },
      interrupted);
  for (const auto& [reason, number] : unreadable) result.skipped[reason] += number;
  result.interrupted = interrupted();
  if (articles == 0 && unreadable.empty() && !result.interrupted) {
    console_.messages.problem("no articles in " + options_.paths.front() +
                              (options_.paths.size() > 1 ? " and the others" : ""));
  }
  return result;
}

FilePointer open_result_file(const std::string& path, bool force) {
  std::error_code error;
  if (!force && std::filesystem::is_regular_file(path, error)) {
    throw IoError(path + " exists already; --force overwrites it");
  }
  FilePointer file(std::fopen(path.c_str(), "wb"));
  if (!file) throw IoError(path + ": " + std::strerror(errno));
  return file;
}

}  // namespace actant
