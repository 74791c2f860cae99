#include "tools/cli/command_communities.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "tools/cli/csv_output.h"
#include "tools/cli/json_output.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

constexpr size_t kTableLimit = 20;

ValueSetter set_positive(double& target) {
  return [&target](std::string_view value) {
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), target);
    if (error == std::errc() && end == value.data() + value.size() && target > 0 && target <= 1000) return;
    throw UsageError("'" + std::string(value) + "' is not a number above 0 and up to 1000");
  };
}

double strength(const GraphView& view, GraphView::Vertex vertex) {
  double sum = 0;
  const auto [first, last] = boost::out_edges(vertex, view.graph());
  for (auto edge = first; edge != last; ++edge) sum += view.graph()[*edge].weight;
  return sum;
}

// The members of the first communities, those with most articles on their edges first.
std::vector<std::vector<GraphView::Vertex>> members_of(const Communities& communities, const GraphView& view,
                                                       size_t count) {
  std::vector<std::vector<GraphView::Vertex>> members(count);
  std::vector<double> strengths(view.size());
  for (GraphView::Vertex vertex = 0; vertex < view.size(); ++vertex) {
    strengths[vertex] = strength(view, vertex);
    const uint32_t community = communities.of_vertex[vertex];
    if (community < count) members[community].push_back(vertex);
  }
  for (auto& list : members) {
    std::stable_sort(list.begin(), list.end(),
                     [&](GraphView::Vertex a, GraphView::Vertex b) { return strengths[a] > strengths[b]; });
  }
  return members;
}

}  // namespace

void CommunitiesCommand::declare(OptionTable& table) {
  view_.declare(table, "communities");
  table.add(Option{.name = "resolution",
                   .value = "G",
                   .help = "above 1: more and smaller communities; below: fewer and larger ones; default 1",
                   .set = set_positive(resolution_)});
  table.add(Option{.name = "members",
                   .value = "N",
                   .help = "name N members of each in the table; 0 is all; default 8; JSON and CSV name all",
                   .set = set_number(members_)});
  table.add(Option{.name = "min-size",
                   .value = "N",
                   .help = "only communities of at least N nodes; default 2",
                   .set = set_number(min_size_, 1)});
  table.add(Example{"actant communities news.graph --type person,organization", "groups of persons and organizations"});
  table.add(Example{"actant communities news.graph --relation met-with,cooperated-with,aided --csv",
                    "who works with whom: one line a node, with the number of its community"});
}

int CommunitiesCommand::run(Console& console) {
  const auto store = Store::open_read_only(view_.graph);
  const GraphView view = view_.view(*store, true);
  const Communities communities = find_communities(view, {.resolution = resolution_});
  const auto& sizes = communities.sizes;
  const auto all =
      static_cast<size_t>(std::count_if(sizes.begin(), sizes.end(), [&](uint32_t size) { return size >= min_size_; }));
  const auto shown = members_of(communities, view, std::min(all, view_.limit_or(kTableLimit)));
  NodeNames names(*store);
  if (view_.json) {
    JsonArray array(console.out);
    for (size_t i = 0; i < shown.size(); ++i) {
      std::string nodes;
      for (const auto vertex : shown[i]) {
        nodes += (nodes.empty() ? "" : ", ") + node_reference_json(names.of(view.id(vertex)));
      }
      array.add("{\"community\": " + std::to_string(i + 1) + ", \"size\": " + std::to_string(shown[i].size()) +
                ", \"nodes\": [" + nodes + "]}");
    }
    array.close();
  } else if (view_.csv) {
    console.out.write("community,size,node_id,node,node_type\n");
    for (size_t i = 0; i < shown.size(); ++i) {
      for (const auto vertex : shown[i]) {
        console.out.write(std::to_string(i + 1) + "," + std::to_string(shown[i].size()) + "," +
                          node_csv(names.of(view.id(vertex))) + "\n");
      }
    }
  } else {
    print_text(shown, all, communities.modularity, view, names, console);
  }
  return exit_code_of(console.messages);
}

void CommunitiesCommand::print_text(const std::vector<Members>& shown, size_t all, double modularity,
                                    const GraphView& view, NodeNames& names, Console& console) const {
  if (shown.empty()) {
    console.messages.note("no community of at least " + count_of(min_size_, "node"));
    return;
  }
  char quality[32];
  std::snprintf(quality, sizeof quality, "%.3f", modularity);
  console.out.write(count_of(all, "community", "communities") + " of at least " + count_of(min_size_, "node") +
                    ", modularity " + quality + "\n");
  for (size_t i = 0; i < shown.size(); ++i) {
    const size_t named = members_ == 0 ? shown[i].size() : std::min<size_t>(shown[i].size(), members_);
    std::string line;
    for (size_t k = 0; k < named; ++k) line += (k == 0 ? "" : ", ") + names.shown(view.id(shown[i][k]));
    if (named < shown[i].size()) line += " and " + with_commas(shown[i].size() - named) + " more";
    console.out.write("\n" + std::to_string(i + 1) + "  " + count_of(shown[i].size(), "node") + "\n  " + line + "\n");
  }
  if (!view_.limit && all > shown.size()) {
    console.out.flush();
    console.messages.note("these are " + with_commas(shown.size()) + " of " +
                          count_of(all, "community", "communities") + "; --limit 0 shows all");
  }
}

}  // namespace actant
