#include "tools/cli/graph_summary.h"

#include <algorithm>

#include "graph/algorithm/centrality.h"
#include "graph/algorithm/components.h"
#include "graph/algorithm/view.h"

namespace actant {
namespace {

void count_nodes(const Store& store, GraphSummary& summary) {
  store.for_each_node([&](const Node& node) {
    ++summary.types[node.type];
    return true;
  });
}

void count_articles(const Store& store, GraphSummary& summary) {
  store.for_each_article([&](const Article& article) {
    if (!article.info.source.empty()) ++summary.sources[article.info.source];
    const std::string& date = article.info.date;
    if (date.empty()) return true;
    if (summary.first_date.empty() || date < summary.first_date) summary.first_date = date;
    if (date > summary.last_date) summary.last_date = date;
    return true;
  });
}

void count_edges(const Store& store, GraphSummary& summary) {
  store.for_each_edge([&](const Edge& edge) {
    ++summary.relations[std::string(relation_info(edge.key.relation).id)];
    if (edge.key.negated) ++summary.negated;
    if (edge.key.modality != Modality::kActual) ++summary.not_actual;
    return true;
  });
}

void count_components(const GraphView& view, GraphSummary& summary) {
  for (const uint32_t size : connected_components(view).sizes) {
    if (size < 2) continue;
    ++summary.components;
    summary.connected_nodes += size;
    summary.largest_component = std::max<uint64_t>(summary.largest_component, size);
  }
}

template <typename Score>
std::vector<RankedNode> best(const GraphView& view, const std::vector<Score>& scores, size_t top) {
  std::vector<RankedNode> result;
  for (const RankedVertex& ranked : top_vertices(scores, top)) {
    if (ranked.score > 0) result.push_back({view.id(ranked.vertex), ranked.score});
  }
  return result;
}

}  // namespace

GraphSummary summarize(const Store& store, size_t top) {
  GraphSummary summary;
  summary.counts = store.counts();
  count_nodes(store, summary);
  count_articles(store, summary);
  count_edges(store, summary);
  const GraphView view(store);
  count_components(view, summary);
  if (top > 0 && summary.components > 0) {
    summary.by_degree = best(view, degrees(view), top);
    summary.by_page_rank = best(view, page_rank(view), top);
  }
  return summary;
}

}  // namespace actant
