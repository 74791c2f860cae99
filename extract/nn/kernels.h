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

/// Elements of A in a ByteGemmCall go from 0 to this. Together with kByteLaneSum it is what a 16-bit sum holds.
inline constexpr int kByteLevels = 140;
/// Depth comes in blocks of so many elements. In one block, the elements k of a column with k % 4 in {0, 1} meet in one
/// 16-bit sum, and so do those with k % 4 in {2, 3}.
inline constexpr size_t kByteBlock = 32;
/// What the positive elements of a column of B that meet in one sum may add up to, and the negative ones likewise:
/// kByteLevels * kByteLaneSum <= 32767, so that no order of additions overflows or saturates.
inline constexpr int kByteLaneSum = 32767 / kByteLevels;

/// How a row of floats was rounded to bytes: x = scale * (byte - zero), `zero` an integer of 0 to kByteLevels.
struct ByteRow {
  float scale = 0, zero = 0;
};

/// As GemmCall with A in unsigned and B in signed bytes:
/// C[i][j] = scale_i * column_scale[j] * ((A B)[i][j] - zero_i * column_sum[j]) + bias[j]. The integer part is exact up
/// to a depth of 4096, so every instruction set that has this product gives the same C up to one rounding.
struct ByteGemmCall {
  const uint8_t* a = nullptr;          ///< [rows x depth], without gaps, 0 to kByteLevels
  const ByteRow* rows_of_a = nullptr;  ///< [rows]
  size_t rows = 0;
  const int8_t* panels = nullptr;  ///< B: panels of [depth / 4 x panel_columns x 4], bounded by kByteLaneSum
  size_t depth = 0;                ///< a multiple of kByteBlock
  size_t columns = 0;
  const float *column_scale = nullptr, *bias = nullptr;  ///< [columns rounded up to whole panels]
  const float* column_sum = nullptr;                     ///< likewise: sum of the elements of the column of B
  bool relu = false;
  float* c = nullptr;   ///< [rows x columns], row stride `c_stride`
  size_t c_stride = 0;  ///< floats
};

/// One direction of one SRU layer over one sentence (Lei et al. 2018, equations 3-6; extract/nn/network.md).
struct SruCall {
  const float* u = nullptr;  ///< [tokens x blocks * units] of this direction: candidate, forget, reset(, highway)
  size_t u_stride = 0;       ///< floats
  /// Row of u that belongs to each token, when they do not follow each other; x then is the fourth block of u.
  const uint32_t* u_rows = nullptr;
  const float* x = nullptr;  ///< [tokens x units] highway input; may be the fourth block of u
  size_t x_stride = 0;       ///< floats
  const float *v_forget = nullptr, *v_reset = nullptr;  ///< [units]
  const float *b_forget = nullptr, *b_reset = nullptr;  ///< [units]
  size_t units = 0;
  size_t tokens = 0;
  bool reverse = false;    ///< from the last token to the first
  float* state = nullptr;  ///< [5 x units rounded up to 16], scratch
  float* h = nullptr;      ///< [tokens x units] result
  size_t h_stride = 0;     ///< floats
};

/// Kernels for one instruction set. Each output element is computed by the same operations in the same order whatever
/// the number of rows, so a result depends neither on the batch nor on the number of threads.
struct KernelSet {
  const char* name;      ///< `portable`, `avx2`, `avx512`, `avx512vnni`
  size_t panel_columns;  ///< columns of a panel of PackedMatrix
  void (*gemm)(const GemmCall& call);
  /// Gates are off by 8e-7 at most: 2^r by a polynomial of degree 4. h stays within 4e-6 of the equations for |u| <= 1.
  void (*sru)(const SruCall& call);
  /// values[i] = 1 / (1 + exp(-values[i])); absolute error below 3e-7.
  void (*sigmoid)(float* values, size_t count);
  /// IEEE binary16 to float32, exact.
  void (*widen_f16)(const uint16_t* from, float* to, size_t count);
  /// to[i] += factor * from[i]
  void (*add_bytes)(const int8_t* from, float factor, size_t count, float* to);
  /// The product of bytes, or nullptr where it would not be faster than gemm.
  void (*gemm_bytes)(const ByteGemmCall& call);
  /// Rounds a row of floats to bytes, so that its least element (or zero) becomes 0 and its greatest (or zero)
  /// kByteLevels; fills up to a multiple of kByteBlock. nullptr where gemm_bytes is.
  ByteRow (*quantize_row)(const float* from, size_t count, uint8_t* to);
};

/// The fastest set that this processor runs. Thread-safe.
const KernelSet& best_kernels();

/// The set of that name, or nullptr when this processor or build does not have it.
const KernelSet* find_kernels(std::string_view name);

}  // namespace actant

#endif  // ACTANT_EXTRACT_NN_KERNELS_H_
