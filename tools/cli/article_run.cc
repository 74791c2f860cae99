#include "tools/cli/article_run.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <thread>

#include "extract/text/archive/charset.h"
#include "graph/store/store.h"
#include "tools/cli/interrupt.h"
#include "tools/cli/json_output.h"
#include "tools/cli/ordered_pipeline.h"
#include "tools/cli/progress.h"

namespace actant {
namespace {

std::string place_of(const ReadProblem& problem) {
  return problem.line > 0 ? problem.path + ":" + std::to_string(problem.line) : problem.path;
}

}  // namespace

/// An article on its way through the threads.
struct ArticleRun::Item {
  ArticleInfo info;
  std::string text;
  std::string format;
  std::string note;          // fields of `doc` for Record::extra; empty: none
  uint64_t input_bytes = 0;  // read of all files when this article had been read
  ReadArticle result;
  std::vector<std::string> warnings;
  bool skipped = false;
  bool lost = false;  // of skipped ones: not for their language
};

namespace {

// `--field text=Body`
ValueSetter set_field_name(ReadOptions& read) {
  return [&read](std::string_view value) {
    const size_t equals = value.find('=');
    const std::string_view field = value.substr(0, equals);
    std::string* target = field == "text"       ? &read.text_field
                          : field == "title"    ? &read.title_field
                          : field == "date"     ? &read.date_field
                          : field == "source"   ? &read.source_field
                          : field == "url"      ? &read.url_field
                          : field == "language" ? &read.language_field
                          : field == "id"       ? &read.id_field
                          : field == "author"   ? &read.author_field
                                                : nullptr;
    if (target == nullptr || equals == std::string_view::npos || equals + 1 == value.size()) {
      throw UsageError("expected FIELD=NAME with a FIELD of text, title, date, source, url, language, id, author");
    }
    *target = value.substr(equals + 1);
  };
}

ValueSetter set_date_order(DayMonthOrder& order) {
  return [&order](std::string_view value) {
    if (value != "dmy" && value != "mdy") throw UsageError("expected dmy (3/4 is 3 April) or mdy (March 4)");
    order = value == "dmy" ? DayMonthOrder::kDayFirst : DayMonthOrder::kMonthFirst;
  };
}

ValueSetter set_language(std::string& target) {
  return [&target](std::string_view value) {
    if (value != "en" && value != "any") throw UsageError("expected en or any: the model reads English");
    target = value;
  };
}

ValueSetter set_encoding(std::string& target) {
  return [&target](std::string_view value) {
    if (!is_known_charset(value)) throw UsageError("unknown character set; `iconv -l` lists those known");
    target = value;
  };
}

// What the record says besides ArticleInfo: the author, what the date rests on where that is not the article, and
// excerpts.
std::string note_of(const InputArticle& article) {
  std::string fields;
  if (!article.author.empty()) fields = "\"author\":" + json_string(article.author);
  const bool told = article.date_basis != DateBasis::kUnknown && article.date_basis != DateBasis::kGiven;
  const auto add = [&](const std::string& field) { fields += (fields.empty() ? "" : ",") + field; };
  if (told) add("\"date_basis\":\"" + std::string(name_of(article.date_basis)) + "\"");
  if (article.excerpt) add("\"excerpt\":true");
  return fields.empty() ? fields : "{\"doc\":{" + fields + "}}";
}

}  // namespace

void declare_record_options(OptionTable& table, ReadOptions& read) {
  table.add(
      Option{.name = "field",
             .value = "MAPPING",
             .help = "text=NAME (or title, date, source, url, language, id, author): where JSON and tables keep it",
             .set = set_field_name(read)});
  table.add(Option{.name = "encoding",
                   .value = "CHARSET",
                   .help = "the character set of files that are not UTF-8 and do not say theirs",
                   .set = set_encoding(read.encoding)});
}

void ArticleOptions::declare(OptionTable& table) {
  table.add(Argument{.name = "PATH",
                     .help = "articles: files, archives, directories, or - for standard input",
                     .set = add_text(paths),
                     .repeated = true});
  table.add(Option{.name = "jobs",
                   .letter = 'j',
                   .value = "N",
                   .help = "threads that read articles; default: the number of processors",
                   .set = set_number(jobs, 1, 1024)});
  table.add(Option{.name = "model",
                   .value = "MODEL",
                   .help = "fast, accurate or a directory; default $ACTANT_MODEL_DIR, else fast",
                   .set = set_text(extract.model_directory)});
  table.add(Option{.name = "min-confidence",
                   .value = "P",
                   .help = "drop triples that are right with a probability below P, from 0 to 1; default 0",
                   .set = set_fraction(extract.min_confidence)});
  table.add(Option{.name = "language",
                   .value = "LANGUAGE",
                   .help = "skip articles in other languages; default en; any reads all as if they were English",
                   .set = set_language(extract.only_language),
                   .choices = {"en", "any"}});
  declare_record_options(table, read);
  table.add(Option{.name = "date",
                   .value = "DATE",
                   .help = "the date of articles that give none: YYYY, YYYY-MM or YYYY-MM-DD",
                   .set = set_date(read.date)});
  table.add(Option{.name = "date-order",
                   .value = "ORDER",
                   .help = "what 03/04/2025 means: dmy or mdy; default: what other dates of the file show",
                   .set = set_date_order(read.day_month_order),
                   .choices = {"dmy", "mdy"}});
  table.add(Option{.name = "keep-duplicates",
                   .help = "read an article though the run has read it before: the same text of the same origin",
                   .set = set_true(keep_duplicates)});
  table.add(Option{.name = "errors",
                   .value = "FILE",
                   .help = "list each record that was not read, and why, in FILE (overwritten)",
                   .set = set_text(errors)});
  table.add(Option{.name = "keep-going-quietly",
                   .help = "exit 0 though articles were lost, and only count them",
                   .set = set_true(quiet)});
}

ArticleRun::ArticleRun(const ArticleOptions& options, Console& console) : options_(options), console_(console) {
  if (!options.errors.empty()) errors_ = open_result_file(options.errors, true);
  tally_ = std::make_unique<ReadTally>(errors_.get());
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
    item.skipped = worker.skipped();
    item.result.record.extra = item.note;
  } catch (const Error& error) {
    item.warnings = {error.what()};
    item.skipped = item.lost = true;
  }
  item.text = {};
}

