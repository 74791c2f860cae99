#include "extract/nn/packed_matrix.h"

#include <algorithm>
#include <cassert>

namespace actant {

void PackedMatrix::reset(size_t depth, size_t columns, const KernelSet& kernels) {
  kernels_ = &kernels;
  depth_ = depth;
  columns_ = columns;
  const size_t panel = kernels.panel_columns;
  padded_columns_ = (columns + panel - 1) / panel * panel;
  const size_t size = padded_columns_ * (depth + 1);
  std::fill_n(buffer_.reserve(size), size, 0.0f);
}

float* PackedMatrix::column(size_t index) {
  const size_t panel = kernels_->panel_columns;
  return buffer_.data() + index / panel * panel * depth_ + index % panel;
}

void PackedMatrix::set_columns(size_t first_column, const float* from, size_t count, size_t stride) {
  assert(first_column + count <= columns_);
  const size_t panel = kernels_->panel_columns;
  for (size_t j = 0; j < count; ++j) {
    float* to = column(first_column + j);
    for (size_t k = 0; k < depth_; ++k) to[k * panel] = from[k * stride + j];
  }
}

void PackedMatrix::set_columns_transposed(size_t first_column, const float* from, size_t count, size_t stride) {
  assert(first_column + count <= columns_);
  const size_t panel = kernels_->panel_columns;
  for (size_t j = 0; j < count; ++j) {
    float* to = column(first_column + j);
    for (size_t k = 0; k < depth_; ++k) to[k * panel] = from[j * stride + k];
  }
}

void PackedMatrix::set_bias(size_t first_column, const float* from, size_t count) {
  assert(first_column + count <= columns_);
  std::copy_n(from, count, bias() + first_column);
}

void PackedMatrix::multiply(const float* a, size_t a_stride, size_t rows, float* c, size_t c_stride, bool relu) const {
  GemmCall call;
  call.a = a;
  call.a_stride = a_stride;
  call.rows = rows;
  call.panels = buffer_.data();
  call.depth = depth_;
  call.columns = columns_;
  call.bias = buffer_.data() + padded_columns_ * depth_;
  call.relu = relu;
  call.c = c;
  call.c_stride = c_stride;
  kernels_->gemm(call);
}

}  // namespace actant
