#include "extract/relation/confidence.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace actant {
namespace {

constexpr ConfidenceWeight kRelationWeights[] = {
#include "extract/relation/confidence_relations.inc"
};

constexpr ConfidenceWeight kOpenWeights[] = {
#include "extract/relation/confidence_open.inc"
};

constexpr std::string_view kBias = "bias";

template <typename Take>
void for_each_feature(std::string_view features, Take take) {
  while (!features.empty()) {
    const size_t end = std::min(features.find(' '), features.size());
    const std::string_view feature = features.substr(0, end);
    features.remove_prefix(std::min(end + 1, features.size()));
    const size_t equals = feature.find('=');
    float value = 1;
    if (equals != std::string_view::npos) {
      std::from_chars(feature.data() + equals + 1, feature.data() + feature.size(), value);
    }
    if (!feature.empty()) take(feature.substr(0, equals), value);
  }
}

}  // namespace

ConfidenceModel::ConfidenceModel(std::span<const ConfidenceWeight> weights) : weights_(weights) {}

const ConfidenceModel& ConfidenceModel::relations() {
  static const ConfidenceModel model(kRelationWeights);
  return model;
}

const ConfidenceModel& ConfidenceModel::open() {
  static const ConfidenceModel model(kOpenWeights);
  return model;
}

float ConfidenceModel::weight(std::string_view feature) const {
  const auto row = std::ranges::lower_bound(weights_, feature, {}, &ConfidenceWeight::feature);
  return row != weights_.end() && row->feature == feature ? row->weight : 0;
}

double ConfidenceModel::probability(std::string_view features) const {
  double odds = weight(kBias);
  for_each_feature(features, [&](std::string_view name, float value) { odds += double{weight(name)} * value; });
  return 1 / (1 + std::exp(-odds));
}

std::vector<ConfidenceWeight> ConfidenceModel::contributions(std::string_view features) const {
  std::vector<ConfidenceWeight> parts{{kBias, weight(kBias)}};
  for_each_feature(features, [&](std::string_view name, float value) {
    if (const float share = weight(name) * value; share != 0) parts.push_back({name, share});
  });
  return parts;
}

void ConfidenceStage::process(Document& document) {
  const ConfidenceModel& model = ConfidenceModel::relations();
  for (Triple& triple : document.triples) {
    triple.features = document.arena.store(confidence_features(document, triple));
    triple.confidence = static_cast<float>(model.probability(triple.features));
  }
}

}  // namespace actant
