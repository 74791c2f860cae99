#ifndef ACTANT_EXTRACT_NN_KERNELS_H_
#define ACTANT_EXTRACT_NN_KERNELS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace actant {

/// One matrix product C = A B + bias, with an optional relu. All matrices are row-major float32.
struct GemmCall {
  const float* a = nullptr;  ///< [rows x depth], row stride `a_stride`
  size_t a_stride = 0;       ///< floats
  size_t rows = 0;
  const float* panels = nullptr;  ///< B [depth x columns], packed: see PackedMatrix
  size_t depth = 0;
  size_t columns = 0;
  const float* bias = nullptr;  ///< [columns rounded up to whole panels]
  bool relu = false;
  float* c = nullptr;   ///< [rows x columns], row stride `c_stride`
  size_t c_stride = 0;  ///< floats
};

/// As GemmCall with both sides in 16-bit integers: C[i][j] = row_scale[i] * column_scale[j] * (A B)[i][j] + bias[j].
/// The sums are 32-bit: the caller sees to it that the Euclidean norms of each row of A and each column of B are below
/// 2^15.5, so that by the Cauchy-Schwarz inequality no partial sum overflows. Depth counts pairs of elements.
struct IntegerGemmCall {
  const int16_t* a = nullptr;        ///< [rows x 2 * pairs], without gaps
  const float* row_scale = nullptr;  ///< [rows]
  size_t rows = 0;
  const int16_t* panels = nullptr;  ///< B: panels of [pairs x panel_columns x 2]
  size_t pairs = 0;
  size_t columns = 0;
  const float *column_scale = nullptr, *bias = nullptr;  ///< [columns rounded up to whole panels]
  bool relu = false;
  float* c = nullptr;   ///< [rows x columns], row stride `c_stride`
  size_t c_stride = 0;  ///< floats
};

/// Bound on the norms of IntegerGemmCall; the rest up to 2^15.5 = 46341 is room for rounding.
inline constexpr float kIntegerNorm = 46000;

/// One direction of one SRU layer over one sentence (Lei et al. 2018, equations 3-6; extract/nn/network.md).
struct SruCall {
  const float* u = nullptr;  ///< [tokens x blocks * units] of this direction: candidate, forget, reset(, highway)
  size_t u_stride = 0;       ///< floats
  const float* x = nullptr;  ///< [tokens x units] highway input; may be the fourth block of u
  size_t x_stride = 0;       ///< floats
  const float *v_forget = nullptr, *v_reset = nullptr;  ///< [units]
  const float *b_forget = nullptr, *b_reset = nullptr;  ///< [units]
  size_t units = 0;
  size_t tokens = 0;
  bool reverse = false;    ///< from the last token to the first
  float* state = nullptr;  ///< [units rounded up to 16], scratch
  float* h = nullptr;      ///< [tokens x units] result
  size_t h_stride = 0;     ///< floats
};

/// Kernels for one instruction set. Each output element is computed by the same operations in the same order whatever
/// the number of rows, so a result depends neither on the batch nor on the number of threads.
struct KernelSet {
  const char* name;      ///< `portable`, `avx2`, `avx512`
  size_t panel_columns;  ///< columns of a panel of PackedMatrix
  void (*gemm)(const GemmCall& call);
  void (*sru)(const SruCall& call);
  /// values[i] = 1 / (1 + exp(-values[i])); absolute error below 3e-7.
  void (*sigmoid)(float* values, size_t count);
  /// IEEE binary16 to float32, exact.
  void (*widen_f16)(const uint16_t* from, float* to, size_t count);
  /// The integer product, or nullptr where it would not be faster than gemm.
  void (*gemm_i16)(const IntegerGemmCall& call);
  /// to[i] = round(from[i] / scale) with the smallest scale, returned, that keeps the norm of `to` within kIntegerNorm
  /// and its elements within 16 bits; an odd `count` is filled up with a zero. nullptr where gemm_i16 is.
  float (*quantize)(const float* from, size_t count, int16_t* to);
};

/// The fastest set that this processor runs. Thread-safe.
const KernelSet& best_kernels();

/// The set of that name, or nullptr when this processor or build does not have it.
const KernelSet* find_kernels(std::string_view name);

}  // namespace actant

#endif  // ACTANT_EXTRACT_NN_KERNELS_H_
