// Writes the training examples of the coreference ranker: the features of every candidate, of every pair, and which
// antecedents are right.
//
//   coref_examples --model extract/model --tokens train.tokens --partial litbank.tokens --gap gap-development.tsv > examples
//
// --tokens: all chains are annotated. --partial: only some noun phrases are annotated (LitBank: six types); the others
// are no anaphors here. --gap: pronouns with two names each (Webster et al., "Mind the GAP", TACL 2018).
// Format: see read_examples() in train_coref.cc.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/entity/coref/coref_features.h"
#include "extract/entity/entity_stage.h"
#include "extract/nn/joint_network.h"
#include "extract/nn/segmenter_network.h"
#include "extract/syntax/parser_stage.h"
#include "extract/text/sentence_splitter.h"
#include "extract/text/tokenizer.h"
#include "tools/eval/token_documents.h"

namespace actant {
namespace {

enum Label : uint8_t { kWrong, kRight, kUnknown };

class ExampleWriter {
 public:
  void number(uint32_t value) { std::cout.write(reinterpret_cast<const char*>(&value), sizeof value); }
  void list(const std::vector<uint32_t>& values) {
    number(static_cast<uint32_t>(values.size()));
    std::cout.write(reinterpret_cast<const char*>(values.data()),
                    static_cast<std::streamsize>(values.size() * sizeof(uint32_t)));
  }
};

/// `label(i, j)` says whether j is an antecedent of i, `asked(i)` whether i is an example at all, `fresh(i)` whether
/// it may be new.
template <typename Asked, typename Fresh, typename LabelOf>
void write_document(CorefFeatures& features, Asked asked, Fresh fresh, LabelOf label) {
  ExampleWriter out;
  std::vector<uint32_t> values, antecedents;
  const auto count = static_cast<uint32_t>(features.table().candidates.size());
  out.number(count);
  for (uint32_t i = 0; i < count; ++i) {
    features.unary(i, values);
    out.list(values);
    features.antecedents(i, antecedents);
    if (!asked(i)) antecedents.clear();
    out.number(static_cast<uint32_t>(antecedents.size()));
    out.number(fresh(i));
    uint32_t between = 0;
    for (const uint32_t j : antecedents) {
      out.number(j);
      out.number(label(i, j));
      features.pair(i, j, between, values);
      out.list(values);
      between += features.agree(i, j);
    }
  }
}

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

class Program {
 public:
  explicit Program(const std::string& model)
      : parser_(JointNetwork::load(model + "/en.actm")),
        splitter_(SegmenterNetwork::load(model + "/en.segmenter.actm")) {}

  void tokens(const std::string& path, bool partial) {
    for (const TokenDocument& input : read_token_documents(path)) {
      fill_document(input, document_);
      parser_.process(document_);
      const Clusters clusters = entities_.link_names(document_);
      CorefFeatures features(clusters);
      features.prepare(input.speakers);
      const std::vector<int> chains = chains_of(input, document_, features.table());
      std::unordered_map<int, uint32_t> first;
      for (uint32_t i = 0; i < chains.size(); ++i) {
        if (chains[i] >= 0) first.try_emplace(chains[i], i);
      }
      write_document(
          features, [&](uint32_t i) { return !partial || chains[i] >= 0; },
          [&](uint32_t i) { return chains[i] < 0 || first[chains[i]] == i; },
          [&](uint32_t i, uint32_t j) { return chains[i] >= 0 && chains[i] == chains[j] ? kRight : kWrong; });
    }
  }

  void gap(const std::string& path) {
    std::ifstream in(path);
    if (!in) throw IoError("cannot open " + path);
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) gap_line(line);
  }

 private:
  static std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields;
    for (size_t begin = 0;;) {
      const size_t end = line.find('\t', begin);
      fields.push_back(line.substr(begin, end - begin));
      if (end == std::string::npos) return fields;
      begin = end + 1;
    }
  }

  // Offsets of GAP count code points.
  static uint32_t byte_of(const std::string& text, int points) {
    uint32_t at = 0;
    for (; at < text.size(); ++at) {
      if ((text[at] & 0xc0) != 0x80 && points-- == 0) break;
    }
    return at;
  }

  uint32_t token_at(uint32_t byte) const {
    for (uint32_t t = 0; t < document_.tokens.size(); ++t) {
      if (document_.tokens[t].span.end > byte) return t;
    }
    return kNone;
  }

  void gap_line(const std::string& line) {
    const auto fields = fields_of(line);
    if (fields.size() < 10) return;
    document_.clear();
    document_.text = fields[1];
    tokenize(document_);
    splitter_.process(document_);
    parser_.process(document_);
    const Clusters clusters = entities_.link_names(document_);
    CorefFeatures features(clusters);
    features.prepare();
    const uint32_t pronoun = token_at(byte_of(fields[1], std::stoi(fields[3])));
    uint32_t name[2];
    bool right[2];
    for (int k = 0; k < 2; ++k) {
      const int begin = std::stoi(fields[5 + 3 * k]);
      const uint32_t first = token_at(byte_of(fields[1], begin));
      const uint32_t last = token_at(byte_of(fields[1], begin) + static_cast<uint32_t>(fields[4 + 3 * k].size()) - 1);
      if (first == kNone || last == kNone) return;
      name[k] = find_mention_by_head(document_, head_of_span(document_, first, last + 1));
      right[k] = fields[6 + 3 * k] == "TRUE";
    }
    const auto& table = features.table();
    const auto cluster = [&](uint32_t m) { return m == kNone ? kNone : clusters.find(m); };
    const uint32_t a = cluster(name[0]), b = cluster(name[1]);
    const bool any = right[0] || right[1];
    const uint32_t positive = right[0] ? a : right[1] ? b : kNone;
    const auto label = [&](uint32_t, uint32_t j) -> Label {
      const uint32_t other = table.facts[j].cluster;
      if (any) {
        if (other != kNone && other == positive) return kRight;
        return table.candidates[j].kind == CandidateKind::kPronoun ? kUnknown : kWrong;
      }
      return other != kNone && (other == a || other == b) ? kWrong : kRight;
    };
    const auto asked = [&](uint32_t i) { return table.candidates[i].head == pronoun && (!any || positive != kNone); };
    write_document(features, asked, [&](uint32_t) { return !any; }, label);
  }

  ParserStage parser_;
  SentenceSplitterStage splitter_;
  EntityStage entities_{nullptr};
  Document document_;
};

}  // namespace
}  // namespace actant

int main(int argc, char** argv) {
  if (argc < 4 || std::string_view(argv[1]) != "--model") {
    std::fputs("usage: coref_examples --model DIR [--tokens FILE | --partial FILE | --gap FILE]...\n", stderr);
    return 2;
  }
  try {
    std::ios::sync_with_stdio(false);
    actant::Program program(argv[2]);
    for (int i = 3; i + 1 < argc; i += 2) {
      const std::string_view kind = argv[i];
      if (kind == "--gap") program.gap(argv[i + 1]);
      else program.tokens(argv[i + 1], kind == "--partial");
    }
    std::cout.flush();
    return std::cout ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "coref_examples: %s\n", error.what());
    return 1;
  }
}
