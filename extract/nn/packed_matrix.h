#ifndef ACTANT_EXTRACT_NN_PACKED_MATRIX_H_
#define ACTANT_EXTRACT_NN_PACKED_MATRIX_H_

#include <cstddef>

#include "extract/nn/aligned_buffer.h"
#include "extract/nn/kernels.h"

namespace actant {

/// The right-hand matrix of products x W + b, stored as the kernels read it: panels of KernelSet::panel_columns
/// columns, each [depth x panel_columns] row-major, the last one filled up with zeros; then the bias, filled up
/// likewise.
class PackedMatrix {
 public:
  /// Room for [depth x columns], all zero. Keeps its memory from call to call.
  void reset(size_t depth, size_t columns, const KernelSet& kernels = best_kernels());

  /// Writes `from` [depth x count] (row stride `stride`) to the columns from `first_column` on.
  void set_columns(size_t first_column, const float* from, size_t count, size_t stride);
  /// Writes the transpose of `from` [count x depth] (row stride `stride`) to the columns from `first_column` on.
  void set_columns_transposed(size_t first_column, const float* from, size_t count, size_t stride);
  void set_bias(size_t first_column, const float* from, size_t count);
  float* bias() { return buffer_.data() + padded_columns_ * depth_; }

  /// c [rows x columns] = a [rows x depth] W + b, then relu where asked for. Strides in floats. `rows` may be 0.
  void multiply(const float* a, size_t a_stride, size_t rows, float* c, size_t c_stride, bool relu = false) const;

  size_t depth() const { return depth_; }
  size_t columns() const { return columns_; }

 private:
  float* column(size_t index);

  const KernelSet* kernels_ = nullptr;
  size_t depth_ = 0, columns_ = 0, padded_columns_ = 0;
  AlignedBuffer buffer_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_NN_PACKED_MATRIX_H_
