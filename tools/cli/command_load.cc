#include "tools/cli/command_load.h"

#include "graph/model/record_io.h"
#include "tools/cli/interrupt.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

constexpr uint32_t kMostStep = 1 << 20;  // MB

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
  table.add(Option{
      .name = "step",
      .value = "MB",
      .help = "add what was read to the graph each time it takes so many megabytes of memory; default 192, some 30,000 "
              "articles",
      .set = [this](std::string_view value) { set_number(step_.emplace(), 1, kMostStep)(value); }});
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
  if (bulk_ && step_) throw UsageError("--bulk and --step exclude each other");
}

BulkOptions LoadCommand::loading() const {
  if (bulk_) return {};
  BulkOptions options = BulkOptions::in_steps();
  if (step_) options.step_bytes = size_t{*step_} << 20;
  return options;
}

int LoadCommand::run(Console& console) {
  if (!any_path_exists(paths_, console.messages)) return kExitDataProblem;
  if (!identity_.exist(console.messages)) return kExitDataProblem;
  const InterruptGuard guard;
  const auto store = Store::open(graph_);
  tally_.near_duplicates_before = store->counts().near_duplicates;
  {
    BulkLoader loader(*store, loading());
    for (const std::string& path : paths_) {
      if (!interrupted()) load_file(path, loader, console);
    }
    console.messages.status("merging");
    if (!bulk_ || !interrupted()) loader.finish();
  }
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

void LoadCommand::load_file(const std::string& path, BulkLoader& loader, Console& console) {
  try {
    LineReader reader(path);
    std::string line;
    while (!interrupted() && reader.next(line)) load_line(line, reader, loader, console.messages);
  } catch (const LineReaderError& error) {
    console.messages.problem(error.what());
  }
}

void LoadCommand::load_line(const std::string& line, const LineReader& reader, BulkLoader& loader, Messages& messages) {
  if (line.find_first_not_of(" \t") == std::string::npos) return;
  const std::string place = reader.name() + ":" + std::to_string(reader.line());
  try {
    const Record record = parse_record(line);
    tally_.count(loader.add(record), record.relations.size());
  } catch (const ParseError& error) {
    skip(place, error, messages);
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
