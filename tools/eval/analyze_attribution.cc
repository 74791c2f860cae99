// Writes who says what in articles, with the words of the cue and of the speaker, for score_attribution.py.
//
//   analyze_attribution --model extract/model articles.jsonl > system.jsonl
//
// Articles are lines {"id": ..., "text": ...}; the output is the record of each with `cue` and `source` in its statements,
// ranges of code points like the others.
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "extract/entity/noun_phrase.h"
#include "extract/extractor.h"
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

// The mention of the speaker nearest to the cue.
const Mention* source_of(const Document& document, const Statement& statement) {
  const Mention* best = nullptr;
  uint32_t best_distance = kNone;
  for (const uint32_t m : document.entities[statement.speaker].mentions) {
    const Mention& mention = document.mentions[m];
    const uint32_t distance = mention.head < statement.cue ? statement.cue - mention.head : mention.head - statement.cue;
    if (distance < best_distance) best = &mention;
    best_distance = std::min(distance, best_distance);
  }
  return best;
}

nlohmann::json attributions(const Document& document) {
  nlohmann::json list = nlohmann::json::array();
  for (const Statement& statement : document.statements) {
    nlohmann::json out = range(document, statement.span);
    out["id"] = "s" + std::to_string(list.size() + 1);
    if (statement.cue != kNone) {
      uint32_t last = statement.cue + 1;
      if (document.tokens[statement.cue].norm == "according" && last < document.tokens.size()) ++last;
      out["cue"] = range(document, span_of(document, {statement.cue, last}));
      const Mention* source = statement.speaker == kNone ? nullptr : source_of(document, statement);
      if (source != nullptr) out["source"] = range(document, source->span);
    }
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
  const auto extractor = Extractor::load(options);
  const auto worker = extractor->make_worker();
  Document document;
  for (std::string line; std::getline(in, line);) {
    const auto article = nlohmann::json::parse(line);
    document.info = {};
    document.text = article.at("text").get<std::string>();
    worker->analyze(document);
    std::cout << nlohmann::json{{"doc", {{"id", article.at("id")}}}, {"statements", attributions(document)}}.dump() << '\n';
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
