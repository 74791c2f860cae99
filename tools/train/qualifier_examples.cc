// Writes what the choice of times and places is trained on: the triples of articles with their candidates.
//
//   qualifier_examples MODEL_FOLDER ARTICLES.jsonl > examples.jsonl
//
// ARTICLES: one JSON object a line with `id`, `text`, and where known `date` and `source`. Output: one object for each
// event and qualifier: `article`, `qualifier`, `relation`, `sentence` (start, end), `subject`, `object` (spans of their
// mentions), `read` (what the rules give: a date or spans), `candidates` (spans, `iso` of times, features; the first is
// none). Offsets are code points of the text.
#include <cstdio>
#include <exception>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/entity/entity_stage.h"
#include "extract/entity/noun_phrase.h"
#include "extract/model_folder.h"
#include "extract/nn/segmenter_network.h"
#include "extract/relation/attribution.h"
#include "extract/relation/blame.h"
#include "extract/relation/event_date.h"
#include "extract/relation/event_place.h"
#include "extract/relation/event_stage.h"
#include "extract/relation/facts.h"
#include "extract/relation/pair_model.h"
#include "extract/relation/pair_stage.h"
#include "extract/relation/qualifier_candidates.h"
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
  explicit Program(const std::string& models)
      : network_(load_joint_network(models)),
        splitter_(SegmenterNetwork::load(ModelFolder(models).find("en.segmenter.actm"))),
        parser_(network_),
        pairs_(network_,
               PairModel::load(ModelFolder(models).find("en.relations.actm"), network_->input_layer().word_width())) {}

  void articles(const std::string& path) {
    for_each_article_line(path, document_, [this](Document&) { article(); });
  }

 private:
  void article() {
    for (Stage* stage :
         std::initializer_list<Stage*>{&tokenizer_, &splitter_, &parser_, &entities_, &statements_, &events_, &facts_,
                                       &pairs_, &attribution_, &blame_, &places_, &times_}) {
      stage->process(document_);
    }
    candidates_.reset(document_, times_.times());
    for (const Triple& triple : document_.triples) {
      if (triple.predicate == kNone || triple.subject == kNone || triple.object == kNone || triple.evidence.empty())
        continue;
      if (relation_info(triple.relation).fact || triple.relation == RelationType::kOpen ||
          triple.relation == RelationType::kStated)
        continue;
      candidates_.times(triple, found_);
      write(triple, "time", triple.time.empty() ? Json() : Json(triple.time));
      candidates_.places(triple, found_);
      write(triple, "place", triple.place == kNone ? Json() : mentions(triple.place));
    }
  }

  void write(const Triple& triple, const std::string& qualifier, const Json& read) {
    Json candidates = Json::array();
    for (const QualifierCandidate& candidate : found_) {
      Json one{{"features", candidate.features}, {"score", candidate.score}};
      if (candidate.token == kNone) {
        one["spans"] = Json::array();
      } else if (qualifier == "time") {
        const TimeExpression& time = times_.times()[candidate.index];
        one["spans"] = Json::array({span(span_of(document_, time.words))});
        one["iso"] = time.value.iso();
      } else {
        one["spans"] = mentions(candidate.index);
      }
      candidates.push_back(one);
    }
    std::cout << Json{{"article", document_.info.id},
                      {"qualifier", qualifier},
                      {"relation", relation_info(triple.relation).id},
                      {"sentence", span(document_.sentences[triple.evidence.front()].span)},
                      {"subject", mentions(triple.subject)},
                      {"object", mentions(triple.object)},
                      {"read", read},
                      {"candidates", candidates}}
                     .dump(-1, ' ', false, Json::error_handler_t::replace)
              << '\n';
  }

  Json mentions(uint32_t entity) const {
    Json spans = Json::array();
    if (entity >= document_.entities.size()) return spans;
    for (const uint32_t m : document_.entities[entity].mentions) spans.push_back(span(document_.mentions[m].span));
    return spans;
  }

  Json span(Span bytes) const { return points_of(document_, bytes); }

  std::shared_ptr<const JointNetwork> network_;
  TokenizerStage tokenizer_;
  SentenceSplitterStage splitter_;
  ParserStage parser_;
  EntityStage entities_;
  StatementStage statements_{false};
  EventStage events_;
  FactStage facts_;
  PairStage pairs_;
  AttributionStage attribution_;
  BlameStage blame_;
  PlaceStage places_;
  TimeStage times_;
  QualifierCandidates candidates_{true};
  std::vector<QualifierCandidate> found_;
  Document document_;
};

}  // namespace
}  // namespace actant

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: qualifier_examples MODEL_FOLDER ARTICLES.jsonl\n", stderr);
    return 2;
  }
  try {
    std::ios::sync_with_stdio(false);
    actant::Program program(argv[1]);
    program.articles(argv[2]);
    std::cout.flush();
    return std::cout ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "qualifier_examples: %s\n", error.what());
    return 1;
  }
}
