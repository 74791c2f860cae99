#include "extract/relation/choice_model.h"

#include <bit>

namespace actant {
namespace {

constexpr ChoiceWeight kQualifierWeights[] = {
#include "extract/relation/qualifiers.inc"
};

// FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
constexpr uint64_t kStart = 0xcbf29ce484222325, kPrime = 0x100000001b3;

uint64_t hash_on(uint64_t hash, std::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  return hash;
}

}  // namespace

ChoiceModel::ChoiceModel(std::span<const ChoiceWeight> weights) : slots_(std::bit_ceil(weights.size() * 2 + 2)) {
  for (const ChoiceWeight& row : weights) {
    const uint64_t hash = hash_on(kStart, row.feature);
    size_t at = hash & (slots_.size() - 1);
    while (slots_[at].hash != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {hash, row.weight};
  }
}

const ChoiceModel& ChoiceModel::qualifiers() {
  static const ChoiceModel model(kQualifierWeights);
  return model;
}

float ChoiceModel::weight(uint64_t hash) const {
  for (size_t at = hash & (slots_.size() - 1); slots_[at].hash != 0; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].hash == hash) return slots_[at].weight;
  }
  return 0;
}

void ChoiceScore::add(std::initializer_list<std::string_view> parts) {
  uint64_t hash = kStart;
  bool first = true;
  if (names_ != nullptr && !names_->empty()) *names_ += ' ';
  for (const std::string_view part : parts) {
    if (!first) hash = hash_on(hash, ":");
    hash = hash_on(hash, part);
    if (names_ != nullptr) (*names_ += first ? "" : ":") += part;
    first = false;
  }
  value_ += model_.weight(hash);
}

}  // namespace actant
