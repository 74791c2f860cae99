#ifndef ACTANT_EXTRACT_ENTITY_PRONOUN_MODEL_H_
#define ACTANT_EXTRACT_ENTITY_PRONOUN_MODEL_H_

#include <cstdint>
#include <span>

namespace actant {

/// How well a mention fits as the antecedent of `he` or `she`: log-odds against having none, above 0 for likelier than
/// not to be linked. A network of one hidden layer over PronounFeatures, fitted by tools/train/fit_pronouns.sh on GAP
/// development, GUM and LitBank and compiled into the program. Cost: a row of weights for each feature.
float pronoun_score(std::span<const uint16_t> features);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_PRONOUN_MODEL_H_
