#include "tools/cli/command_bridges.h"

#include "graph/algorithm/bridges.h"
#include "tools/cli/csv_output.h"
#include "tools/cli/json_output.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

constexpr size_t kTableLimit = 20;

}  // namespace

void BridgesCommand::declare(OptionTable& table) {
  view_.declare(table, "bridges");
  table.add(Option{.name = "nodes",
                   .help = "nodes without which their part of the graph falls apart, instead of links",
                   .set = set_true(nodes_)});
  table.add(Option{.name = "min-size",
                   .value = "N",
                   .help = "only where at least N nodes are cut off; default 1",
                   .set = set_number(min_size_, 1)});
  table.add(Example{"actant bridges news.graph --min-size 3", "links that alone tie three or more nodes to the rest"});
  table.add(Example{"actant bridges news.graph --nodes --type person,organization --csv",
                    "go-betweens: persons and organizations that others are reached through, as CSV"});
}

int BridgesCommand::run(Console& console) {
  const auto store = Store::open_read_only(view_.graph);
  const GraphView view = view_.view(*store, true);
  const Bridges found = find_bridges(view);
  std::vector<Row> rows;
  const size_t limit = view_.limit_or(kTableLimit);
  size_t all = 0;
  const auto add = [&](uint32_t cut_off, std::vector<NodeId> nodes) {
    if (cut_off < min_size_) return;
    ++all;
    if (rows.size() < limit) rows.push_back({cut_off, std::move(nodes)});
  };
  if (nodes_) {
    for (const CutVertex& cut : found.cut_vertices) add(cut.cut_off, {view.id(cut.vertex)});
  } else {
    for (const Bridge& bridge : found.bridges) add(bridge.cut_off, {view.id(bridge.inner), view.id(bridge.outer)});
  }
  print(rows, *store, console);
  console.out.flush();
  if (all == 0 && !view_.json && !view_.csv) {
    console.messages.note(nodes_ ? "no node holds parts together alone" : "no link holds parts together alone");
  }
  if (!view_.limit && all > rows.size()) {
    console.messages.note("these are " + with_commas(rows.size()) + " of " + with_commas(all) +
                          "; --limit 0 shows all");
  }
  return exit_code_of(console.messages);
}

void BridgesCommand::print(const std::vector<Row>& rows, const Store& store, Console& console) const {
  NodeNames names(store);
  if (view_.json) {
    JsonArray array(console.out);
    for (const Row& row : rows) {
      std::string line = "{\"cut_off\": " + std::to_string(row.cut_off);
      line += std::string(", \"") + (nodes_ ? "node" : "inner") + "\": " + node_reference_json(names.of(row.nodes[0]));
      if (!nodes_) line += ", \"outer\": " + node_reference_json(names.of(row.nodes[1]));
      array.add(line + "}");
    }
    array.close();
  } else if (view_.csv) {
    console.out.write(nodes_ ? "cut_off,node_id,node,node_type\n"
                             : "cut_off,inner_id,inner,inner_type,outer_id,outer,outer_type\n");
    for (const Row& row : rows) {
      std::string line = std::to_string(row.cut_off);
      for (const NodeId node : row.nodes) line += "," + node_csv(names.of(node));
      console.out.write(line + "\n");
    }
  } else if (!rows.empty()) {
    print_table(rows, names, console);
  }
}

void BridgesCommand::print_table(const std::vector<Row>& rows, NodeNames& names, Console& console) const {
  using Align = Table::Align;
  std::vector<Table::Column> columns = {{"cut off", Align::kRight}, {nodes_ ? "node" : "held by", Align::kLeft, 40}};
  if (!nodes_) columns.push_back({"on the side cut off", Align::kLeft, 40});
  Table table(std::move(columns));
  for (const Row& row : rows) {
    std::vector<std::string> cells = {with_commas(row.cut_off)};
    for (const NodeId node : row.nodes) cells.push_back(names.shown(node));
    table.add_row(std::move(cells));
  }
  console.out.write(table.render(console.width));
}

}  // namespace actant
