// Shows how to build a graph from articles: extractor, store, counts.
//
//   example_build_graph examples/archive /tmp/my-graph
//
// Read extract_file.cc first.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

#include "extract/extractor.h"
#include "graph/model/error.h"
#include "graph/store/store.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: example_build_graph FOLDER GRAPH\n";
    return 2;
  }
  try {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(argv[1])) files.push_back(entry.path());
    std::sort(files.begin(), files.end());

    const auto extractor = actant::Extractor::load();
    const auto worker = extractor->make_worker();
    const auto store = actant::Store::open(argv[2]);
    actant::Record record;
    for (const auto& path : files) {
      std::ifstream file(path);
      const std::string text{std::istreambuf_iterator<char>(file), {}};
      actant::ArticleInfo info;
      info.id = path.stem().string();
      worker->extract(info, text, record);
      store->add(record);
    }
    store->resolve();
    store->flush();
    const actant::StoreCounts counts = store->counts();
    std::cout << counts.articles << " articles, " << counts.nodes << " nodes, " << counts.edges << " edges\n";
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
