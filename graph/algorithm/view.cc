#include "graph/algorithm/view.h"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

namespace actant {
namespace {

struct WeightedPair {
  uint32_t source;
  uint32_t target;
  float weight;
};

// One edge for each pair of nodes.
void merge_parallel(std::vector<WeightedPair>& pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const WeightedPair& a, const WeightedPair& b) {
    return std::pair(a.source, a.target) < std::pair(b.source, b.target);
  });
  size_t kept = 0;
  for (size_t i = 0; i < pairs.size(); ++i) {
    if (kept > 0 && pairs[kept - 1].source == pairs[i].source && pairs[kept - 1].target == pairs[i].target) {
      pairs[kept - 1].weight += pairs[i].weight;
    } else {
      pairs[kept++] = pairs[i];
    }
  }
  pairs.resize(kept);
}

bool passes(const Edge& edge, const ViewOptions& options) {
  if (edge.articles < options.min_articles) return false;
  if (edge.key.negated && !options.negated) return false;
  if (edge.key.relation == RelationType::kOpen && !options.open_relations) return false;
  return edge.key.modality == Modality::kActual || !options.only_actual;
}

bool is_wanted(NodeId id, const ViewOptions& options) {
  if (id.type() == EntityType::kStatement && !options.statements) return false;
  const auto& types = options.types;
  return types.empty() || std::find(types.begin(), types.end(), id.type()) != types.end();
}

}  // namespace

GraphView::GraphView(const Store& store, const ViewOptions& options) {
  store.for_each_node_id([&](NodeId id) {
    if (is_wanted(id, options)) ids_.push_back(id);
    return true;
  });
  ids_.shrink_to_fit();
  if (ids_.size() >= std::numeric_limits<uint32_t>::max())
    throw std::length_error("the graph has too many nodes for a view");
  std::vector<WeightedPair> pairs;
  store.for_each_edge([&](const Edge& edge) {
    const auto source = vertex(edge.key.subject), target = vertex(edge.key.object);
    if (!source || !target || !passes(edge, options)) return true;
    const float weight = options.weigh ? options.weigh(edge) : static_cast<float>(edge.articles);
    if (!(weight > 0)) return true;
    pairs.push_back({*source, *target, weight});
    if (options.undirected || relation_info(edge.key.relation).symmetric) pairs.push_back({*target, *source, weight});
    return true;
  });
  merge_parallel(pairs);
  std::vector<std::pair<uint32_t, uint32_t>> ends;
  std::vector<ViewEdge> properties;
  ends.reserve(pairs.size());
  properties.reserve(pairs.size());
  for (const WeightedPair& pair : pairs) {
    ends.emplace_back(pair.source, pair.target);
    properties.push_back({pair.weight});
  }
  std::vector<WeightedPair>().swap(pairs);
  graph_ = Graph(boost::edges_are_sorted, ends.begin(), ends.end(), properties.begin(),
                 static_cast<uint32_t>(ids_.size()), static_cast<uint32_t>(ends.size()));
}

size_t GraphView::memory_bytes() const {
  return ids_.capacity() * sizeof(NodeId) + (ids_.size() + 1) * sizeof(uint32_t) +
         boost::num_edges(graph_) * (sizeof(uint32_t) + sizeof(ViewEdge));
}

std::optional<GraphView::Vertex> GraphView::vertex(NodeId id) const {
  const auto it = std::lower_bound(ids_.begin(), ids_.end(), id);
  if (it == ids_.end() || *it != id) return std::nullopt;
  return static_cast<Vertex>(it - ids_.begin());
}

}  // namespace actant
