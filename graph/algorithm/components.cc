#include "graph/algorithm/components.h"

#include <algorithm>
#include <boost/pending/disjoint_sets.hpp>
#include <boost/property_map/property_map.hpp>
#include <numeric>

namespace actant {

Components connected_components(const GraphView& view) {
  const GraphView::Graph& graph = view.graph();
  const auto count = static_cast<uint32_t>(view.size());
  std::vector<uint32_t> rank(count), parent(count);
  // Property maps and not plain pointers, since get() is found by the namespace of its argument.
  using Map = boost::iterator_property_map<std::vector<uint32_t>::iterator, boost::identity_property_map>;
  boost::disjoint_sets<Map, Map> sets(Map(rank.begin()), Map(parent.begin()));
  for (uint32_t vertex = 0; vertex < count; ++vertex) sets.make_set(vertex);
  const auto [begin, end] = boost::edges(graph);
  for (auto edge = begin; edge != end; ++edge) {
    sets.union_set(boost::source(*edge, graph), boost::target(*edge, graph));
  }
  // Number the sets by size; their roots depend on the order of the edges, the first vertex of each does not.
  std::vector<uint32_t> size(count), first(count, count);
  for (uint32_t vertex = 0; vertex < count; ++vertex) {
    const uint32_t root = sets.find_set(vertex);
    ++size[root];
    first[root] = std::min(first[root], vertex);
  }
  std::vector<uint32_t> roots;
  for (uint32_t vertex = 0; vertex < count; ++vertex) {
    if (size[vertex] > 0) roots.push_back(vertex);
  }
  std::sort(roots.begin(), roots.end(),
            [&](uint32_t a, uint32_t b) { return size[a] != size[b] ? size[a] > size[b] : first[a] < first[b]; });
  Components result;
  std::vector<uint32_t> number(count);
  for (const uint32_t root : roots) {
    number[root] = static_cast<uint32_t>(result.sizes.size());
    result.sizes.push_back(size[root]);
  }
  result.of_vertex.resize(count);
  for (uint32_t vertex = 0; vertex < count; ++vertex) result.of_vertex[vertex] = number[sets.find_set(vertex)];
  return result;
}

}  // namespace actant
