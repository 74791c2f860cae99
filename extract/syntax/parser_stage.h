#ifndef ACTANT_EXTRACT_SYNTAX_PARSER_STAGE_H_
#define ACTANT_EXTRACT_SYNTAX_PARSER_STAGE_H_

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/nn/joint_network.h"
#include "extract/stage.h"
#include "extract/syntax/lemmatizer.h"

namespace actant {

/// Labels of a joint network in the words of the pipeline, made once for all threads.
class SyntaxLabels {
 public:
  /// \throws CorruptData for a lemma rule that does not follow the grammar
  explicit SyntaxLabels(const JointNetwork& network);

  std::vector<Upos> upos;
  std::vector<Xpos> xpos;
  std::vector<Deprel> deprel;
  Lemmatizer lemmatizer;
  std::vector<std::optional<EntityType>> name_type;  ///< nullopt where names of that type are no nodes (MISC)
};

/// Fills in what the joint network says of each token (norm, lemma, tags, head, relation), the child index, and a
/// mention of kind kName for each person, organization, place, nationality and event it names.
class ParserStage : public Stage {
 public:
  explicit ParserStage(std::shared_ptr<const JointNetwork> network);
  /// As above with the labels of an earlier stage of the same network.
  ParserStage(std::shared_ptr<const JointNetwork> network, std::shared_ptr<const SyntaxLabels> labels);

  std::string_view name() const override { return "parser"; }
  uint32_t requires_layers() const override { return kTokens | kSentences; }
  uint32_t provides_layers() const override { return kSyntax | kNames; }
  void process(Document& document) override;

  const std::shared_ptr<const SyntaxLabels>& labels() const { return labels_; }

 private:
  void fill_tokens(Document& document);
  void choose_lemma(const Token& token, std::span<const uint16_t> rules);
  void add_mentions(Document& document) const;

  std::shared_ptr<const JointNetwork> network_;
  std::shared_ptr<const SyntaxLabels> labels_;
  JointNetwork::Scratch scratch_;
  JointAnalysis analysis_;
  std::vector<std::string_view> forms_;
  std::vector<TokenRange> ranges_;
  std::string text_, norm_;
};

/// Token of [first, last) that governs it: the one whose own head lies outside (the first of several). `first` <
/// `last`.
uint32_t head_of_span(const Document& document, uint32_t first, uint32_t last);

}  // namespace actant

#endif  // ACTANT_EXTRACT_SYNTAX_PARSER_STAGE_H_
