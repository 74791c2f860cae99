#include "extract/relation/pair_model.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace actant {
namespace {

constexpr std::string_view kClass = "pair-mlp-1";
constexpr float kUnlikely =
    -4.6f;  // a probability below 0.01 is told as 0: most are, and the exponential is what costs

}  // namespace

std::shared_ptr<const PairModel> PairModel::load(const std::string& path, size_t word_width) {
  auto file = ModelFile::open(path);
  file->require_class(kClass);
  return std::shared_ptr<const PairModel>(new PairModel(std::move(file), word_width));
}

PairModel::PairModel(std::shared_ptr<const ModelFile> file, size_t word_width)
    : file_(std::move(file)), rows_(file_, "rows"), word_width_(word_width) {
  for (const std::string& label : file_->labels("relations")) {
    const auto relation = parse_relation(label);
    if (!relation) file_->fail("labels.relations", label, "a relation of the ontology");
    relations_.push_back(*relation);
  }
  const size_t width = hidden(), count = relations_.size();
  words_ = file_->floats("words", {kRoles * word_width_, width});
  bias_ = file_->floats("bias", {width});
  out_ = file_->floats("out.w", {width, count});
  out_bias_ = file_->floats("out.b", {count});
  least_to_add_ = file_->floats("least_to_add", {count});
  least_to_keep_ = file_->floats("least_to_keep", {count});
  index_keys();
}

void PairModel::index_keys() {
  const TensorView& keys = file_->tensor("keys");
  if (keys.dtype != DType::kU32 || keys.elements() != rows_.rows()) {
    file_->fail("keys", std::to_string(keys.elements()) + " " + std::string(dtype_name(keys.dtype)),
                std::to_string(rows_.rows()) + " u32");
  }
  keys_.resize(keys.elements());
  std::memcpy(keys_.data(), keys.data, keys.bytes);
  slots_.assign(std::bit_ceil(2 * keys_.size() + 2), 0);
  for (uint32_t k = 0; k < keys_.size(); ++k) {
    size_t at = keys_[k] & (slots_.size() - 1);
    while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = k + 1;
  }
}

void PairModel::add_word(Role role, const float* vector, float factor, float* to) const {
  const size_t width = hidden();
  const float* row = words_.data() + static_cast<size_t>(role) * word_width_ * width;
  for (size_t i = 0; i < word_width_; ++i, row += width) {
    const float value = factor * vector[i];
    for (size_t k = 0; k < width; ++k) to[k] += value * row[k];
  }
}

void PairModel::add_features(std::span<const uint32_t> features, float* to) const {
  for (const uint32_t feature : features) {
    for (size_t at = feature & (slots_.size() - 1); slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
      if (keys_[slots_[at] - 1] != feature) continue;
      rows_.add_row(slots_[at] - 1, 1, to);
      break;
    }
  }
}

void PairModel::probabilities(const float* sum, std::vector<float>& result) const {
  result = out_bias_;
  const size_t count = result.size();
  for (size_t k = 0; k < hidden(); ++k) {
    const float value = std::max(0.0f, sum[k] + bias_[k]);
    if (value == 0) continue;
    const float* row = out_.data() + k * count;
    for (size_t r = 0; r < count; ++r) result[r] += value * row[r];
  }
  for (float& logit : result) logit = logit < kUnlikely ? 0 : 1 / (1 + std::exp(-logit));
}

}  // namespace actant
