#ifndef ACTANT_EXTRACT_RELATION_CONFIDENCE_H_
#define ACTANT_EXTRACT_RELATION_CONFIDENCE_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/stage.h"

namespace actant {

/// A row of a table made by tools/train/fit_confidence.py.
struct ConfidenceWeight {
  std::string_view feature;
  float weight;
};

/// Logistic regression over named features: how likely a triple is right. The tables confidence_*.inc are fitted by
/// tools/train/fit_confidence.py; what they reach on held-back articles prints tools/eval/calibration.py.
class ConfidenceModel {
 public:
  /// `weights` are sorted by feature and outlive the model; `bias` among them counts always.
  explicit ConfidenceModel(std::span<const ConfidenceWeight> weights);

  /// For triples of the ontology: probability that relation and both arguments are right.
  static const ConfidenceModel& relations();
  /// For open relations: expected share of right words (CaRB precision), which ranks them.
  static const ConfidenceModel& open();

  /// `features` are separated by blanks; `name` counts once, `name=0.25` a quarter. Unknown ones count nothing.
  double probability(std::string_view features) const;

  /// What each known feature adds to the log-odds, the bias first, then as given.
  std::vector<ConfidenceWeight> contributions(std::string_view features) const;

 private:
  float weight(std::string_view feature) const;
  std::span<const ConfidenceWeight> weights_;
};

/// The features of a triple of the ontology in its final document; Triple::confidence still is the prior of its rule.
/// Which pattern read it and how sure that is as a rule, what the arguments are and how they are mentioned where it was
/// read, how far apart the words are, what the classifier of relations (PairStage) says of it, polarity, modality, how
/// often it was read, how long the article is.
std::string confidence_features(const Document& document, const Triple& triple);

/// Turns the priors of the rules into probabilities. Comes after the triples are merged.
class ConfidenceStage : public Stage {
 public:
  std::string_view name() const override { return "confidence"; }
  uint32_t requires_layers() const override { return kEntities | kStatements | kTriples; }
  uint32_t provides_layers() const override { return kTriples; }
  void process(Document& document) override;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_CONFIDENCE_H_
