#include "tools/cli/command_stats.h"

#include <algorithm>
#include <cstdio>

#include "tools/cli/json_output.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

using Counted = std::vector<std::pair<std::string, uint64_t>>;

/// Most frequent first, equal ones by name.
Counted by_count(const std::map<std::string, uint64_t>& counts) {
  Counted result(counts.begin(), counts.end());
  std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return result;
}

std::map<std::string, uint64_t> type_counts(const GraphSummary& summary) {
  std::map<std::string, uint64_t> counts;
  for (const auto& [type, number] : summary.types) counts[std::string(entity_type_name(type))] = number;
  return counts;
}

void print_counts(const std::string& title, const Counted& counts, Output& out) {
  if (counts.empty()) return;
  Table table({{"", Table::Align::kRight}, {""}});
  for (const auto& [name, number] : counts) table.add_row({with_commas(number), name});
  out.write("\n" + title + "\n" + table.render(0, 2));
}

std::string four_digits(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", value);
  return text;
}

void print_ranking(const std::string& title, const std::vector<RankedNode>& ranking, bool whole, NodeNames& names,
                   Console& console) {
  if (ranking.empty()) return;
  Table table({{"", Table::Align::kRight}, {"", Table::Align::kLeft, 50}, {""}});
  for (const RankedNode& ranked : ranking) {
    const Node& node = names.of(ranked.id);
    table.add_row({whole ? with_commas(static_cast<uint64_t>(ranked.score)) : four_digits(ranked.score), node.name,
                   std::string(entity_type_name(node.type))});
  }
  console.out.write("\n" + title + "\n" + table.render(console.width, 2));
}

std::string json_object(const Counted& counts) {
  std::string object = "{";
  for (const auto& [name, number] : counts) {
    object += (object.size() > 1 ? ", " : "") + json_string(name) + ": " + std::to_string(number);
  }
  return object + "}";
}

void print_ranking_json(const char* name, const std::vector<RankedNode>& ranking, NodeNames& names, Output& out) {
  out.write(",\n\"" + std::string(name) + "\": ");
  JsonArray array(out);
  for (const RankedNode& ranked : ranking) {
    array.add("{\"node\": " + node_reference_json(names.of(ranked.id)) + ", \"score\": " + four_digits(ranked.score) +
              "}");
  }
  array.close("");
}

void print_json(const GraphSummary& summary, NodeNames& names, Output& out) {
  const StoreCounts& counts = summary.counts;
  const Counted numbers = {{"articles", counts.articles},
                           {"near_duplicates", counts.near_duplicates},
                           {"nodes", counts.nodes},
                           {"edges", counts.edges},
                           {"evidence", counts.evidence},
                           {"mentions", counts.mentions},
                           {"negated_edges", summary.negated},
                           {"not_actual_edges", summary.not_actual},
                           {"connected_nodes", summary.connected_nodes},
                           {"components", summary.components},
                           {"largest_component", summary.largest_component}};
  out.write("{\"counts\": " + json_object(numbers));
  if (!summary.first_date.empty()) {
    out.write(",\n\"first_date\": " + json_string(summary.first_date) +
              ", \"last_date\": " + json_string(summary.last_date));
  }
  out.write(",\n\"nodes_by_type\": " + json_object(by_count(type_counts(summary))));
  out.write(",\n\"edges_by_relation\": " + json_object(by_count(summary.relations)));
  out.write(",\n\"articles_by_source\": " + json_object(by_count(summary.sources)));
  print_ranking_json("top_by_degree", summary.by_degree, names, out);
  print_ranking_json("top_by_page_rank", summary.by_page_rank, names, out);
  out.write("}\n");
}

}  // namespace

void StatsCommand::declare(OptionTable& table) {
  table.add(Argument{.name = "DIR", .help = "the graph", .set = set_text(graph_)});
  table.add(Option{.name = "top",
                   .value = "N",
                   .help = "length of the lists of nodes and publishers; default 10; 0 leaves them out",
                   .set = set_number(top_)});
  table.add(Option{.name = "json", .help = "print one JSON object", .set = set_true(json_)});
  table.add(Example{"actant stats news.graph", "counts, and the top actors"});
  table.add(Example{"actant stats news.graph --top 100 --json", "the same for programs, with longer lists"});
}

int StatsCommand::run(Console& console) {
  const auto store = Store::open_read_only(graph_);
  const GraphSummary summary = summarize(*store, top_);
  NodeNames names(*store);
  if (json_) {
    print_json(summary, names, console.out);
  } else {
    print_text(summary, names, console);
  }
  return exit_code_of(console.messages);
}

void StatsCommand::print_text(const GraphSummary& summary, NodeNames& names, Console& console) const {
  Output& out = console.out;
  const StoreCounts& counts = summary.counts;
  const std::string copies =
      counts.near_duplicates > 0 ? " (" + count_of(counts.near_duplicates, "near duplicate") + ")" : "";
  out.write(count_of(counts.articles, "article") + copies + ", " + date_range(summary.first_date, summary.last_date) +
            "\n");
  out.write(count_of(counts.nodes, "node") + ", " + count_of(counts.edges, "edge") + " (" +
            with_commas(summary.negated) + " negated, " + with_commas(summary.not_actual) +
            " planned, possible or requested), " +
            count_of(counts.evidence, "piece of evidence", "pieces of evidence") + "\n");
  out.write(count_of(summary.components, "connected component") + " among " +
            count_of(summary.connected_nodes, "connected node") + ", the largest of " +
            count_of(summary.largest_component, "node") + "\n");
  print_counts("nodes by type", by_count(type_counts(summary)), out);
  print_counts("edges by relation", by_count(summary.relations), out);
  Counted sources = by_count(summary.sources);
  if (sources.size() > top_) sources.resize(top_);
  print_counts("articles by publisher", sources, out);
  print_ranking("most neighbours", summary.by_degree, true, names, console);
  print_ranking("highest PageRank", summary.by_page_rank, false, names, console);
}

}  // namespace actant
