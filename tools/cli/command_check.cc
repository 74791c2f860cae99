#include "tools/cli/command_check.h"

#include "graph/store/check_graph.h"
#include "tools/cli/json_output.h"
#include "tools/cli/text_format.h"

namespace actant {

void CheckCommand::declare(OptionTable& table) {
  table.add(Argument{.name = "DIR", .help = "the graph", .set = set_text(graph_)});
  table.add(Option{.name = "json", .help = "print the summary as JSON", .set = set_true(json_)});
  table.add(Example{"actant check news.graph", "say whether the graph is whole"});
}

int CheckCommand::run(Console& console) {
  const CheckResult result = check_graph(graph_, [&](const std::string& text) { console.messages.problem(text); });
  if (json_) {
    console.out.write("{\"graph\": " + json_string(graph_) + ", \"problems\": " + std::to_string(result.problems) +
                      ", \"articles\": " + std::to_string(result.articles) + ", \"evidence\": " +
                      std::to_string(result.evidence) + ", \"entries\": " + std::to_string(result.entries) + "}\n");
  } else {
    console.out.write("checked " + count_of(result.articles, "article") + ", " +
                      count_of(result.evidence, "piece of evidence", "pieces of evidence") + ", " +
                      count_of(result.entries, "entry", "entries") + ": " +
                      (result.problems == 0 ? "all is well" : count_of(result.problems, "problem")) + "\n");
  }
  return exit_code_of(console.messages);
}

}  // namespace actant
