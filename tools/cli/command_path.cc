#include "tools/cli/command_path.h"

#include "tools/cli/edge_search.h"
#include "tools/cli/evidence_text.h"
#include "tools/cli/json_output.h"
#include "tools/cli/text_format.h"

namespace actant {

void PathCommand::declare(OptionTable& table) {
  const char* name_help = "a name, an alias or an id; a type before it tells homonyms apart: place:Georgia";
  table.add(Argument{.name = "DIR", .help = "the graph", .set = set_text(graph_)});
  table.add(Argument{.name = "A", .help = name_help, .set = set_text(from_)});
  table.add(Argument{.name = "B", .help = "as A", .set = set_text(to_)});
  table.add(Option{.name = "by",
                   .value = "WHAT",
                   .help =
                       "what makes a path the best: hops, the fewest steps, or strength, the edges that are likeliest "
                       "all right; default hops",
                   .set = set_word(by_, {"hops", "strength"}),
                   .choices = {"hops", "strength"}});
  table.add(Option{.name = "paths",
                   .letter = 'k',
                   .value = "K",
                   .help = "the K best paths; default 1",
                   .set = set_number(paths_, 1, 1000)});
  table.add(Option{.name = "max-hops",
                   .value = "N",
                   .help = "paths of at most N steps; default 6",
                   .set = set_number(max_hops_, 1, 100)});
  table.add(Option{.name = "directed", .help = "go only from subject to object", .set = set_true(directed_)});
  links_.declare(table);
  table.add(Option{.name = "max-edges",
                   .value = "N",
                   .help = "read at most about N edges; what was found until then is shown; default 120000",
                   .set = set_number(max_edges_, 1)});
  table.add(Option{.name = "json", .help = "print one JSON object", .set = set_true(json_)});
  table.add(Example{"actant path news.graph 'Abbas Araghchi' Israel", "the shortest connection, with its sentences"});
  table.add(Example{"actant path news.graph Iran Oman --by strength -k 3 --relation events --since 2025",
                    "the three best supported connections by events since 2025"});
}

PathCommand::ShownPath PathCommand::with_steps(const Store& store, const GraphReader& reader, FoundPath path,
                                               const LinkFilter& filter) const {
  ShownPath shown;
  for (size_t i = 0; i + 1 < path.nodes.size(); ++i) {
    auto edges = links_between(store, reader, path.nodes[i], path.nodes[i + 1], !directed_, filter);
    if (edges.empty()) continue;
    Step step;
    step.edges = edges.size();
    step.edge = std::move(edges.front());
    step.turned = relation_info(step.edge.key.relation).symmetric && step.edge.key.subject != path.nodes[i];
    auto evidence = edge_evidence(store, step.edge.key, links_.filters, 1);
    if (!evidence.empty()) step.evidence = std::move(evidence.front());
    shown.confidence *= step.edge.confidence;
    shown.steps.push_back(std::move(step));
  }
  shown.path = std::move(path);
  return shown;
}

void PathCommand::print_text(const ShownPath& shown, const Store& store, NodeNames& names, Console& console) const {
  std::string line;
  for (const NodeId node : shown.path.nodes) line += (line.empty() ? "" : " — ") + names.shown(node);
  line += "  (" + count_of(shown.path.nodes.size() - 1, "hop");
  if (!shown.steps.empty()) line += ", confidence " + fraction(shown.confidence);
  console.out.write(line + ")\n");
  for (const Step& step : shown.steps) {
    const Edge& edge = step.edge;
    line = "  " + edge_line({edge, step.turned}, names) + "  (" + count_of(edge.articles, "article") + ", " +
           date_range(edge.first_date, edge.last_date) + ", confidence " + fraction(edge.confidence);
    if (step.edges > 1) line += "; " + count_of(step.edges - 1, "more edge");
    console.out.write(line + ")\n");
    if (!step.evidence) continue;
    if (const auto article = store.article(step.evidence->article)) {
      console.out.write("    " + article_line(*article) + "\n");
    }
    const Marks marks = console.color ? Marks::kBold : Marks::kQuotes;
    console.out.write("      " + marked_sentence(*step.evidence, marks) + "\n");
  }
}

std::string PathCommand::json(const ShownPath& shown, const Store& store, NodeNames& names) const {
  std::string nodes, edges;
  for (const NodeId node : shown.path.nodes) {
    nodes += (nodes.empty() ? "" : ", ") + node_reference_json(names.of(node));
  }
  for (const Step& step : shown.steps) {
    std::string edge = edge_json({step.edge, step.turned}, names);
    edge.pop_back();
    edge += ", \"parallel_edges\": " + std::to_string(step.edges);
    if (step.evidence) {
      const auto article = store.article(step.evidence->article);
      edge += ", \"evidence\": " + evidence_json(*step.evidence, article ? &*article : nullptr, names);
    }
    edges += (edges.empty() ? "" : ", ") + edge + "}";
  }
  char confidence[32];
  std::snprintf(confidence, sizeof confidence, "%.4f", shown.confidence);
  return "{\"hops\": " + std::to_string(shown.path.nodes.size() - 1) + ", \"confidence\": " + confidence +
         ", \"nodes\": [" + nodes + "], \"edges\": [" + edges + "]}";
}

int PathCommand::run(Console& console) {
  const auto store = Store::open_read_only(graph_);
  const auto from = choose_node(*store, from_, console.messages);
  const auto to = choose_node(*store, to_, console.messages);
  if (!from || !to) return kExitDataProblem;
  const auto reader = store->reader();
  PathOptions options;
  options.by = by_ == "hops" ? NeighborLists::Cost::kOne : NeighborLists::Cost::kStrength;
  options.paths = paths_;
  options.max_hops = max_hops_;
  options.directed = directed_;
  options.max_edges = max_edges_;
  options.filter = links_.filter();
  const PathResult result = find_paths(*store, *reader, from->id, to->id, options);
  NodeNames names(*store);
  if (json_) {
    console.out.write(std::string("{\"complete\": ") + (result.complete ? "true" : "false") + ",\n\"paths\": ");
    JsonArray array(console.out);
    for (const FoundPath& path : result.paths) {
      array.add(json(with_steps(*store, *reader, path, options.filter), *store, names));
    }
    array.close("}\n");
  } else {
    for (const FoundPath& path : result.paths) {
      if (&path != result.paths.data()) console.out.write("\n");
      print_text(with_steps(*store, *reader, path, options.filter), *store, names, console);
    }
  }
  if (result.complete && result.paths.empty() && !json_) {
    console.messages.note("no path of at most " + count_of(max_hops_, "hop") + " between " + describe(*from) + " and " +
                          describe(*to));
  }
  if (!result.complete) {
    console.out.flush();
    console.messages.note("of the edges " + with_commas(result.edges_read) + " were read" +
                          (result.paths.empty() ? " without a path" : "; a better path may exist") +
                          "; --max-edges reads more");
  }
  return exit_code_of(console.messages);
}

}  // namespace actant
