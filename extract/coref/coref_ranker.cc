#include "extract/coref/coref_ranker.h"

#include <algorithm>

namespace actant {
namespace {

constexpr std::string_view kClass = "coref-ranker-1", kContextClass = "coref-context-1";
constexpr uint32_t kAbsent = 0xffffffff;

float output(const CorefRanker::Sum& sum, const std::vector<float>& weights) {
  float score = sum.back() + weights.back();
  for (size_t k = 0; k + 1 < sum.size(); ++k) score += weights[k] * std::max(sum[k], 0.0f);
  return score;
}

}  // namespace

uint32_t coref_key(uint32_t feature, CorefRole role) {
  uint32_t key = (feature ^ (static_cast<uint32_t>(role) + 1) * 0x9e3779b1u) * 0x85ebca6bu;
  key ^= key >> 13;
  return key == 0 ? 1 : key;
}

CorefRanker::CorefRanker(std::shared_ptr<const ModelFile> file) : file_(std::move(file)) {
  const TensorView& slots = file_->tensor("slots");
  const TensorView& row_of = file_->tensor("row_of");
  width_ = file_->count("hidden");
  const size_t count = slots.shape.empty() ? 0 : slots.shape[0];
  if (count == 0 || (count & (count - 1)) != 0)
    file_->fail("tensor 'slots'", std::to_string(count) + " slots", "a power of two");
  if (slots.dtype != DType::kU32 || row_of.dtype != DType::kU32 || row_of.shape != slots.shape)
    file_->fail("tensor 'row_of'", "another shape or type", "u32 of the shape of 'slots'");
  rows_ = EmbeddingTable(file_, "rows");
  const size_t stride = width_ + 1;
  if (rows_.columns() != stride)
    file_->fail("tensor 'rows'", std::to_string(rows_.columns()) + " columns", std::to_string(stride));
  out_new_ = file_->floats("out_new", {stride});
  out_pair_ = file_->floats("out_pair", {stride});
  mask_ = static_cast<uint32_t>(count - 1);
  slots_ = reinterpret_cast<const uint32_t*>(slots.data);
  row_of_ = reinterpret_cast<const uint32_t*>(row_of.data);
  size_t used = 0;
  for (size_t s = 0; s < count; ++s) {
    used += slots_[s] != 0;
    if (slots_[s] != 0 && row_of_[s] >= rows_.rows())
      file_->fail("tensor 'row_of'", "row " + std::to_string(row_of_[s]), "one of those of 'rows'");
  }
  if (used == count) file_->fail("tensor 'slots'", "no empty slot", "at least one");
  if (file_->model_class() == kContextClass)
    context_ = std::make_unique<const CorefContext>(file_, width_, best_kernels());
}

std::shared_ptr<const CorefRanker> CorefRanker::load(const std::string& path) {
  auto file = ModelFile::open(path);
  if (file->model_class() != kContextClass) file->require_class(kClass);
  return std::shared_ptr<const CorefRanker>(new CorefRanker(std::move(file)));
}

uint32_t CorefRanker::row(uint32_t feature, CorefRole role) const {
  const uint32_t key = coref_key(feature, role);
  for (uint32_t s = key & mask_;; s = (s + 1) & mask_) {
    if (slots_[s] == key) return row_of_[s];
    if (slots_[s] == 0) return kAbsent;
  }
}

void CorefRanker::add(std::span<const uint32_t> features, CorefRole role, Sum& sum) const {
  for (const uint32_t feature : features) {
    const uint32_t known = row(feature, role);
    if (known != kAbsent) rows_.add_row(known, 1.0f, sum.data());
  }
}

void CorefRanker::sum(std::span<const uint32_t> features, CorefRole role, Sum& sum) const {
  sum.assign(width_ + 1, 0.0f);
  add(features, role, sum);
}

float CorefRanker::score_new(const Sum& alone) const { return output(alone, out_new_); }

float CorefRanker::score_pair(const Sum& anaphor, const Sum& antecedent, std::span<const uint32_t> pair,
                              Sum& scratch) const {
  scratch.resize(width_ + 1);
  for (size_t k = 0; k <= width_; ++k) scratch[k] = anaphor[k] + antecedent[k];
  add(pair, CorefRole::kPair, scratch);
  return output(scratch, out_pair_);
}

}  // namespace actant
