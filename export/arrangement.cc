#include "export/arrangement.h"

#include <algorithm>
#include <cmath>

#include "export/force_atlas2.h"
#include "graph/algorithm/communities.h"

namespace actant {
namespace {

// Radius of a node without edges, and what a degree adds; the layout puts neighbours about ten units apart.
constexpr float kSmallest = 2;
constexpr float kGrowth = 0.9f;
constexpr float kGap = 1;

uint32_t number_of(const std::vector<NodeId>& ids, NodeId id) {
  return static_cast<uint32_t>(std::lower_bound(ids.begin(), ids.end(), id) - ids.begin());
}

// The selected edges, those of a pair as one. Their weights add up under the root: ten articles pull about three times
// as hard as one, so that a pair in the headlines does not collapse into a point.
std::vector<WeightedPair> joined_edges(const SelectedGraph& graph, const std::vector<NodeId>& ids) {
  std::vector<WeightedPair> edges;
  graph.for_each_edge([&](const Edge& edge) {
    const uint32_t a = number_of(ids, edge.key.subject), b = number_of(ids, edge.key.object);
    edges.push_back({std::min(a, b), std::max(a, b), static_cast<float>(std::max<uint32_t>(1, edge.articles))});
    return true;
  });
  std::stable_sort(edges.begin(), edges.end(),
                   [](const WeightedPair& x, const WeightedPair& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
  size_t kept = 0;
  for (size_t i = 0; i < edges.size(); ++i) {
    if (kept > 0 && edges[kept - 1].a == edges[i].a && edges[kept - 1].b == edges[i].b) {
      edges[kept - 1].weight += edges[i].weight;
    } else {
      edges[kept++] = edges[i];
    }
  }
  edges.resize(kept);
  for (WeightedPair& edge : edges) edge.weight = std::sqrt(edge.weight);
  return edges;
}

}  // namespace

Arrangement::Arrangement(const SelectedGraph& graph, ColorBy color) {
  graph.for_each_node([&](const Node& node) {
    ids_.push_back(node.id);
    return true;
  });
  const auto edges = joined_edges(graph, ids_);
  std::vector<uint32_t> degrees(ids_.size());
  for (const WeightedPair& edge : edges) {
    ++degrees[edge.a];
    ++degrees[edge.b];
  }
  std::vector<float> radii(ids_.size());
  for (size_t i = 0; i < radii.size(); ++i) radii[i] = kSmallest + kGrowth * std::sqrt(static_cast<float>(degrees[i]));
  auto places = force_atlas2(static_cast<uint32_t>(ids_.size()), edges);
  remove_overlaps(places, radii, kGap);
  Communities communities;
  if (color == ColorBy::kCommunity) communities = find_communities(static_cast<uint32_t>(ids_.size()), edges);
  looks_.resize(ids_.size());
  for (size_t i = 0; i < looks_.size(); ++i) {
    Look& look = looks_[i];
    look.x = places[i].x;
    look.y = places[i].y;
    look.size = radii[i];
    // Counted from 1, the largest first; 0 for nodes without edges.
    look.community = color == ColorBy::kCommunity && degrees[i] > 0 ? communities.of_vertex[i] + 1 : 0;
    look.color = color != ColorBy::kCommunity ? color_of_type(ids_[i].type()) : color_of_community(look.community);
  }
}

const Look* Arrangement::find(NodeId id) const {
  const uint32_t number = number_of(ids_, id);
  return number < ids_.size() && ids_[number] == id ? &looks_[number] : nullptr;
}

}  // namespace actant
