#include "tools/cli/command_neighbors.h"

#include "tools/cli/csv_output.h"
#include "tools/cli/json_output.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

constexpr uint32_t kTableLimit = 50;

void print_json(const std::vector<NearNode>& nodes, NodeNames& names, Output& out) {
  JsonArray array(out);
  for (const NearNode& near : nodes) {
    const Node& node = names.of(near.node);
    array.add("{\"node\": " + node_reference_json(node) + ", \"hops\": " + std::to_string(near.hops) +
              ", \"links\": " + std::to_string(near.links) + ", \"via\": " + node_reference_json(names.of(near.via)) +
              ", \"articles\": " + std::to_string(names.of(near.node).articles) + "}");
  }
  array.close();
}

void print_csv(const std::vector<NearNode>& nodes, NodeNames& names, Output& out) {
  out.write("hops,links,articles,node_id,node,node_type,via_id,via,via_type\n");
  for (const NearNode& near : nodes) {
    const std::string node = std::to_string(names.of(near.node).articles) + "," + node_csv(names.of(near.node));
    out.write(std::to_string(near.hops) + "," + std::to_string(near.links) + "," + node + "," +
              node_csv(names.of(near.via)) + "\n");
  }
}

void print_table(const std::vector<NearNode>& nodes, bool via, NodeNames& names, Console& console) {
  using Align = Table::Align;
  std::vector<Table::Column> columns = {{"hops", Align::kRight},
                                        {"links", Align::kRight},
                                        {"articles", Align::kRight},
                                        {"node", Align::kLeft, 40},
                                        {"type"}};
  if (via) columns.push_back({"via", Align::kLeft, 30});
  Table table(std::move(columns));
  for (const NearNode& near : nodes) {
    const Node& node = names.of(near.node);
    std::vector<std::string> cells = {std::to_string(near.hops), with_commas(near.links), with_commas(node.articles),
                                      names.shown(near.node), std::string(entity_type_name(near.node.type()))};
    if (via) cells.push_back(near.hops > 1 ? names.shown(near.via) : "");
    table.add_row(std::move(cells));
  }
  console.out.write(table.render(console.width));
}

}  // namespace

void NeighborsCommand::declare(OptionTable& table) {
  table.add(Argument{.name = "DIR", .help = "the graph", .set = set_text(graph_)});
  table.add(Argument{.name = "NAME",
                     .help = "a name, an alias or an id; a type before it tells homonyms apart: place:Georgia",
                     .set = set_text(asked_)});
  table.add(Option{
      .name = "hops", .value = "N", .help = "nodes at most N steps away; default 1", .set = set_number(hops_, 1, 20)});
  table.add(Option{.name = "direction",
                   .value = "WAY",
                   .help = "out: only from subject to object; in: only from object to subject; default both",
                   .set = set_word(direction_, {"out", "in", "both"}),
                   .choices = {"out", "in", "both"}});
  links_.declare(table);
  table.add(Option{.name = "max-edges",
                   .value = "N",
                   .help = "read at most about N edges; default 1000000",
                   .set = set_number(max_edges_, 1)});
  table.add(Option{.name = "limit",
                   .letter = 'n',
                   .value = "N",
                   .help = "at most N nodes; 0 is all; default 50 for the table, all for JSON and CSV",
                   .set = [this](std::string_view value) { set_number(limit_.emplace())(value); }});
  table.add(Option{.name = "json", .help = "print a JSON array, one node a line", .set = set_true(json_)});
  table.add(Option{.name = "csv", .help = "print CSV with a header", .set = set_true(csv_)});
  table.add(Example{"actant neighbors news.graph 'Abbas Araghchi' --relation met-with", "whom he met"});
  table.add(Example{"actant neighbors news.graph Hamas --hops 2 --type organization --since 2025 --csv",
                    "organizations at most two steps away since 2025, as CSV"});
}

void NeighborsCommand::validate() {
  links_.validate();
  if (json_ && csv_) throw UsageError("--json and --csv exclude each other");
}

int NeighborsCommand::run(Console& console) {
  const auto store = Store::open_read_only(graph_);
  const auto node = choose_node(*store, asked_, console.messages);
  if (!node) return kExitDataProblem;
  const auto reader = store->reader();
  NeighborhoodOptions options;
  options.hops = hops_;
  options.direction = direction_ == "out" ? Direction::kOut : direction_ == "in" ? Direction::kIn : Direction::kBoth;
  options.max_edges = max_edges_;
  options.filter = links_.filter();
  Neighborhood found = find_neighborhood(*store, *reader, node->id, options);
  const size_t total = found.nodes.size();
  const size_t limit = limit_ ? *limit_ : json_ || csv_ ? 0 : kTableLimit;
  if (limit != 0 && total > limit) found.nodes.resize(limit);
  NodeNames names(*store);
  if (json_) {
    print_json(found.nodes, names, console.out);
  } else if (csv_) {
    print_csv(found.nodes, names, console.out);
  } else if (!found.nodes.empty()) {
    print_table(found.nodes, hops_ > 1, names, console);
  }
  console.out.flush();
  if (total == 0 && !json_ && !csv_) console.messages.note(describe(*node) + " has no such neighbors");
  if (!found.complete) {
    console.messages.note("not all edges were read: more nodes may be near; --max-edges reads more");
  }
  if (!limit_ && total > found.nodes.size()) {
    console.messages.note("these are " + with_commas(found.nodes.size()) + " of " + count_of(total, "node") +
                          "; --limit 0 shows all");
  }
  return exit_code_of(console.messages);
}

}  // namespace actant
