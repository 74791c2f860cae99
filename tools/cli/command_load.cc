#include "tools/cli/command_load.h"

#include "graph/model/record_io.h"
#include "tools/cli/interrupt.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

constexpr size_t kGroup = 1000;  // records in memory

// Level 0 of each family is merged into what lies below it when it has eight tables: the larger these are, the less
// often all is written anew. 64 MiB, the default, lets loading fall to half its speed by half a million articles.
StoreOptions large_buffers() {
  StoreOptions options;
  options.write_buffer_bytes = size_t{256} << 20;
  return options;
}

}  // namespace

void LoadCommand::declare(OptionTable& table) {
  table.add(Argument{.name = "RECORDS",
                     .help = "files of extraction records, one JSON object a line, gzip too; - is standard input",
                     .set = add_text(paths_),
                     .repeated = true});
  table.add(Option{.name = "graph",
                   .letter = 'g',
                   .value = "DIR",
                   .help = "the graph to add to; made when it does not exist",
                   .set = set_text(graph_)});
  table.add(Option{
      .name = "bulk",
      .help = "sort everything first and write it at once: much faster for a large graph; an interrupted run adds "
              "nothing",
      .set = set_true(bulk_)});
  table.add(Option{.name = "count-duplicates",
                   .help = "count near duplicates, the same story in several outlets, as evidence each",
                   .set = set_true(count_duplicates_)});
  identity_.declare(table);
  table.add(Option{.name = "json", .help = "print the summary as JSON", .set = set_true(json_)});
  table.add(Example{"actant load records.jsonl.gz --graph news.graph", "add what another extractor wrote"});
  table.add(Example{"actant load 20*.jsonl.gz --graph news.graph --bulk", "build a graph of millions of articles"});
  table.add(Example{"actant extract articles/ | actant load - --graph news.graph",
                    "the same as actant build, with the records in between"});
}

void LoadCommand::validate() {
  if (graph_.empty()) throw UsageError("--graph DIR is missing");
}

int LoadCommand::run(Console& console) {
  if (!any_path_exists(paths_, console.messages)) return kExitDataProblem;
  if (!identity_.exist(console.messages)) return kExitDataProblem;
  const InterruptGuard guard;
  const auto store = Store::open(graph_, large_buffers());
  if (bulk_) loader_ = std::make_unique<BulkLoader>(*store);
  for (const std::string& path : paths_) {
    if (!interrupted()) load_file(path, *store, console);
  }
  console.messages.status("merging");
  if (loader_ && !interrupted()) loader_->finish();
  loader_.reset();
  store->count_duplicates(count_duplicates_);
  identity_.apply(*store, console.messages);
  resolve_and_report(*store, console.messages);
  store->flush();
  console.messages.status("");
  print_tally(tally_, store->counts(), graph_, json_, console.out);
  if (interrupted()) {
    console.messages.note(bulk_ ? "interrupted; the graph is as it was"
                                : "interrupted; what was read is in the graph, the same command goes on");
    return kExitInterrupted;
  }
  if (tally_.read() == 0 && console.messages.problems() == 0) {
    console.messages.problem("no records in " + paths_.front() + (paths_.size() > 1 ? " and the others" : ""));
  }
  return exit_code_of(console.messages);
}

void LoadCommand::load_file(const std::string& path, Store& store, Console& console) {
  try {
    LineReader reader(path);
    std::string line;
    while (!interrupted() && reader.next(line)) load_line(line, reader, store, console.messages);
  } catch (const LineReaderError& error) {
    console.messages.problem(error.what());
  }
  add_group(store, console.messages);
}

void LoadCommand::load_line(const std::string& line, const LineReader& reader, Store& store, Messages& messages) {
  if (line.find_first_not_of(" \t") == std::string::npos) return;
  std::string place = reader.name() + ":" + std::to_string(reader.line());
  try {
    Record record = parse_record(line);
    if (loader_) return add_one(record, place, store, messages);
    group_.push_back(std::move(record));
    places_.push_back(std::move(place));
    if (group_.size() >= kGroup) add_group(store, messages);
  } catch (const ParseError& error) {
    skip(place, error, messages);
  }
}

void LoadCommand::add_group(Store& store, Messages& messages) {
  if (group_.empty()) return;
  try {
    const std::vector<AddResult> results = store.add_all(group_);
    for (size_t i = 0; i < group_.size(); ++i) tally_.count(results[i], group_[i].relations.size());
    messages.status(count_of(tally_.read(), "article") + " loaded");
  } catch (const InvalidArgument&) {  // one of them; the others are added, and it is told which
    for (size_t i = 0; i < group_.size(); ++i) add_one(group_[i], places_[i], store, messages);
  }
  group_.clear();
  places_.clear();
}

void LoadCommand::add_one(const Record& record, const std::string& place, Store& store, Messages& messages) {
  try {
    tally_.count(loader_ ? loader_->add(record) : store.add(record), record.relations.size());
  } catch (const InvalidArgument& error) {
    skip(place, error, messages);
  }
  if (tally_.read() % 256 == 0) messages.status(count_of(tally_.read(), "article") + " loaded");
}

void LoadCommand::skip(const std::string& place, const Error& error, Messages& messages) {
  messages.problem(place + ": " + error.what());
  ++tally_.skipped["broken record"];
}

}  // namespace actant
