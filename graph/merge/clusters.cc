#include "graph/merge/clusters.h"

#include <numeric>
#include <utility>

namespace actant {

NodeClusters::NodeClusters(const std::vector<RawNode>& nodes)
    : parent_(nodes.size()), countries_(nodes.size()), articles_(nodes.size()), members_(nodes.size()) {
  std::iota(parent_.begin(), parent_.end(), 0);
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    countries_[i].add(nodes[i].country, nodes[i].articles);
    articles_[i] = nodes[i].articles;
    members_[i] = {i};
  }
}

uint32_t NodeClusters::find(uint32_t node) const {
  while (parent_[node] != node) {
    parent_[node] = parent_[parent_[node]];
    node = parent_[node];
  }
  return node;
}

bool NodeClusters::join(uint32_t a, uint32_t b) {
  a = find(a);
  b = find(b);
  if (a == b) return false;
  // By size, then by index, so that the root does not depend on the order of the arguments.
  if (members_[a].size() < members_[b].size() || (members_[a].size() == members_[b].size() && b < a)) std::swap(a, b);
  parent_[b] = a;
  countries_[a].add(countries_[b]);
  articles_[a] += articles_[b];
  members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
  members_[b] = {};
  return true;
}

}  // namespace actant
