// Writes the coreference chains of the program's entities for given words, for score_coref.py.
//
//   analyze_coref --model extract/model gold.tokens > system.tokens
//
// Input and output have the form of coref_tokens.py. The mentions get the spans that coreference corpora give them:
// determiner, complements and relative clause included. Things that are no entities (`the storm`) have no chains.
#include <cstdio>
#include <exception>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extract/entity/entity_stage.h"
#include "extract/entity/noun_phrase.h"
#include "extract/model_folder.h"
#include "extract/syntax/parser_stage.h"
#include "tools/eval/token_documents.h"

namespace actant {
namespace {

/// First and last token below each token, itself included.
class Subtrees {
 public:
  explicit Subtrees(const Document& document) {
    const size_t count = document.tokens.size();
    first_.resize(count);
    last_.resize(count);
    std::vector<uint32_t> order;  // governors before their dependents
    order.reserve(count);
    for (uint32_t t = 0; t < count; ++t) {
      first_[t] = t;
      last_[t] = t + 1;
      if (document.tokens[t].head == kNone) order.push_back(t);
    }
    for (size_t i = 0; i < order.size(); ++i) {
      for (const uint32_t child : children_of(document, order[i])) order.push_back(child);
    }
    for (size_t i = order.size(); i-- > 0;) {
      const uint32_t head = document.tokens[order[i]].head;
      if (head == kNone) continue;
      first_[head] = std::min(first_[head], first_[order[i]]);
      last_[head] = std::max(last_[head], last_[order[i]]);
    }
  }
  uint32_t first(uint32_t t) const { return first_[t]; }
  uint32_t last(uint32_t t) const { return last_[t]; }

 private:
  std::vector<uint32_t> first_, last_;
};

// What hangs on the head of a phrase but is no part of it: the rest of a clause whose predicate it is, prepositions in
// front.
bool is_outside(Deprel deprel, bool predicate) {
  switch (deprel) {
    case Deprel::kCase:
    case Deprel::kMark:
    case Deprel::kCc:
    case Deprel::kCop:
    case Deprel::kNsubj:
    case Deprel::kNsubjOuter:
    case Deprel::kNsubjPass:
    case Deprel::kCsubj:
    case Deprel::kCsubjOuter:
    case Deprel::kAux:
    case Deprel::kPunct:
    case Deprel::kParataxis:
    case Deprel::kAdvcl:
    case Deprel::kDiscourse:
    case Deprel::kVocative:
    case Deprel::kExpl:
    case Deprel::kDislocated: return true;
    case Deprel::kAdvmod:
    case Deprel::kObl:
    case Deprel::kOblUnmarked: return predicate;
    default: return false;
  }
}

bool is_closing_mark(std::string_view form) { return form == ")" || form == "]" || form == "”" || form == "\""; }

TokenRange phrase_of(const Document& document, const Subtrees& trees, uint32_t head) {
  TokenRange range{head, head + 1};
  const bool predicate = child_with(document, head, Deprel::kCop) != kNone;
  for (const uint32_t child : children_of(document, head)) {
    const Token& token = document.tokens[child];
    if (token.deprel == Deprel::kConj) continue;
    // The possessive mark is part of the phrase: [Iran 's] minister.
    const bool possessive = token.deprel == Deprel::kCase && token.xpos == Xpos::kPOS;
    if (is_outside(token.deprel, predicate) && !possessive) continue;
    range.first = std::min(range.first, trees.first(child));
    range.last = std::max(range.last, trees.last(child));
  }
  while (range.last > head + 1 && document.tokens[range.last - 1].upos == Upos::kPunct &&
         !is_closing_mark(document.tokens[range.last - 1].form)) {
    --range.last;
  }
  return range;
}

// The span of each mention of `entity`; a mention inside a name of the same entity is none.
std::set<std::pair<uint32_t, uint32_t>> spans_of(const Document& document, const Subtrees& trees,
                                                 const DocumentEntity& entity) {
  std::set<std::pair<uint32_t, uint32_t>> spans;
  if (!entity.members.empty()) return spans;
  for (const uint32_t m : entity.mentions) {
    const Mention& mention = document.mentions[m];
    TokenRange range = phrase_of(document, trees, mention.head);
    // A title heads the name in some trees: the phrase holds the mention in any case.
    range.first = std::min(range.first, mention.first);
    range.last = std::max(range.last, mention.last);
    if (document.tokens[mention.head].xpos == Xpos::kWP || document.tokens[mention.head].xpos == Xpos::kWDT) continue;
    spans.emplace(range.first, range.last);
  }
  return spans;
}

void write(const TokenDocument& input, const Document& document) {
  std::vector<std::string> column(document.tokens.size());
  const auto add = [&](uint32_t token, const std::string& part) {
    column[token] += (column[token].empty() ? "" : "|") + part;
  };
  const Subtrees trees(document);
  for (size_t e = 0; e < document.entities.size(); ++e) {
    const auto spans = spans_of(document, trees, document.entities[e]);
    if (spans.size() < 2) continue;
    const std::string chain = std::to_string(e);
    for (const auto& [first, last] : spans) {
      if (first + 1 == last) {
        add(first, "(" + chain + ")");
      } else {
        add(first, "(" + chain);
        add(last - 1, chain + ")");
      }
    }
  }
  std::cout << "#begin document (" << input.id << ")\n";
  for (const Sentence& sentence : document.sentences) {
    for (uint32_t t = sentence.first; t < sentence.last; ++t)
      std::cout << document.tokens[t].form << '\t' << (column[t].empty() ? "-" : column[t]) << '\n';
    std::cout << '\n';
  }
}

void run(const std::string& model, const std::string& path) {
  ParserStage parser(load_joint_network(model));
  EntityStage entities;
  Document document;
  for (const TokenDocument& input : read_token_documents(path)) {
    fill_document(input, document);
    parser.process(document);
    entities.process(document);
    write(input, document);
  }
}

}  // namespace
}  // namespace actant

int main(int argc, char** argv) {
  if (argc != 4 || std::string_view(argv[1]) != "--model") {
    std::fputs("usage: analyze_coref --model DIR FILE.tokens\n", stderr);
    return 2;
  }
  try {
    std::ios::sync_with_stdio(false);
    actant::run(argv[2], argv[3]);
    std::cout.flush();
    return std::cout ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "analyze_coref: %s\n", error.what());
    return 1;
  }
}
