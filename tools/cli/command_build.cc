#include "tools/cli/command_build.h"

#include <memory>
#include <optional>

#include "graph/model/record_io.h"
#include "tools/cli/interrupt.h"

namespace actant {
namespace {

// Articles that are written together. A killed build reads the last of them again; more gain nothing that can be
// measured.
constexpr size_t kGroup = 100;
constexpr uint64_t kGroupBytes = uint64_t{1} << 20;  // of text

// Reading articles takes a hundred times as long as storing them: small buffers cost no time, and memory stays the same
// from the first thousand articles on.
StoreOptions small_buffers() {
  StoreOptions options;
  options.write_buffer_bytes = size_t{16} << 20;
  options.block_cache_bytes = size_t{16} << 20;
  return options;
}

}  // namespace

void BuildCommand::declare(OptionTable& table) {
  articles_.declare(table);
  table.add(Option{.name = "graph",
                   .letter = 'g',
                   .value = "DIR",
                   .help = "the graph to build or to add to",
                   .set = set_text(graph_)});
  table.add(Option{.name = "records",
                   .value = "FILE",
                   .help = "also write the extraction records of the articles that are read to FILE",
                   .set = set_text(records_)});
  table.add(Option{.name = "force", .letter = 'f', .help = "overwrite the FILE of --records", .set = set_true(force_)});
  table.add(Option{.name = "count-duplicates",
                   .help = "count near duplicates, the same story in several outlets, as evidence each",
                   .set = set_true(count_duplicates_)});
  identity_.declare(table);
  table.add(Option{.name = "open",
                   .help = "also keep open relations between nodes that no relation of the ontology links",
                   .set = set_true(articles_.open)});
  table.add(Option{.name = "json", .help = "print the summary as JSON", .set = set_true(json_)});
  table.add(Example{"actant build examples/archive --graph news.graph", "build a graph from a folder of articles"});
  table.add(Example{"zcat 2025-*.jsonl.gz | actant build - --graph news.graph --jobs 2",
                    "read JSON Lines from standard input on two threads"});
  table.add(Example{"actant build CC-NEWS-20250803*.warc.gz --graph news.graph --errors skipped.tsv",
                    "read a crawl, list what was not read"});
  table.add(Example{"actant build dump.csv --graph news.graph --field text=Body --date-order dmy",
                    "read a table with its own column names"});
}

void BuildCommand::validate() {
  if (graph_.empty()) throw UsageError("--graph DIR is missing");
}

int BuildCommand::run(Console& console) {
  if (!any_path_exists(articles_.paths, console.messages)) return kExitDataProblem;
  if (!identity_.exist(console.messages)) return kExitDataProblem;
  const InterruptGuard guard;
  // What can fail at once fails before the model is loaded and the graph is made.
  FilePointer file = records_.empty() ? nullptr : open_result_file(records_, force_);
  std::optional<Output> records;
  if (file) records.emplace(file.get());
  if (articles_.open) articles_.extract.open = OpenRelations::kNew;
  auto articles = std::make_unique<ArticleRun>(articles_, console);
  model_ = articles->model_version();
  const auto store = Store::open(graph_, small_buffers());
  tally_.near_duplicates_before = store->counts().near_duplicates;
  read(*articles, *store, records ? &*records : nullptr);
  tally_.skipped = articles->tally().skipped();
  tally_.table = articles->tally().table();
  tally_.formats = articles->tally().json();
  articles.reset();  // what the model took is there for who is who
  console.messages.status("merging");
  store->count_duplicates(count_duplicates_);
  identity_.apply(*store, console.messages);
  resolve_and_report(*store, console.messages);
  store->flush();
  if (records) records->flush();
  console.messages.status("");
  print_tally(tally_, store->counts(), graph_, json_, console.out);
  if (interrupted_) {
    console.messages.note("interrupted; what was read is in the graph, the same command goes on");
    return kExitInterrupted;
  }
  return exit_code_of(console.messages);
}

void BuildCommand::read(ArticleRun& run, Store& store, Output* records) {
  const auto is_known = [&](const ArticleInfo& info, uint64_t fingerprint) {
    return store.contains(ArticleId::of(info.id), fingerprint);
  };
  const auto take_one = [&](ReadArticle& article) {
    take(article, run);
    if (group_.size() >= kGroup || group_bytes_ >= kGroupBytes) add_group(run, store, records);
  };
  try {
    interrupted_ = run.run(is_known, take_one).interrupted;
  } catch (...) {
    add_group(run, store, records);  // what was read before stays
    throw;
  }
  add_group(run, store, records);
}

void BuildCommand::take(ReadArticle& article, ArticleRun& run) {
  const ArticleInfo& info = article.record.doc;
  // The first of two articles with one id counts, in every run, whatever the graph held before: so that running again
  // changes nothing.
  const auto [before, is_new] = seen_.emplace(ArticleId::of(info.id).value, article.fingerprint);
  if (!is_new) {
    const bool same = before->second == article.fingerprint;  // met with --keep-duplicates alone
    run.skip({info.origin, article.format,
              same ? "duplicate: an article before it has the same text and origin"
                   : "the same id as an article before it: " + info.id,
              !same});
    return;
  }
  if (article.known) {
    ++tally_.unchanged;
    return;
  }
  group_bytes_ += article.text_bytes;
  group_.push_back(std::move(article.record));
  fingerprints_.push_back(article.fingerprint);
  formats_.push_back(article.format);
}

void BuildCommand::add_group(ArticleRun& run, Store& store, Output* records) {
  try {
    const std::vector<AddResult> results = store.add_all(group_, model_, fingerprints_);
    for (size_t i = 0; i < results.size(); ++i) tally_.count(results[i], group_[i].relations.size());
  } catch (const InvalidArgument&) {  // one of them; the others are added, and it is told which
    add_each(run, store);
  }
  std::string lines;
  for (const Record& record : group_) {
    if (records != nullptr) append_record(record, lines);
  }
  if (records != nullptr) records->write(lines);
  group_.clear();
  fingerprints_.clear();
  formats_.clear();
  group_bytes_ = 0;
}

void BuildCommand::add_each(ArticleRun& run, Store& store) {
  for (size_t i = 0; i < group_.size(); ++i) {
    try {
      tally_.count(store.add(group_[i], fingerprints_[i], model_), group_[i].relations.size());
    } catch (const InvalidArgument& error) {
      run.skip({group_[i].doc.origin, formats_[i], error.what(), true});
    }
  }
}

}  // namespace actant
