// Shows how to read one article and print its triples.
//
//   example_extract_file examples/archive/2025-01-14-minister-visits-bergen.txt
//
// The simplest program; build_graph.cc goes on from here.

#include <fstream>
#include <iostream>
#include <iterator>

#include "extract/extractor.h"
#include "graph/model/error.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: example_extract_file FILE\n";
    return 2;
  }
  try {
    std::ifstream file(argv[1]);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto extractor = actant::Extractor::load();
    const auto worker = extractor->make_worker();
    actant::Document document;
    document.info.id = "example";
    document.text = text;
    worker->analyze(document);
    for (const actant::Triple& triple : document.triples) {
      const std::string_view object = triple.relation == actant::RelationType::kStated
                                          ? document.text_of(document.statements[triple.object].span)
                                      : triple.text_object.empty() ? document.entities[triple.object].name
                                                                   : triple.text_object;
      std::cout << document.entities[triple.subject].name << '\t' << actant::relation_info(triple.relation).id << '\t'
                << object << '\n';
    }
  } catch (const actant::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
