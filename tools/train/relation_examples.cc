// Writes what the classifier of relations is trained on: the sentences of articles with their mentions, and the
// features of each pair.
//
//   relation_examples MODEL_FOLDER ARTICLES.jsonl VECTORS > examples.jsonl
//
// ARTICLES: one JSON object a line with `id`, `text`, and where known `date` and `source`. Output: one object a
// sentence that has a pair: `article`, `sentence`, `span`, `mentions` (start, end, token of the head, kind, type,
// entity), `pairs` (subject, object, meeting token, interior tokens, hashes of features; mentions as indices into
// `mentions`), `readings` of the rules (subject, relation, object as entities, rule). Offsets are code points of the
// text, tokens are counted from the first of all. VECTORS gets the word vector of every token, float32.
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/entity/entity_stage.h"
#include "extract/model_folder.h"
#include "extract/nn/segmenter_network.h"
#include "extract/relation/event_stage.h"
#include "extract/relation/facts.h"
#include "extract/relation/pair_features.h"
#include "extract/relation/statements.h"
#include "extract/syntax/parser_stage.h"
#include "extract/text/sentence_splitter.h"
#include "extract/text/tokenizer.h"
#include "tools/train/article_lines.h"

namespace actant {
namespace {

using Json = nlohmann::json;

class Program {
 public:
  Program(const std::string& models, const std::string& vectors)
      : network_(load_joint_network(models)),
        splitter_(SegmenterNetwork::load(ModelFolder(models).find("en.segmenter.actm"))),
        parser_(network_),
        vectors_(vectors, std::ios::binary) {
    if (!vectors_) throw IoError("cannot write " + vectors);
  }

  void articles(const std::string& path) {
    for_each_article_line(path, document_, [this](Document&) { article(); });
  }

 private:
  void article() {
    for (Stage* stage : std::initializer_list<Stage*>{&tokenizer_, &splitter_, &parser_, &entities_, &statements_,
                                                      &events_, &facts_}) {
      stage->process(document_);
    }
    const InputLayer& input = network_->input_layer();
    for (const Token& token : document_.tokens) {
      const float* vector = input.look_up(token.form, words_).vector;
      vectors_.write(reinterpret_cast<const char*>(vector),
                     static_cast<std::streamsize>(input.word_width() * sizeof(float)));
    }
    features_.reset(document_);
    for (uint32_t s = 0; s < document_.sentences.size(); ++s) sentence(s);
    first_token_ += document_.tokens.size();
  }

  void sentence(uint32_t s) {
    const std::span<const uint32_t> mentions = features_.mentions(s);
    Json pairs = Json::array(), shown = Json::array();
    for (size_t i = 0; i < mentions.size(); ++i) {
      for (size_t j = 0; j < mentions.size(); ++j) {
        if (i == j || !features_.write(mentions[i], mentions[j], values_)) continue;
        Json interior = Json::array();
        for (const uint32_t t : features_.interior()) interior.push_back(first_token_ + t);
        pairs.push_back(Json::array({i, j, first_token_ + features_.meeting(), interior, values_}));
      }
    }
    if (pairs.empty()) return;
    for (const uint32_t m : mentions) {
      const Mention& mention = document_.mentions[m];
      const Json span = points_of(document_, mention.span);
      shown.push_back(Json::array({span[0], span[1], first_token_ + mention.head, mention_kind_name(mention.kind),
                                   entity_type_name(mention.type), mention.entity}));
    }
    Json readings = Json::array();
    for (const Triple& triple : document_.triples) {
      if (triple.evidence.empty() || triple.evidence.front() != s || triple.object == kNone) continue;
      if (triple.relation == RelationType::kStated) continue;
      readings.push_back(Json::array({triple.subject, relation_info(triple.relation).id, triple.object, triple.rule}));
    }
    std::cout << Json{{"article", document_.info.id},
                      {"sentence", s},
                      {"span", points_of(document_, document_.sentences[s].span)},
                      {"mentions", shown},
                      {"pairs", pairs},
                      {"readings", readings}}
                     .dump(-1, ' ', false, Json::error_handler_t::replace)
              << '\n';
  }

  std::shared_ptr<const JointNetwork> network_;
  TokenizerStage tokenizer_;
  SentenceSplitterStage splitter_;
  ParserStage parser_;
  EntityStage entities_;
  StatementStage statements_{false};
  EventStage events_;
  FactStage facts_;
  PairFeatures features_;
  WordCache words_;
  std::ofstream vectors_;
  Document document_;
  std::vector<uint32_t> values_;
  size_t first_token_ = 0;
};

}  // namespace
}  // namespace actant

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: relation_examples MODEL_FOLDER ARTICLES.jsonl VECTORS\n", stderr);
    return 2;
  }
  try {
    std::ios::sync_with_stdio(false);
    actant::Program program(argv[1], argv[3]);
    program.articles(argv[2]);
    std::cout.flush();
    return std::cout ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "relation_examples: %s\n", error.what());
    return 1;
  }
}
