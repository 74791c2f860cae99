#ifndef ACTANT_EXTRACT_NN_WEIGHT_MATRIX_H_
#define ACTANT_EXTRACT_NN_WEIGHT_MATRIX_H_

#include <cstdint>
#include <span>
#include <vector>

#include "extract/nn/aligned_buffer.h"
#include "extract/nn/kernels.h"
#include "extract/nn/packed_matrix.h"

namespace actant {

/// The weights of a layer, y = x W + b, in the form that is fastest on this processor.
///
/// Where the kernels have a product of bytes, W is rounded to signed bytes column by column when it is set, and x to
/// kByteLevels steps row by row as it comes. A column is rounded as finely as kByteLaneSum allows: 18 steps to the
/// standard deviation of 512 normal weights. y_j then is off by a standard deviation of
///
///     sqrt(|x|^2 step_j^2 + |W_j|^2 step^2) / sqrt(12),   step = (max(x, 0) - min(x, 0)) / kByteLevels
///
/// some 2 to 3 % of |x| |W_j|. What that does to the labels is measured in extract/nn/network.md, "Precision of a
/// reader".
class WeightMatrix {
 public:
  /// Memory of one thread, and the rows that round_rows() was last given.
  struct Scratch {
    const float* a = nullptr;
    size_t a_stride = 0, count = 0;
    AlignedBuffer bytes;
    std::vector<ByteRow> rows;
  };

  /// Takes W [depth x columns], row-major, and b [columns].
  void set(const std::vector<float>& weights, const std::vector<float>& bias, size_t depth, size_t columns,
           const KernelSet& kernels = best_kernels());

  /// c [rows x columns] = a [rows x depth] W + b, then relu where asked for. Strides in floats. A row of c depends on
  /// nothing but its row of a.
  void multiply(const float* a, size_t a_stride, size_t rows, float* c, size_t c_stride, bool relu,
                Scratch& scratch) const;

  /// multiply() in two steps, for several matrices of one depth that read the same x: round_rows() of any of them, then
  /// multiply_rows() of each. x stays where it is as long as `scratch` is used.
  void round_rows(const float* a, size_t a_stride, size_t rows, Scratch& scratch) const;
  void multiply_rows(float* c, size_t c_stride, bool relu, const Scratch& scratch) const;

  /// Whether rows are rounded to bytes, that is whether there are rounded_row() and keep_rows().
  bool rounds() const { return kernels_ != nullptr && kernels_->gemm_bytes != nullptr; }
  /// Bytes of a rounded row, and row `i` of those that round_rows() left in `scratch`.
  size_t row_bytes() const { return padded_depth_; }
  const uint8_t* rounded_row(size_t i, const Scratch& scratch) const {
    return reinterpret_cast<const uint8_t*>(scratch.bytes.data()) + i * padded_depth_;
  }
  /// Leaves only `rows` (ascending) of the rounded rows, in their order.
  void keep_rows(std::span<const uint32_t> rows, Scratch& scratch) const;

  size_t depth() const { return depth_; }
  size_t columns() const { return columns_; }
  /// The step to which column j was rounded; 0 where the product is in floats.
  float column_step(size_t j) const { return scales_.empty() ? 0 : scales_[j]; }

 private:
  void pack_bytes(const std::vector<float>& weights);
  void pack_column(size_t j, const float* column, float* rounded);

  const KernelSet* kernels_ = nullptr;
  size_t depth_ = 0, columns_ = 0;
  size_t padded_depth_ = 0;                  // whole kByteBlocks
  PackedMatrix floats_;                      // where there is no product of bytes
  AlignedBuffer panels_;                     // bytes, see ByteGemmCall
  std::vector<float> scales_, sums_, bias_;  // [columns rounded up to whole panels]
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_NN_WEIGHT_MATRIX_H_
