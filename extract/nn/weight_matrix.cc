#include "extract/nn/weight_matrix.h"

#include <algorithm>
#include <cassert>

namespace actant {
namespace {

constexpr size_t kBlockRows = 96;  // rows of x that are rounded and multiplied before the next: they stay in the cache

}  // namespace

void WeightMatrix::set(const std::vector<float>& weights, const std::vector<float>& bias, size_t depth, size_t columns,
                       const KernelSet& kernels) {
  assert(weights.size() == depth * columns && bias.size() == columns);
  kernels_ = &kernels;
  depth_ = depth;
  columns_ = columns;
  if (kernels.gemm_i16 == nullptr) {
    floats_.reset(depth, columns, kernels);
    floats_.set_columns(0, weights.data(), columns, columns);
    floats_.set_bias(0, bias.data(), columns);
    return;
  }
  const size_t panel = kernels.panel_columns, padded = (columns + panel - 1) / panel * panel;
  bias_ = bias;
  bias_.resize(padded, 0.0f);
  scales_.assign(padded, 0.0f);
  panels_.assign(padded * ((depth + 1) / 2 * 2), 0);
  pack_integers(weights);
}

void WeightMatrix::pack_integers(const std::vector<float>& weights) {
  const size_t panel = kernels_->panel_columns, even = (depth_ + 1) / 2 * 2;
  std::vector<float> column(depth_);
  std::vector<int16_t> rounded(even);
  for (size_t j = 0; j < columns_; ++j) {
    for (size_t k = 0; k < depth_; ++k) column[k] = weights[k * columns_ + j];
    scales_[j] = kernels_->quantize(column.data(), depth_, rounded.data());
    int16_t* to = panels_.data() + j / panel * panel * even + j % panel * 2;
    for (size_t k = 0; k < even; k += 2) std::copy_n(rounded.data() + k, 2, to + k * panel);
  }
}

void WeightMatrix::multiply(const float* a, size_t a_stride, size_t rows, float* c, size_t c_stride, bool relu,
                            Scratch& scratch) const {
  if (kernels_->gemm_i16 == nullptr) {
    floats_.multiply(a, a_stride, rows, c, c_stride, relu);
    return;
  }
  const size_t even = (depth_ + 1) / 2 * 2;
  scratch.rows.resize(std::max(scratch.rows.size(), kBlockRows * even));
  scratch.scales.resize(kBlockRows);
  IntegerGemmCall call;
  call.a = scratch.rows.data();
  call.row_scale = scratch.scales.data();
  call.panels = panels_.data();
  call.pairs = even / 2;
  call.columns = columns_;
  call.column_scale = scales_.data();
  call.bias = bias_.data();
  call.relu = relu;
  call.c_stride = c_stride;
  for (size_t begin = 0; begin < rows; begin += kBlockRows) {
    call.rows = std::min(kBlockRows, rows - begin);
    call.c = c + begin * c_stride;
    for (size_t i = 0; i < call.rows; ++i) {
      scratch.scales[i] = kernels_->quantize(a + (begin + i) * a_stride, depth_, scratch.rows.data() + i * even);
    }
    kernels_->gemm_i16(call);
  }
}

}  // namespace actant
