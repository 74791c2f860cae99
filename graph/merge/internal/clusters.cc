#include "graph/merge/internal/clusters.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace actant::internal {
namespace {

constexpr uint32_t kKept = 16;  // members from which facts are kept

void unite(std::vector<std::string_view>& into, const std::vector<std::string_view>& other) {
  into.insert(into.end(), other.begin(), other.end());
  std::sort(into.begin(), into.end());
  into.erase(std::unique(into.begin(), into.end()), into.end());
}

}  // namespace

ClusterFacts::ClusterFacts(const NodeTable::Node& node)
    : articles(node.articles),
      offices(node.offices.begin(), node.offices.end()),
      first_year(node.first_year),
      last_year(node.last_year) {
  countries.add(node.country, node.articles);
  if (!node.occupation.empty()) occupations.push_back(node.occupation);
}

void ClusterFacts::add(const ClusterFacts& other) {
  countries.add(other.countries);
  articles += other.articles;
  unite(offices, other.offices);
  unite(occupations, other.occupations);
  if (other.first_year != 0) first_year = first_year == 0 ? other.first_year : std::min(first_year, other.first_year);
  last_year = std::max(last_year, other.last_year);
  if (known == kNoEntity) known = other.known;
  different.insert(different.end(), other.different.begin(), other.different.end());
}

NodeClusters::NodeClusters(const NodeTable& nodes)
    : nodes_(nodes),
      parent_(nodes.size(), nodes.space()),
      size_(nodes.size(), 1, nodes.space()),
      next_(nodes.size(), nodes.space()) {
  std::iota(parent_.begin(), parent_.end(), 0);
  std::iota(next_.begin(), next_.end(), 0);
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
  if (size_[a] < size_[b] || (size_[a] == size_[b] && b < a)) std::swap(a, b);
  if (size_[a] + size_[b] > kKept) {
    const ClusterFacts other = facts(b);
    if (const auto it = facts_.find(a); it != facts_.end()) {
      it->second.add(other);
    } else {
      facts_.emplace(a, facts(a)).first->second.add(other);
    }
    facts_.erase(b);
  }
  parent_[b] = a;
  size_[a] += size_[b];
  std::swap(next_[a], next_[b]);
  return true;
}

ClusterFacts NodeClusters::collect(uint32_t node) const {
  ClusterFacts all;
  uint32_t member = node;
  do {
    ClusterFacts own(nodes_[member]);
    if (const auto it = said_.find(member); !said_.empty() && it != said_.end()) {
      own.known = it->second.known;
      own.different = it->second.different;
    }
    all.add(own);
    member = next_[member];
  } while (member != node);
  return all;
}

ClusterFacts NodeClusters::facts(uint32_t node) const {
  const auto it = facts_.find(find(node));
  return it == facts_.end() ? collect(node) : it->second;
}

void NodeClusters::set_known(uint32_t node, uint32_t entity) {
  said_[node].known = entity;
  if (const auto it = facts_.find(find(node)); it != facts_.end()) it->second.known = entity;
}

void NodeClusters::set_different(uint32_t node, uint32_t other) {
  said_[node].different.push_back(other);
  if (const auto it = facts_.find(find(node)); it != facts_.end()) it->second.different.push_back(other);
}

uint64_t NodeClusters::articles(uint32_t node) const {
  const auto it = facts_.find(find(node));
  if (it != facts_.end()) return it->second.articles;
  uint64_t sum = 0;
  uint32_t member = node;
  do {
    sum += nodes_.articles(member);
    member = next_[member];
  } while (member != node);
  return sum;
}

std::vector<uint32_t> NodeClusters::members(uint32_t node, size_t limit) const {
  std::vector<uint32_t> result;
  uint32_t member = node;
  do {
    result.push_back(member);
    member = next_[member];
  } while (member != node);
  const auto more = [&](uint32_t a, uint32_t b) {
    return nodes_.articles(a) != nodes_.articles(b) ? nodes_.articles(a) > nodes_.articles(b) : a < b;
  };
  if (result.size() > limit) {
    std::nth_element(result.begin(), result.begin() + static_cast<std::ptrdiff_t>(limit), result.end(), more);
    result.resize(limit);
  }
  std::sort(result.begin(), result.end(), more);
  return result;
}

}  // namespace actant::internal
