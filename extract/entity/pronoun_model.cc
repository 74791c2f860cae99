#include "extract/entity/pronoun_model.h"

#include <algorithm>
#include <cstddef>

#include "extract/entity/pronoun_features.h"

namespace actant {
namespace {

#include "extract/entity/pronoun_weights.inc"

static_assert(sizeof(kRows) / sizeof(kRows[0]) == PronounFeatures::kCount);

}  // namespace

float pronoun_score(std::span<const uint16_t> features) {
  float sum[kHidden], linear = 0;
  std::copy_n(kBias, kHidden, sum);
  for (const uint16_t feature : features) {
    const float* row = kRows[feature];
    for (size_t k = 0; k < kHidden; ++k) sum[k] += row[k];
    linear += row[kHidden];
  }
  for (size_t k = 0; k < kHidden; ++k) linear += kOut[k] * std::max(sum[k], 0.0f);
  return linear - kNoAntecedent;
}

}  // namespace actant
