// Shows how to walk a graph: the shortest connection of two actors, with a sentence for each step.
//
//   example_shortest_path /tmp/my-graph "Lars Eikeland" "Torstein Vik"
//
// Read build_graph.cc first; it makes the graph.

#include <algorithm>
#include <deque>
#include <iostream>
#include <map>
#include <vector>

#include "graph/model/error.h"
#include "graph/store/store.h"

namespace {

using actant::Direction;
using actant::Edge;
using actant::EdgeKey;
using actant::EntityType;
using actant::NodeId;

// Breadth-first search (Cormen et al., Introduction to Algorithms, 22.2): the edge by which each node was reached.
std::map<NodeId, EdgeKey> search(const actant::Store& store, NodeId from, NodeId to) {
  std::map<NodeId, EdgeKey> reached_by{{from, {}}};
  std::deque<NodeId> queue{from};
  while (!queue.empty() && !reached_by.count(to)) {
    const NodeId node = queue.front();
    queue.pop_front();
    store.for_each_edge_of(node, Direction::kBoth, [&](const Edge& edge) {
      const NodeId other = edge.key.subject == node ? edge.key.object : edge.key.subject;
      if (other.type() != EntityType::kStatement && reached_by.emplace(other, edge.key).second) queue.push_back(other);
      return true;
    });
  }
  return reached_by;
}

void print_step(const actant::Store& store, const EdgeKey& key) {
  std::cout << store.node(key.subject)->name << " -" << actant::relation_info(key.relation).id << "-> "
            << store.node(key.object)->name << '\n';
  store.for_each_evidence(key, [&](const actant::Evidence& evidence) {
    std::cout << "    \"" << evidence.text << "\" (" << store.article(evidence.article)->info.id << ")\n";
    return false;  // one sentence is enough here
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: example_shortest_path GRAPH NAME NAME\n";
    return 2;
  }
  try {
    const auto store = actant::Store::open_read_only(argv[1]);
    const auto from = store->find(argv[2]), to = store->find(argv[3]);
    if (from.empty() || to.empty()) {
      std::cerr << "not in the graph: " << (from.empty() ? argv[2] : argv[3]) << '\n';
      return 1;
    }
    const auto reached_by = search(*store, from.front().id, to.front().id);
    if (!reached_by.count(to.front().id)) {
      std::cout << "not connected\n";
      return 0;
    }
    std::vector<EdgeKey> path;
    for (NodeId node = to.front().id; node != from.front().id;) {
      path.push_back(reached_by.at(node));
      node = path.back().subject == node ? path.back().object : path.back().subject;
    }
    std::reverse(path.begin(), path.end());
    for (const EdgeKey& key : path) print_step(*store, key);
  } catch (const actant::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
