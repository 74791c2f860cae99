// Writes the training examples of the coreference ranker: the features of every candidate, of every pair, and which
// antecedents are right.
//
//   coref_examples --model extract/model gum.tokens > examples
//
// Input: coref_tokens.py. Format: see read_coref_examples() (coref_example_set.h).
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/coref/coref_features.h"
#include "extract/entity/entity_stage.h"
#include "extract/model_folder.h"
#include "extract/syntax/parser_stage.h"
#include "tools/eval/token_documents.h"

namespace actant {
namespace {

class ExampleWriter {
 public:
  void number(uint32_t value) { std::cout.write(reinterpret_cast<const char*>(&value), sizeof value); }
  void list(const std::vector<uint32_t>& values) {
    number(static_cast<uint32_t>(values.size()));
    std::cout.write(reinterpret_cast<const char*>(values.data()),
                    static_cast<std::streamsize>(values.size() * sizeof(uint32_t)));
  }
};

/// The chain of each candidate, -1 for none: by its span, else by the head word of the annotated phrase.
std::vector<int> chains_of(const TokenDocument& input, const Document& document, const CandidateTable& table) {
  const auto key = [](uint32_t a, uint32_t b) { return uint64_t{a} << 32 | b; };
  std::unordered_map<uint64_t, int> spans;
  std::unordered_map<uint32_t, int> heads;
  std::unordered_map<uint64_t, bool> found;
  for (const auto& annotated : input.annotated) spans.emplace(key(annotated.first, annotated.last), annotated.chain);
  for (const Candidate& c : table.candidates) found[key(c.first, c.last)] = true;
  for (const auto& annotated : input.annotated) {
    if (found.contains(key(annotated.first, annotated.last))) continue;
    const uint32_t head = head_of_span(document, annotated.first, annotated.last);
    heads.emplace(head, annotated.chain);
  }
  std::vector<int> result;
  for (const Candidate& c : table.candidates) {
    const auto exact = spans.find(key(c.first, c.last));
    const auto by_head = heads.find(c.head);
    result.push_back(exact != spans.end() ? exact->second : by_head != heads.end() && !c.list ? by_head->second : -1);
  }
  return result;
}

void write_document(const TokenDocument& input, const Document& document) {
  CorefFeatures features(document);
  features.prepare(input.speakers);
  const std::vector<int> chains = chains_of(input, document, features.table());
  std::unordered_set<int> begun;
  ExampleWriter out;
  std::vector<uint32_t> values, antecedents;
  out.number(static_cast<uint32_t>(chains.size()));
  for (uint32_t i = 0; i < chains.size(); ++i) {
    const Candidate& candidate = features.table().candidates[i];
    for (const uint32_t token : {candidate.first, candidate.last, candidate.head}) out.number(token);
    features.unary(i, values);
    out.list(values);
    features.antecedents(i, antecedents);
    out.number(static_cast<uint32_t>(antecedents.size()));
    out.number(chains[i] < 0 || begun.insert(chains[i]).second);
    uint32_t between = 0;
    for (const uint32_t j : antecedents) {
      out.number(j);
      out.number(chains[i] >= 0 && chains[i] == chains[j]);
      features.pair(i, j, between, values);
      out.list(values);
      between += features.agree(i, j);
    }
  }
}

void write_examples(const std::string& model, const std::string& path) {
  ParserStage parser(load_joint_network(model));
  EntityStage entities;
  Document document;
  for (const TokenDocument& input : read_token_documents(path)) {
    fill_document(input, document);
    parser.process(document);
    entities.process(document);
    write_document(input, document);
  }
}

}  // namespace
}  // namespace actant

int main(int argc, char** argv) {
  if (argc != 4 || std::string_view(argv[1]) != "--model") {
    std::fputs("usage: coref_examples --model DIR FILE.tokens\n", stderr);
    return 2;
  }
  try {
    std::ios::sync_with_stdio(false);
    actant::write_examples(argv[2], argv[3]);
    std::cout.flush();
    return std::cout ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "coref_examples: %s\n", error.what());
    return 1;
  }
}
