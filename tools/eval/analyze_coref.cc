// Writes the coreference chains that we find in given words, for score_coref.py.
//
//   analyze_coref --model extract/model [--ranker en.coref.actm] [--caution X] gold.tokens > system.tokens
//
// Input and output have the form of coref_tokens.py. Without --ranker the one of the model. --caution asks for surer
// (above 0) or bolder links.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "extract/coref/chain_linker.h"
#include "extract/entity/entity_stage.h"
#include "extract/model_folder.h"
#include "extract/syntax/parser_stage.h"
#include "tools/eval/token_documents.h"

namespace actant {
namespace {

struct Options {
  std::string model, ranker, input;
  float caution = 0;
};

void write(const TokenDocument& input, const Document& document) {
  std::vector<std::string> column(document.tokens.size());
  const auto add = [&](uint32_t token, const std::string& part) {
    column[token] += (column[token].empty() ? "" : "|") + part;
  };
  for (const ChainMention& mention : document.chains) {
    const std::string chain = std::to_string(mention.chain);
    if (mention.first + 1 == mention.last) {
      add(mention.first, "(" + chain + ")");
    } else {
      add(mention.first, "(" + chain);
      add(mention.last - 1, chain + ")");
    }
  }
  std::cout << "#begin document (" << input.id << ")\n";
  for (const Sentence& sentence : document.sentences) {
    for (uint32_t t = sentence.first; t < sentence.last; ++t)
      std::cout << document.tokens[t].form << '\t' << (column[t].empty() ? "-" : column[t]) << '\n';
    std::cout << '\n';
  }
}

void run(const Options& options) {
  ParserStage parser(load_joint_network(options.model));
  EntityStage entities;
  ChainLinker linker(
      CorefRanker::load(options.ranker.empty() ? ModelFolder(options.model).find("en.coref.actm") : options.ranker));
  linker.caution = options.caution;
  Document document;
  for (const TokenDocument& input : read_token_documents(options.input)) {
    fill_document(input, document);
    parser.process(document);
    entities.process(document);
    linker.link(document, input.speakers);
    write(input, document);
  }
}

bool parse(int argc, char** argv, Options& options) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--model" && i + 1 < argc) {
      options.model = argv[++i];
    } else if (argument == "--ranker" && i + 1 < argc) {
      options.ranker = argv[++i];
    } else if (argument == "--caution" && i + 1 < argc) {
      options.caution = std::strtof(argv[++i], nullptr);
    } else if (options.input.empty() && argument.substr(0, 1) != "-") {
      options.input = argument;
    } else {
      return false;
    }
  }
  return !options.input.empty() && !options.model.empty();
}

}  // namespace
}  // namespace actant

int main(int argc, char** argv) {
  actant::Options options;
  if (!actant::parse(argc, argv, options)) {
    std::fputs("usage: analyze_coref --model DIR [--ranker FILE] [--caution X] FILE.tokens\n", stderr);
    return 2;
  }
  try {
    std::ios::sync_with_stdio(false);
    actant::run(options);
    std::cout.flush();
    return std::cout ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "analyze_coref: %s\n", error.what());
    return 1;
  }
}
