#include "tools/cli/command_decisions.h"

#include "tools/cli/text_format.h"

namespace actant {

void DecisionsCommand::declare(OptionTable& table) {
  table.add(Argument{.name = "DIR", .help = "the graph", .set = set_text(graph_)});
  table.add(Example{"actant decisions old.graph > who.tsv", "keep the decisions of a graph"});
}

int DecisionsCommand::run(Console& console) {
  const auto store = Store::open_read_only(graph_);
  console.out.write(decision_header() + "\n");
  for (const Decision& decision : store->decisions()) console.out.write(decision_line(decision) + "\n");
  return exit_code_of(console.messages);
}

void ResolveCommand::declare(OptionTable& table) {
  table.add(Argument{.name = "DIR", .help = "the graph", .set = set_text(graph_)});
  identity_.declare(table);
  table.add(Option{.name = "forget-entities",
                   .help = "forget the watch lists that the graph has, before new ones are read",
                   .set = set_true(forget_)});
  table.add(Example{"actant resolve news.graph --entities sanctions.ftm.json --decisions who.tsv",
                    "link the nodes with a list of OpenSanctions, and follow earlier decisions"});
}

int ResolveCommand::run(Console& console) {
  if (!identity_.exist(console.messages)) return kExitDataProblem;
  (void)Store::open_read_only(graph_);  // a directory that is no graph must not become one
  const auto store = Store::open(graph_);
  if (forget_) store->clear_known();
  identity_.apply(*store, console.messages);
  resolve_and_report(*store, console.messages);
  store->flush();
  uint64_t known = 0, linked = 0;
  store->for_each_known([&](const KnownEntity&) {
    ++known;
    return true;
  });
  linked = store->linked_entities();
  const StoreCounts counts = store->counts();
  console.out.write(count_of(counts.nodes, "node") + ", " + count_of(counts.edges, "edge") + "; " +
                    count_of(store->decisions().size(), "decision") + "; " + with_commas(linked) + " of " +
                    count_of(known, "entity", "entities") + " found\n");
  return exit_code_of(console.messages);
}

}  // namespace actant
