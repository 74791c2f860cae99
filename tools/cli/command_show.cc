#include "tools/cli/command_show.h"

#include <algorithm>

#include "tools/cli/json_output.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

std::string bold(const std::string& text, const Console& console) {
  return console.color ? "\033[1m" + text + "\033[0m" : text;
}

void print_aliases(const Node& node, size_t limit, Output& out) {
  if (node.aliases.empty()) return;
  std::string line = "also called";
  for (size_t i = 0; i < std::min(node.aliases.size(), limit); ++i) {
    line +=
        (i == 0 ? " " : ", ") + printable(node.aliases[i].name) + " (" + with_commas(node.aliases[i].mentions) + ")";
  }
  if (node.aliases.size() > limit) line += " and " + std::to_string(node.aliases.size() - limit) + " more";
  out.write(line + "\n");
}

void print_rest(size_t left_out, Output& out) {
  if (left_out > 0) out.write("  and " + with_commas(left_out) + " more; --limit 0 shows all\n");
}

std::string position_shown(const HeldPosition& position, NodeNames& names) {
  const std::string other = names.shown(position.other);
  return position.title.empty() ? other : printable(position.title) + ", " + other;
}

void print_positions_json(const char* other, const std::vector<HeldPosition>& positions, NodeNames& names,
                          Output& out) {
  JsonArray array(out);
  for (const HeldPosition& position : positions) {
    std::string line = "{\"" + std::string(other) + "\": " + node_reference_json(names.of(position.other));
    if (!position.title.empty()) line += ", \"title\": " + json_string(position.title);
    line += ", \"articles\": " + std::to_string(position.articles);
    if (!position.first_date.empty()) line += ", \"first_date\": " + json_string(position.first_date);
    if (!position.last_date.empty()) line += ", \"last_date\": " + json_string(position.last_date);
    array.add(line + "}");
  }
  array.close(",\n");
}

}  // namespace

void ShowCommand::declare(OptionTable& table) {
  table.add(Argument{.name = "DIR", .help = "the graph", .set = set_text(graph_)});
  table.add(Argument{.name = "NAME",
                     .help = "a name, an alias or an id; a type before it tells homonyms apart: place:Georgia",
                     .set = set_text(asked_)});
  table.add(Option{.name = "limit",
                   .letter = 'n',
                   .value = "N",
                   .help = "at most N aliases and N edges of each relation; 0 is all; default 10",
                   .set = set_number(limit_)});
  table.add(Option{.name = "json", .help = "print one JSON object with everything", .set = set_true(json_)});
  table.add(Example{"actant show news.graph 'Abbas Araghchi'", "who he is and whom he dealt with"});
  table.add(
      Example{"actant show news.graph place:Georgia --json", "the place, not a person of that name, for programs"});
}

int ShowCommand::run(Console& console) {
  const auto store = Store::open_read_only(graph_);
  const auto node = choose_node(*store, asked_, console.messages);
  if (!node) return kExitDataProblem;
  const NodeProfile profile = make_profile(*store, *node);
  NodeNames names(*store);
  if (json_) {
    print_json(profile, names, console.out);
  } else {
    print_text(profile, names, console);
  }
  return exit_code_of(console.messages);
}

void ShowCommand::print_text(const NodeProfile& profile, NodeNames& names, Console& console) const {
  Output& out = console.out;
  const Node& node = profile.node;
  out.write(bold(printable(node.name), console) + "  " + std::string(entity_type_name(node.type)) + "  " +
            node.id.to_string() + "\n");
  if (!node.statement_text.empty()) out.write("“" + printable(node.statement_text) + "”\n");
  print_aliases(node, limit_ == 0 ? node.aliases.size() : limit_, out);
  if (!node.actor_country.empty() || !node.sector.empty()) {
    out.write((node.actor_country.empty() ? "" : "country " + node.actor_country) +
              (node.actor_country.empty() || node.sector.empty() ? "" : ", ") +
              (node.sector.empty() ? "" : "sector " + node.sector) + "\n");
  }
  for (const std::string& iri : node.same_as) out.write("the same as " + printable(iri) + "\n");
  out.write(count_of(node.mentions, "mention") + " in " + count_of(node.articles, "article") + ", seen " +
            date_range(node.first_date, node.last_date) + "\n");
  print_positions("positions", profile.positions, names, console);
  print_positions("held by", profile.holders, names, console);
  print_relations(profile, names, console);
}

void ShowCommand::print_positions(const std::string& title, const std::vector<HeldPosition>& positions,
                                  NodeNames& names, Console& console) const {
  if (positions.empty()) return;
  Table table({{"", Table::Align::kRight}, {"", Table::Align::kLeft, 60}, {""}});
  const size_t shown = limit_ == 0 ? positions.size() : std::min<size_t>(positions.size(), limit_);
  for (size_t i = 0; i < shown; ++i) {
    table.add_row({with_commas(positions[i].articles), position_shown(positions[i], names),
                   date_range(positions[i].first_date, positions[i].last_date)});
  }
  console.out.write("\n" + bold(title, console) + "\n" + table.render(console.width, 2));
  print_rest(positions.size() - shown, console.out);
}

void ShowCommand::print_relations(const NodeProfile& profile, NodeNames& names, Console& console) const {
  for (const RelationGroup& group : profile.groups) {
    const std::string title = group.symmetric  ? group.relation
                              : group.outgoing ? group.relation + " →"
                                               : "← " + group.relation;
    console.out.write("\n" + bold(title, console) + "\n");
    Table table({{"", Table::Align::kRight}, {"", Table::Align::kLeft, 50}, {""}});
    const size_t shown = limit_ == 0 ? group.edges.size() : std::min<size_t>(group.edges.size(), limit_);
    for (size_t i = 0; i < shown; ++i) {
      const Edge& edge = group.edges[i];
      table.add_row({with_commas(edge.articles), names.shown(other_end(edge, profile.node.id)),
                     date_range(edge.first_date, edge.last_date)});
    }
    console.out.write(table.render(console.width, 2));
    print_rest(group.edges.size() - shown, console.out);
  }
}

void ShowCommand::print_json(const NodeProfile& profile, NodeNames& names, Output& out) const {
  out.write("{\"node\": " + node_json(profile.node) + ",\n\"positions\": ");
  print_positions_json("body", profile.positions, names, out);
  out.write("\"held_by\": ");
  print_positions_json("holder", profile.holders, names, out);
  out.write("\"edges\": ");
  JsonArray edges(out);
  for (const Edge& edge : profile.position_edges) edges.add(edge_json({edge, false}, names));
  for (const RelationGroup& group : profile.groups) {
    for (const Edge& edge : group.edges) edges.add(edge_json({edge, is_turned(edge, profile.node.id)}, names));
  }
  edges.close("}\n");
}

}  // namespace actant