ArticleRunResult ArticleRun::run(const IsKnown& is_known, const Take& take) {
  ArticleRunResult result;
  ReadOptions read = options_.read;
  read.skip_duplicates = !options_.keep_duplicates;
  ArticleReader reader(options_.paths, read, [&](const ReadProblem& problem) {
    skip({place_of(problem), std::string(problem.format), problem.reason, problem.lost});
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
        item->format = article.format;
        item->note = note_of(article);
        item->input_bytes = reader.bytes_read();
        size = item->text.size();
        return item;
      },
      [&](Item& item, size_t worker) { extract(item, *workers[worker], is_known); },
      [&](Item& item) {
        const ArticleInfo& info = item.result.known ? item.result.record.doc : item.info;
        const std::string place = info.origin.empty() ? info.id : info.origin;
        item.result.format = item.format;
        triples += item.result.record.relations.size();
        if (item.skipped) {
          skip({place, item.format, item.warnings.front(), item.lost});
        } else {
          for (const std::string& warning : item.warnings) console_.messages.note(place + ": " + warning);
          tally_->count_article(item.format);
          take(item.result);
        }
        bytes += item.result.text_bytes;
        progress.show(++articles, bytes, triples, item.input_bytes);
      },
      interrupted);
  if (errors_) std::fflush(errors_.get());
  result.skipped = tally_->skipped();
  result.interrupted = interrupted();
  if (articles == 0 && tally_->empty() && !result.interrupted) {
    console_.messages.problem("no articles in " + options_.paths.front() +
                              (options_.paths.size() > 1 ? " and the others" : ""));
  }
  return result;
}

void ArticleRun::skip(const SkippedRecord& record) {
  tally_->count_skipped(record);
  if (record.lost && !options_.quiet) console_.messages.problem(record.place + ": " + record.reason);
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
