// Writes the training examples of the pronoun model: for each `he` and `she` the features of the mentions that it may
// mean, and which of them are right.
//
//   pronoun_examples --model extract/model [--tokens gum.tokens | --partial litbank.tokens | --gap
//   gap-development.tsv]... > examples
//
// --tokens: form of coref_tokens.py, all chains are annotated. --partial: pronouns without a chain are left out. --gap:
// pronouns with two names each (Webster et al., "Mind the GAP", TACL 2018). Output: for each pronoun a line `= SOURCE
// NONE` (NONE 1 where having no antecedent is right), then for each candidate a line: 1 for right, 0 for wrong, and its
// features.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>
#include <functional>
#include <iostream>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/entity/entity_stage.h"
#include "extract/entity/pronoun_candidates.h"
#include "extract/entity/pronoun_features.h"
#include "extract/model_folder.h"
#include "extract/nn/segmenter_network.h"
#include "extract/syntax/parser_stage.h"
#include "extract/text/sentence_splitter.h"
#include "extract/text/tokenizer.h"
#include "tools/eval/token_documents.h"

namespace actant {
namespace {

using IsRight = std::function<bool(uint32_t)>;  // of a candidate mention

class Program {
 public:
  explicit Program(const std::string& model)
      : parser_(load_joint_network(model)),
        splitter_(SegmenterNetwork::load(ModelFolder(model).find("en.segmenter.actm"))) {}

  void tokens(const std::string& path, bool partial) {
    for (const TokenDocument& input : read_token_documents(path)) {
      fill_document(input, document_);
      parser_.process(document_);
      // The chain of each head word, that of the shortest phrase where several share it.
      std::unordered_map<uint32_t, std::pair<uint32_t, int>> chains;
      for (const auto& annotated : input.annotated) {
        const uint32_t head = head_of_span(document_, annotated.first, annotated.last),
                       size = annotated.last - annotated.first;
        const auto it = chains.try_emplace(head, size, annotated.chain).first;
        if (size < it->second.first) it->second = {size, annotated.chain};
      }
      entities_.process(document_, [&](const Clusters& clusters, uint32_t pronoun) {
        const auto own = chains.find(document_.mentions[pronoun].head);
        if (own == chains.end() && partial) return;
        const int chain = own == chains.end() ? -1 : own->second.second;
        write(
            clusters, pronoun, partial ? "partial" : "full",
            [&](uint32_t candidate) {
              if (chain < 0) return false;
              uint32_t member = candidate;
              do {
                const auto other = chains.find(document_.mentions[member].head);
                if (other != chains.end() && other->second.second == chain && member != pronoun) return true;
                member = clusters.next_member(member);
              } while (member != candidate);
              return false;
            },
            false);
      });
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

  void gap_line(const std::string& line) {
    const auto fields = fields_of(line);
    if (fields.size() < 10) return;
    document_.clear();
    document_.text = fields[1];
    tokenize(document_);
    splitter_.process(document_);
    parser_.process(document_);
    const uint32_t pronoun = byte_of(fields[1], std::stoi(fields[3]));
    Span name[2];
    bool right[2];
    for (int k = 0; k < 2; ++k) {
      name[k].begin = byte_of(fields[1], std::stoi(fields[5 + 3 * k]));
      name[k].end = name[k].begin + static_cast<uint32_t>(fields[4 + 3 * k].size());
      right[k] = fields[6 + 3 * k] == "TRUE";
    }
    const bool any = right[0] || right[1];
    entities_.process(document_, [&](const Clusters& clusters, uint32_t m) {
      if (document_.mentions[m].span.begin != pronoun) return;
      // `Thalia`, not the `daughter of Thalia` around it.
      const auto is_name = [&](uint32_t mention, int k) {
        const Mention& outer = document_.mentions[mention];
        if (outer.kind == MentionKind::kPronoun || !outer.span.overlaps(name[k])) return false;
        return outer.kind == MentionKind::kName ||
               std::none_of(document_.mentions.begin(), document_.mentions.end(), [&](const Mention& inner) {
                 return inner.kind == MentionKind::kName && inner.span.overlaps(name[k]);
               });
      };
      const auto names = [&](uint32_t candidate, int k) {
        uint32_t member = candidate;
        do {
          if (is_name(member, k)) return true;
          member = clusters.next_member(member);
        } while (member != candidate);
        return false;
      };
      write(
          clusters, m, "gap",
          [&](uint32_t candidate) {
            if (any) return (right[0] && names(candidate, 0)) || (right[1] && names(candidate, 1));
            return !names(candidate, 0) && !names(candidate, 1);
          },
          !any);
    });
  }

  // `none`: that it has no antecedent is right beside others; else only where none of the candidates is.
  void write(const Clusters& clusters, uint32_t pronoun, const char* source, const IsRight& is_right, bool none) {
    find_antecedents(clusters, pronoun, candidates_);
    if (candidates_.empty()) return;
    features_.prepare(clusters, pronoun, candidates_);
    std::vector<bool> right;
    bool any = false;
    for (const uint32_t candidate : candidates_) {
      right.push_back(is_right(candidate));
      any = any || right.back();
    }
    std::cout << "= " << source << ' ' << (none || !any) << '\n';
    for (size_t n = 0; n < candidates_.size(); ++n) {
      features_.write(n, values_);
      std::cout << right[n];
      for (const uint16_t value : values_) std::cout << ' ' << value;
      std::cout << '\n';
    }
  }

  ParserStage parser_;
  SentenceSplitterStage splitter_;
  EntityStage entities_;
  PronounFeatures features_;
  Document document_;
  std::vector<uint32_t> candidates_;
  std::vector<uint16_t> values_;
};

}  // namespace
}  // namespace actant

int main(int argc, char** argv) {
  if (argc < 4 || std::string_view(argv[1]) != "--model") {
    std::fputs("usage: pronoun_examples --model DIR [--tokens FILE | --partial FILE | --gap FILE]...\n", stderr);
    return 2;
  }
  try {
    std::ios::sync_with_stdio(false);
    actant::Program program(argv[2]);
    for (int i = 3; i + 1 < argc; i += 2) {
      const std::string_view kind = argv[i];
      if (kind == "--gap")
        program.gap(argv[i + 1]);
      else
        program.tokens(argv[i + 1], kind == "--partial");
    }
    std::cout.flush();
    return std::cout ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "pronoun_examples: %s\n", error.what());
    return 1;
  }
}
