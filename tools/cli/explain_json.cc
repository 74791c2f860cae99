#include "tools/cli/explain_json.h"

#include <nlohmann/json.hpp>

#include "extract/relation/confidence.h"
#include "graph/model/record_io.h"

namespace actant {
namespace {

using Json = nlohmann::ordered_json;

/// Code points before each byte of a text.
class CodePointTable {
 public:
  explicit CodePointTable(std::string_view text) : before_(text.size() + 1) {
    uint32_t count = 0;
    for (size_t i = 0; i < text.size(); ++i) {
      before_[i] = count;
      count += (static_cast<unsigned char>(text[i]) & 0xc0) != 0x80;
    }
    before_[text.size()] = count;
  }
  uint32_t operator()(uint32_t byte) const { return before_[byte]; }

 private:
  std::vector<uint32_t> before_;
};

Json sentence_json(const Document& document, const Sentence& sentence, const CodePointTable& at) {
  Json json{{"start", at(sentence.span.begin)}, {"end", at(sentence.span.end)}};
  if (sentence.title) json["title"] = true;
  Json& tokens = json["tokens"] = Json::array();
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Token& token = document.tokens[t];
    tokens.push_back(Json{{"form", token.form},
                          {"lemma", token.lemma},
                          {"upos", upos_name(token.upos)},
                          {"xpos", xpos_name(token.xpos)},
                          {"head", token.head == kNone ? 0 : token.head - sentence.first + 1},
                          {"deprel", deprel_name(token.deprel)},
                          {"start", at(token.span.begin)},
                          {"end", at(token.span.end)}});
  }
  return json;
}

void add_explanation(Json& json, const RecordRelation& relation) {
  json["rule"] = relation.rule;
  json["features"] = relation.features;
  const ConfidenceModel& model =
      relation.type == RelationType::kOpen ? ConfidenceModel::open() : ConfidenceModel::relations();
  Json& score = json["score"] = Json::object();
  for (const ConfidenceWeight& part : model.contributions(relation.features)) {
    score[std::string(part.feature)] = part.weight;
  }
}

}  // namespace

std::string explanation_json(const Document& document, const ExtractOptions& options) {
  Record record;
  build_record(document, options, record);
  std::string line;
  append_record(record, line);
  Json json = Json::parse(line);
  const CodePointTable at(document.text);
  Json& sentences = json["sentences"] = Json::array();
  for (const Sentence& sentence : document.sentences) sentences.push_back(sentence_json(document, sentence, at));
  for (size_t i = 0; i < record.relations.size(); ++i) add_explanation(json["relations"][i], record.relations[i]);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace actant
