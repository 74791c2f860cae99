#include <iostream>

#include "export/registry.h"
#include "extract/extractor.h"
#include "graph/store/store.h"

int main(int, char** argv) {
  const auto extractor = actant::Extractor::load({MODEL_DIR});
  actant::Record record;
  actant::ArticleInfo info;
  info.id = "one";
  extractor->make_worker()->extract(info, "Lars Eikeland met Eleanor Whitcombe in Oslo on Tuesday.", record);
  const auto store = actant::Store::open(argv[1]);
  store->add(record);
  std::cout << store->counts().articles << " article, " << actant::formats().size() << " formats\n";
  return store->counts().edges > 0 ? 0 : 1;
}
