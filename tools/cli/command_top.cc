#include "tools/cli/command_top.h"

#include <cstdio>

#include "graph/algorithm/betweenness.h"
#include "graph/algorithm/centrality.h"
#include "graph/algorithm/coreness.h"
#include "tools/cli/csv_output.h"
#include "tools/cli/json_output.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

constexpr size_t kTableLimit = 20;
/// Betweenness is exact as long as nodes times edges stay below this, about ten seconds.
constexpr double kExactSteps = 1e9;
constexpr uint32_t kDefaultSample = 1000;

std::vector<double> strengths(const GraphView& view) {
  std::vector<double> result(view.size());
  for (GraphView::Vertex vertex = 0; vertex < view.size(); ++vertex) {
    const auto [first, last] = boost::out_edges(vertex, view.graph());
    for (auto edge = first; edge != last; ++edge) result[vertex] += view.graph()[*edge].weight;
  }
  return result;
}

std::vector<double> neighbor_counts(const GraphView& view) {
  std::vector<double> result(view.size());
  for (GraphView::Vertex vertex = 0; vertex < view.size(); ++vertex) {
    result[vertex] = static_cast<double>(boost::out_degree(vertex, view.graph()));
  }
  return result;
}

}  // namespace

void TopCommand::declare(OptionTable& table) {
  view_.declare(table, "nodes");
  table.add(Option{.name = "by",
                   .value = "MEASURE",
                   .help = "degree: different neighbors; strength: articles over all edges; pagerank; betweenness: "
                           "shortest paths that pass through; coreness: k of the innermost k-core; default degree",
                   .set = set_word(by_, {"degree", "strength", "pagerank", "betweenness", "coreness"}),
                   .choices = {"degree", "strength", "pagerank", "betweenness", "coreness"}});
  table.add(Option{.name = "sample",
                   .value = "N",
                   .help =
                       "betweenness over the paths from N nodes, scaled up; 0: from all, exact; default 0 for small "
                       "graphs and 1000 for large ones",
                   .set = [this](std::string_view value) { set_number(sample_.emplace())(value); }});
  table.add(Example{"actant top news.graph --by pagerank --type person", "the persons at the centre"});
  table.add(Example{"actant top news.graph --by betweenness --sample 2000 --since 2025 -n 100 --csv",
                    "the hundred nodes that most short paths since 2025 pass through, as CSV"});
}

void TopCommand::validate() {
  view_.validate();
  if (sample_ && by_ != "betweenness") throw UsageError("--sample is for --by betweenness");
}

std::vector<double> TopCommand::scores(const GraphView& view, Console& console) const {
  if (by_ == "degree") return neighbor_counts(view);
  if (by_ == "strength") return strengths(view);
  if (by_ == "pagerank") return page_rank(view);
  if (by_ == "coreness") {
    const std::vector<uint32_t> cores = coreness(view);
    return {cores.begin(), cores.end()};
  }
  uint32_t sample = sample_.value_or(0);
  const double steps = static_cast<double>(view.size()) * static_cast<double>(boost::num_edges(view.graph()));
  if (!sample_ && steps > kExactSteps) {
    sample = kDefaultSample;
    console.messages.note("betweenness estimated from the paths of " + with_commas(sample) +
                          " nodes; --sample 0 takes all");
  }
  return betweenness(view, sample);
}

std::string TopCommand::score_text(double score) const {
  if (by_ != "pagerank" && by_ != "betweenness") return std::to_string(static_cast<uint64_t>(score));
  char text[48];
  std::snprintf(text, sizeof text, by_ == "pagerank" ? "%.6f" : "%.1f", score);
  return text;
}

int TopCommand::run(Console& console) {
  const auto store = Store::open_read_only(view_.graph);
  const GraphView view = view_.view(*store, by_ != "pagerank");
  std::vector<RankedVertex> ranking =
      top_vertices(scores(view, console), std::min(view.size(), view_.limit_or(kTableLimit)));
  std::erase_if(ranking, [](const RankedVertex& ranked) { return ranked.score <= 0; });
  NodeNames names(*store);
  if (view_.json) {
    JsonArray array(console.out);
    for (const RankedVertex& ranked : ranking) {
      array.add("{\"node\": " + node_reference_json(names.of(view.id(ranked.vertex))) + ", \"" + by_ +
                "\": " + score_text(ranked.score) + "}");
    }
    array.close();
  } else if (view_.csv) {
    console.out.write(by_ + ",node_id,node,node_type\n");
    for (const RankedVertex& ranked : ranking) {
      console.out.write(score_text(ranked.score) + "," + node_csv(names.of(view.id(ranked.vertex))) + "\n");
    }
  } else {
    using Align = Table::Align;
    Table table({{by_, Align::kRight}, {"node", Align::kLeft, 50}, {"type"}, {"articles", Align::kRight}});
    for (const RankedVertex& ranked : ranking) {
      const Node& node = names.of(view.id(ranked.vertex));
      table.add_row({score_text(ranked.score), names.shown(node.id), std::string(entity_type_name(node.type)),
                     with_commas(node.articles)});
    }
    if (!ranking.empty()) console.out.write(table.render(console.width));
  }
  if (ranking.empty() && !view_.json && !view_.csv) console.messages.note("no edge matches");
  return exit_code_of(console.messages);
}

}  // namespace actant
