// Compiled with -mavx2 -mfma -mf16c on x86-64 (extract/CMakeLists.txt); chosen at run time.
#if defined(__AVX2__) && defined(__FMA__) && defined(__F16C__)

#include <immintrin.h>

#include "extract/nn/kernels_impl.h"

namespace actant::internal {
namespace {

/// Eight floats. A tile of 6 x 16 keeps 12 sums, two columns of B and one element of A in the 16 registers.
struct Vector8 {
  using Type = __m256;
  static constexpr size_t kWidth = 8;
  static constexpr int kRows = 6;

  static Type load(const float* from) { return _mm256_loadu_ps(from); }
  static void store(float* to, Type value) { _mm256_storeu_ps(to, value); }
  static Type zero() { return _mm256_setzero_ps(); }
  static Type broadcast(float x) { return _mm256_set1_ps(x); }
  static Type fma(Type a, Type b, Type c) { return _mm256_fmadd_ps(a, b, c); }
  static Type add(Type a, Type b) { return _mm256_add_ps(a, b); }
  static Type sub(Type a, Type b) { return _mm256_sub_ps(a, b); }
  static Type mul(Type a, Type b) { return _mm256_mul_ps(a, b); }
  static Type div(Type a, Type b) { return _mm256_div_ps(a, b); }
  static Type min(Type a, Type b) { return _mm256_min_ps(a, b); }
  static Type max(Type a, Type b) { return _mm256_max_ps(a, b); }
  static Type relu(Type a) { return _mm256_max_ps(a, _mm256_setzero_ps()); }
  static Type scale_by_exponent(Type p, Type t) {
    const __m256i exponent = _mm256_slli_epi32(_mm256_castps_si256(t), 23);
    return _mm256_castsi256_ps(_mm256_add_epi32(_mm256_castps_si256(p), exponent));
  }

  using Integers = __m256i;  // eight sums, or eight pairs of 16-bit elements
  static Integers zero_integers() { return _mm256_setzero_si256(); }
  static Integers load_integers(const int16_t* from) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
  }
  static Integers broadcast_pair(const int16_t* from) {
    int32_t pair;
    std::memcpy(&pair, from, sizeof pair);
    return _mm256_set1_epi32(pair);
  }
  static Integers multiply_pairs(Integers a, Integers b) { return _mm256_madd_epi16(a, b); }
  static Integers add_integers(Integers a, Integers b) { return _mm256_add_epi32(a, b); }
  /// Keeps the rows of a tile in their order: GCC 12 otherwise loads all elements of A first and spills the sums.
  static void pin(Integers& a, Integers& b) { asm volatile("" : "+x"(a), "+x"(b)); }
  static Type to_floats(Integers a) { return _mm256_cvtepi32_ps(a); }
};

float sum_of(__m256 v) {
  const __m128 four = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
  const __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
  return _mm_cvtss_f32(_mm_add_ss(two, _mm_movehdup_ps(two)));
}

float max_of(__m256 v) {
  const __m128 four = _mm_max_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
  const __m128 two = _mm_max_ps(four, _mm_movehl_ps(four, four));
  return _mm_cvtss_f32(_mm_max_ss(two, _mm_movehdup_ps(two)));
}

/// Eight floats from `from`, of which only the first `count` are read.
__m256 load_some(const float* from, size_t count) {
  if (count >= 8) return _mm256_loadu_ps(from);
  alignas(32) float buffer[8] = {};
  std::memcpy(buffer, from, count * sizeof(float));
  return _mm256_load_ps(buffer);
}

float quantize(const float* from, size_t count, int16_t* to) {
  __m256 squares = _mm256_setzero_ps(), highest = _mm256_setzero_ps();
  const __m256 sign = _mm256_set1_ps(-0.0f);
  for (size_t i = 0; i < count; i += 8) {
    const __m256 x = load_some(from + i, count - i);
    squares = _mm256_fmadd_ps(x, x, squares);
    highest = _mm256_max_ps(highest, _mm256_andnot_ps(sign, x));
  }
  const float norm = _mm_cvtss_f32(_mm_sqrt_ss(_mm_set_ss(sum_of(squares))));
  const float by_norm = norm / kIntegerNorm, by_size = max_of(highest) / 32767.0f;
  const float scale = by_norm > by_size ? by_norm : by_size;
  const __m256 factor = _mm256_set1_ps(scale > 0 ? 1.0f / scale : 0.0f);
  const size_t even = (count + 1) / 2 * 2;
  for (size_t i = 0; i < count; i += 8) {
    const __m256i wide = _mm256_cvtps_epi32(_mm256_mul_ps(load_some(from + i, count - i), factor));
    const __m128i narrow = _mm_packs_epi32(_mm256_castsi256_si128(wide), _mm256_extracti128_si256(wide, 1));
    const size_t left = even - i < 8 ? even - i : 8;
    std::memcpy(to + i, &narrow, left * sizeof(int16_t));
  }
  return scale;
}

void widen_f16(const uint16_t* from, float* to, size_t count) {
  size_t i = 0;
  for (; i + 8 <= count; i += 8) {
    __m128i half;
    std::memcpy(&half, from + i, sizeof half);
    _mm256_storeu_ps(to + i, _mm256_cvtph_ps(half));
  }
  for (; i < count; ++i) to[i] = _cvtsh_ss(from[i]);
}

}  // namespace

using Avx2 = KernelsOf<Vector8>;
extern const KernelSet kAvx2Kernels;
const KernelSet kAvx2Kernels = {"avx2",        Avx2::kPanel, Avx2::gemm,     Avx2::sru,
                                Avx2::sigmoid, widen_f16,    Avx2::gemm_i16, quantize};

}  // namespace actant::internal

#endif
