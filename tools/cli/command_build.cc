#include "tools/cli/command_build.h"

#include <optional>

#include "graph/model/record_io.h"
#include "tools/cli/interrupt.h"

namespace actant {

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
  ArticleRun articles(articles_, console);
  model_ = articles.model_version();
  const auto store = Store::open(graph_);
  const auto is_known = [&](const ArticleInfo& info, uint64_t fingerprint) {
    return store->contains(ArticleId::of(info.id), fingerprint);
  };
  const ArticleRunResult result = articles.run(
      is_known, [&](ReadArticle& article) { add(article, articles, *store, records ? &*records : nullptr); });
  tally_.skipped = articles.tally().skipped();
  tally_.table = articles.tally().table();
  tally_.formats = articles.tally().json();
  console.messages.status("merging");
  store->count_duplicates(count_duplicates_);
  identity_.apply(*store, console.messages);
  resolve_and_report(*store, console.messages);
  store->flush();
  if (records) records->flush();
  console.messages.status("");
  print_tally(tally_, store->counts(), graph_, json_, console.out);
  if (result.interrupted) {
    console.messages.note("interrupted; what was read is in the graph, the same command goes on");
    return kExitInterrupted;
  }
  return exit_code_of(console.messages);
}

void BuildCommand::add(ReadArticle& article, ArticleRun& run, Store& store, Output* records) {
  const ArticleInfo& info = article.record.doc;
  // The first of two articles with one id counts, in every run, whatever the graph held before: so that running again
  // changes nothing.
  const auto [before, is_new] = seen_.emplace(ArticleId::of(info.id).value, article.fingerprint);
  if (!is_new) {
    const bool same = before->second == article.fingerprint;  // met with --keep-duplicates alone
    run.skip({info.origin, article.format,
              same ? "duplicate: an article before it has the same text and origin" : "the same id as an article before it: " + info.id,
              !same});
    return;
  }
  if (article.known) {
    ++tally_.unchanged;
    return;
  }
  tally_.count(store.add(article.record, article.fingerprint, model_), article.record.relations.size());
  if (records == nullptr) return;
  std::string line;
  append_record(article.record, line);
  records->write(line);
}

}  // namespace actant
