// Writes who says, thinks or wants what in articles, with the word of the cue and the head of the source, for
// score_attribution.py.
//
//   analyze_attribution --model extract/model articles.jsonl > system.jsonl
//
// Articles are lines {"id": ..., "text": ...}; the output is the record of each with `cue` and `source` in its
// statements, ranges of code points like the others.
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "extract/entity/noun_phrase.h"
#include "extract/extractor.h"
#include "extract/relation/attribution_spans.h"
#include "graph/model/error.h"

namespace actant {
namespace {

nlohmann::json range(const Document& document, Span bytes) {
  const auto points = [&](uint32_t begin, uint32_t end) {
    uint32_t count = 0;
    for (uint32_t i = begin; i < end; ++i) count += (static_cast<unsigned char>(document.text[i]) & 0xc0) != 0x80;
    return count;
  };
  const uint32_t start = points(0, bytes.begin);
  return {{"start", start}, {"end", start + points(bytes.begin, bytes.end)}};
}

nlohmann::json attributions(const Document& document) {
  nlohmann::json list = nlohmann::json::array();
  for (const Attribution& attribution : document.attributions) {
    nlohmann::json out = range(document, attribution.content);
    out["id"] = "s" + std::to_string(list.size() + 1);
    out["rule"] = attribution.rule;
    uint32_t last = attribution.cue + 1;
    if (document.tokens[attribution.cue].norm == "according" && last < document.tokens.size()) ++last;
    out["cue"] = range(document, span_of(document, {attribution.cue, last}));
    if (attribution.source != kNone)
      out["source"] = range(document, span_of(document, source_phrase(document, attribution)));
    out["nested"] = attribution.nested;
    list.push_back(std::move(out));
  }
  return list;
}

void run(const std::string& model, const std::string& path) {
  std::ifstream in(path);
  if (!in) throw IoError("cannot open " + path);
  ExtractOptions options;
  options.model_directory = model;
  options.only_language = "any";
  options.attributions = true;
  const auto extractor = Extractor::load(options);
  const auto worker = extractor->make_worker();
  Document document;
  for (std::string line; std::getline(in, line);) {
    const auto article = nlohmann::json::parse(line);
    document.info = {};
    document.text = article.at("text").get<std::string>();
    worker->analyze(document);
    std::cout << nlohmann::json{{"doc", {{"id", article.at("id")}}}, {"statements", attributions(document)}}.dump()
              << '\n';
  }
}

}  // namespace
}  // namespace actant

int main(int argc, char** argv) {
  if (argc != 4 || std::string_view(argv[1]) != "--model") {
    std::fputs("usage: analyze_attribution --model DIR ARTICLES.jsonl\n", stderr);
    return 2;
  }
  try {
    actant::run(argv[2], argv[3]);
    std::cout.flush();
    return std::cout ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "analyze_attribution: %s\n", error.what());
    return 1;
  }
}
