// Shows how to export a selection: what is within two steps of one actor, as GraphML for Gephi.
//
//   example_export_graphml /tmp/my-graph "Lars Eikeland" eikeland.graphml
//
// Read build_graph.cc first; it makes the graph.

#include <iostream>

#include "export/exporter.h"
#include "export/registry.h"
#include "graph/model/error.h"

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: example_export_graphml GRAPH NAME FILE\n";
    return 2;
  }
  try {
    const auto store = actant::Store::open_read_only(argv[1]);
    const auto nodes = store->find(argv[2]);
    if (nodes.empty()) {
      std::cerr << "not in the graph: " << argv[2] << '\n';
      return 1;
    }
    actant::Selection selection;
    selection.around = {nodes.front().id};
    selection.hops = 2;
    const auto writer = actant::make_writer("graphml", {});
    const actant::ExportCounts counts = actant::export_graph(*store, selection, *writer, argv[3]);
    std::cout << counts.nodes << " nodes and " << counts.edges << " edges in " << argv[3] << '\n';
  } catch (const actant::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
