#ifndef ACTANT_EXTRACT_RELATION_PAIR_STAGE_H_
#define ACTANT_EXTRACT_RELATION_PAIR_STAGE_H_

#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/nn/input_layer.h"
#include "extract/nn/joint_network.h"
#include "extract/relation/clause.h"
#include "extract/relation/office.h"
#include "extract/relation/pair_features.h"
#include "extract/relation/pair_model.h"
#include "extract/stage.h"

namespace actant {

/// Asks the classifier about every pair of mentions of a sentence: adds relations that no rule has read, and takes back
/// readings that it does not believe. What it says of a rule's triple that stays is kept in Triple::pair_probability.
class PairStage : public Stage {
 public:
  PairStage(std::shared_ptr<const JointNetwork> network, std::shared_ptr<const PairModel> model)
      : network_(std::move(network)), model_(std::move(model)) {}

  std::string_view name() const override { return "pairs"; }
  uint32_t requires_layers() const override { return kTokens | kSentences | kSyntax | kEntities | kTriples; }
  uint32_t provides_layers() const override { return kTriples; }
  void process(Document& document) override;

 private:
  struct EntityPair {
    uint32_t subject, object;
  };
  /// What is said of a relation between two entities: by the pair of their mentions in the sentence that speaks most
  /// for it.
  struct Belief {
    float probability = 0;
    uint32_t predicate = kNone;
    uint32_t subject_mention = kNone, object_mention = kNone;
  };

  void read_sentence(uint32_t sentence);
  void score(uint32_t subject, uint32_t object);
  void judge_readings(uint32_t sentence);
  void add_unread(uint32_t sentence);
  void add(const EntityPair& pair, RelationType relation, const Belief& belief, uint32_t sentence);
  Modality outlook_of(RelationType relation, uint32_t predicate) const;
  bool are_joined(uint32_t a, uint32_t b) const;
  std::string_view title(const Belief& belief);
  std::span<Belief> beliefs(uint32_t subject, uint32_t object);
  void add_word(uint32_t token, PairModel::Role role, float factor);
  uint32_t predicate(uint32_t subject, uint32_t object) const;
  uint32_t told(RelationType relation, uint32_t object, uint32_t cue) const;

  std::shared_ptr<const JointNetwork> network_;
  std::shared_ptr<const PairModel> model_;
  Document* document_ = nullptr;
  PairFeatures features_;
  ClauseReader clauses_;
  OfficeReader offices_;
  WordCache words_;
  std::vector<uint32_t> values_;
  std::vector<float> sum_, probability_;
  std::vector<float> projections_;     ///< [tokens of the sentence x roles x hidden], filled where asked for
  std::vector<uint8_t> is_projected_;  ///< [tokens of the sentence x roles]
  uint32_t first_token_ = 0;
  std::vector<EntityPair> pairs_;  ///< of the sentence
  std::vector<Belief> beliefs_;    ///< [pairs x relations]
  std::unordered_map<uint64_t, uint32_t> pair_of_;
  std::vector<uint32_t> of_sentence_;  ///< triples of the rules, by sentence
  size_t next_ = 0;                    ///< the first of them that belongs to this sentence or a later one
  std::vector<uint8_t> dropped_;       ///< [triples]
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_PAIR_STAGE_H_
