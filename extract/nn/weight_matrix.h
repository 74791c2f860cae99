#ifndef ACTANT_EXTRACT_NN_WEIGHT_MATRIX_H_
#define ACTANT_EXTRACT_NN_WEIGHT_MATRIX_H_

#include <cstdint>
#include <vector>

#include "extract/nn/aligned_buffer.h"
#include "extract/nn/kernels.h"
#include "extract/nn/packed_matrix.h"

namespace actant {

/// The weights of a layer, y = x W + b, in the form that is fastest on this processor.
///
/// Where the kernels have an integer product, W is rounded to 16 bits column by column and x row by row as it comes,
/// each to a Euclidean norm of kIntegerNorm, so that no sum overflows. The rounding changes y_j by about 9e-6 |x| |W_j|
/// (one standard deviation: each side adds 0.29 / kIntegerNorm), as much as the half floats of the model file did
/// before. With AVX2 it takes between a half and two thirds of the time of the float product.
class WeightMatrix {
 public:
  /// Memory of one thread.
  struct Scratch {
    std::vector<int16_t> rows;
    std::vector<float> scales;
  };

  /// Takes W [depth x columns], row-major, and b [columns].
  void set(const std::vector<float>& weights, const std::vector<float>& bias, size_t depth, size_t columns,
           const KernelSet& kernels = best_kernels());

  /// c [rows x columns] = a [rows x depth] W + b, then relu where asked for. Strides in floats. A row of c depends on
  /// nothing but its row of a.
  void multiply(const float* a, size_t a_stride, size_t rows, float* c, size_t c_stride, bool relu,
                Scratch& scratch) const;

  size_t depth() const { return depth_; }
  size_t columns() const { return columns_; }

 private:
  void pack_integers(const std::vector<float>& weights);

  const KernelSet* kernels_ = nullptr;
  size_t depth_ = 0, columns_ = 0;
  PackedMatrix floats_;               // where there is no integer product
  std::vector<int16_t> panels_;       // see IntegerGemmCall
  std::vector<float> scales_, bias_;  // [columns rounded up to whole panels]
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_NN_WEIGHT_MATRIX_H_
