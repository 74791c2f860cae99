#include "tools/cli/command_merge.h"

#include "graph/store/merge_graphs.h"
#include "tools/cli/identity_options.h"
#include "tools/cli/json_output.h"
#include "tools/cli/tally.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

// `'A' and 'B' are the same`.
std::string saying(const Decision& decision) {
  if (decision.kind == Decision::Kind::kRename) {
    return "'" + printable(decision.a.name) + "' is called '" + printable(decision.text) + "'";
  }
  return "'" + printable(decision.a.name) + "' and '" + printable(decision.b.name) + "' are " +
         (decision.kind == Decision::Kind::kSame ? "the same" : "different");
}

void report_conflicts(const MergedGraphs& merged, Messages& messages) {
  for (const DecisionConflict& conflict : merged.conflicts) {
    messages.problem("graph '" + conflict.left_out_from + "' decides that " + saying(conflict.left_out) + ", graph '" +
                     conflict.kept_from + "' that " + saying(conflict.kept) +
                     "; the latter was kept (actant same, different and rename decide anew)");
  }
  if (merged.known_differing > 0) {
    messages.note(count_of(merged.known_differing, "entity of watch lists", "entities of watch lists") +
                  " had other names or ids in a later graph, which were left out");
  }
}

}  // namespace

void MergeCommand::declare(OptionTable& table) {
  table.add(
      Argument{.name = "DIR", .help = "the graph to add to; made when it does not exist", .set = set_text(graph_)});
  table.add(
      Argument{.name = "OTHER", .help = "graphs whose articles are added", .set = add_text(others_), .repeated = true});
  table.add(Option{.name = "count-duplicates",
                   .help = "count near duplicates, the same story in several outlets, as evidence each",
                   .set = set_true(count_duplicates_)});
  table.add(Option{.name = "json", .help = "print the summary as JSON", .set = set_true(json_)});
  table.add(Example{"actant merge all.graph 2023.graph 2024.graph", "join the graphs of two years"});
}

int MergeCommand::run(Console& console) {
  // What can fail at once fails before the graph is made.
  for (const std::string& other : others_) Store::open_read_only(other);
  const auto store = Store::open(graph_);
  console.messages.status("joining the tables");
  const MergedGraphs merged = merge_graphs(*store, others_);
  store->count_duplicates(count_duplicates_);
  resolve_and_report(*store, console.messages);
  store->flush();
  report_conflicts(merged, console.messages);
  const StoreCounts counts = store->counts();
  if (json_) {
    console.out.write("{\"graph\": " + json_string(graph_) + ", \"added\": " + std::to_string(merged.added) +
                      ", \"unchanged\": " + std::to_string(merged.unchanged) + ", \"differing\": " +
                      std::to_string(merged.differing) + ", \"decisions\": " + std::to_string(merged.decisions) +
                      ", \"entities\": " + std::to_string(merged.known) +
                      ", \"conflicts\": " + std::to_string(merged.conflicts.size()) + graph_members(counts) + "}\n");
    return exit_code_of(console.messages);
  }
  console.out.write("merged " + count_of(others_.size(), "graph") + ": " + count_of(merged.added, "article") +
                    " added, " + with_commas(merged.unchanged) + " there already\n");
  if (merged.decisions > 0 || merged.known > 0) {
    console.out.write("taken over: " + count_of(merged.decisions, "decision") + ", " +
                      count_of(merged.known, "entity of watch lists", "entities of watch lists") + "\n");
  }
  if (merged.differing > 0) {
    console.messages.note(count_of(merged.differing, "article") +
                          " had other content in a later graph, which was left out; build these anew to replace them");
  }
  console.out.write(graph_line(graph_, counts));
  return exit_code_of(console.messages);
}

}  // namespace actant
