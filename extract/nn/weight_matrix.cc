#include "extract/nn/weight_matrix.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

namespace actant {
namespace {

// The largest sum of positive or of negative elements that meet in one 16-bit sum (kByteBlock). `depth` is whole
// blocks.
float largest_sum(const float* column, size_t depth) {
  float largest = 0;
  for (size_t begin = 0; begin < depth; begin += kByteBlock) {
    float positive[4] = {}, negative[4] = {};
    for (size_t k = begin; k < begin + kByteBlock; k += 4) {
      for (size_t i = 0; i < 4; ++i) positive[i] += std::max(column[k + i], 0.0f);
      for (size_t i = 0; i < 4; ++i) negative[i] += std::max(-column[k + i], 0.0f);
    }
    for (size_t i = 0; i < 4; i += 2) {
      largest = std::max({largest, positive[i] + positive[i + 1], negative[i] + negative[i + 1]});
    }
  }
  return largest;
}

// to[k] = from[k] * factor, rounded to a whole number.
void round_all(const float* from, size_t count, float factor, float* to) {
  constexpr float kMagic = 12582912.0f;  // 1.5 * 2^23: no fraction is left beside it
  for (size_t k = 0; k < count; ++k) to[k] = (from[k] * factor + kMagic) - kMagic;
}

}  // namespace

void WeightMatrix::set(const std::vector<float>& weights, const std::vector<float>& bias, size_t depth, size_t columns,
                       const KernelSet& kernels) {
  assert(weights.size() == depth * columns && bias.size() == columns);
  kernels_ = &kernels;
  depth_ = depth;
  columns_ = columns;
  if (kernels.gemm_bytes == nullptr) {
    floats_.reset(depth, columns, kernels);
    floats_.set_columns(0, weights.data(), columns, columns);
    floats_.set_bias(0, bias.data(), columns);
    return;
  }
  const size_t panel = kernels.panel_columns, padded = (columns + panel - 1) / panel * panel;
  padded_depth_ = (depth + kByteBlock - 1) / kByteBlock * kByteBlock;
  bias_ = bias;
  bias_.resize(padded, 0.0f);
  scales_.assign(padded, 0.0f);
  sums_.assign(padded, 0.0f);
  const size_t bytes = padded * padded_depth_;
  std::memset(panels_.reserve(bytes / sizeof(float)), 0, bytes);
  pack_bytes(weights);
}

void WeightMatrix::pack_bytes(const std::vector<float>& weights) {
  constexpr size_t kTogether = 16;  // columns that are read in one pass: one cache line a row
  std::vector<float> some(kTogether * padded_depth_), rounded(padded_depth_);
  for (size_t begin = 0; begin < columns_; begin += kTogether) {
    const size_t count = std::min(kTogether, columns_ - begin);
    for (size_t k = 0; k < depth_; ++k) {
      for (size_t j = 0; j < count; ++j) some[j * padded_depth_ + k] = weights[k * columns_ + begin + j];
    }
    for (size_t j = 0; j < count; ++j) pack_column(begin + j, some.data() + j * padded_depth_, rounded.data());
  }
}

void WeightMatrix::pack_column(size_t j, const float* column, float* rounded) {
  float top = 0;
  for (size_t k = 0; k < depth_; ++k) top = std::max(top, std::abs(column[k]));
  float step = std::max(top / 127, largest_sum(column, padded_depth_) / kByteLaneSum);
  if (!(step > 1e-30f && step < 1e30f)) return;  // a column of zeros stays one
  for (;; step *= 1.005f) {                      // rounding may have gone over the bound
    round_all(column, padded_depth_, 1 / step, rounded);
    if (largest_sum(rounded, padded_depth_) <= kByteLaneSum) break;
  }
  scales_[j] = step;
  const size_t panel = kernels_->panel_columns;
  int8_t* to = reinterpret_cast<int8_t*>(panels_.data()) + j / panel * panel * padded_depth_ + j % panel * 4;
  for (size_t k = 0; k < padded_depth_; k += 4) {
    for (size_t i = 0; i < 4; ++i) to[k * panel + i] = static_cast<int8_t>(rounded[k + i]);
    sums_[j] += rounded[k] + rounded[k + 1] + rounded[k + 2] + rounded[k + 3];
  }
}

void WeightMatrix::multiply(const float* a, size_t a_stride, size_t rows, float* c, size_t c_stride, bool relu,
                            Scratch& scratch) const {
  round_rows(a, a_stride, rows, scratch);
  multiply_rows(c, c_stride, relu, scratch);
}

void WeightMatrix::round_rows(const float* a, size_t a_stride, size_t rows, Scratch& scratch) const {
  scratch.a = a;
  scratch.a_stride = a_stride;
  scratch.count = rows;
  if (kernels_->gemm_bytes == nullptr) return;
  auto* bytes = reinterpret_cast<uint8_t*>(scratch.bytes.reserve(rows * padded_depth_ / sizeof(float)));
  scratch.rows.resize(std::max(scratch.rows.size(), rows));
  for (size_t i = 0; i < rows; ++i) {
    scratch.rows[i] = kernels_->quantize_row(a + i * a_stride, depth_, bytes + i * padded_depth_);
  }
}

void WeightMatrix::keep_rows(std::span<const uint32_t> rows, Scratch& scratch) const {
  auto* bytes = reinterpret_cast<uint8_t*>(scratch.bytes.data());
  for (size_t i = 0; i < rows.size(); ++i) {
    if (rows[i] == i) continue;
    std::memcpy(bytes + i * padded_depth_, bytes + rows[i] * padded_depth_, padded_depth_);
    scratch.rows[i] = scratch.rows[rows[i]];
  }
  scratch.count = rows.size();
}

void WeightMatrix::multiply_rows(float* c, size_t c_stride, bool relu, const Scratch& scratch) const {
  if (kernels_->gemm_bytes == nullptr) {
    floats_.multiply(scratch.a, scratch.a_stride, scratch.count, c, c_stride, relu);
    return;
  }
  ByteGemmCall call;
  call.a = reinterpret_cast<const uint8_t*>(scratch.bytes.data());
  call.rows_of_a = scratch.rows.data();
  call.rows = scratch.count;
  call.panels = reinterpret_cast<const int8_t*>(panels_.data());
  call.depth = padded_depth_;
  call.columns = columns_;
  call.column_scale = scales_.data();
  call.column_sum = sums_.data();
  call.bias = bias_.data();
  call.relu = relu;
  call.c = c;
  call.c_stride = c_stride;
  kernels_->gemm_bytes(call);
}

}  // namespace actant
