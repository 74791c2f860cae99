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

  using Integers = __m256i;
  /// A tile of 3 x 16 bytes keeps 6 sums of 32 bits, 6 of 16 bits, two columns of B, one element of A and the ones.
  static constexpr int kByteRows = 3;
  static Integers zero_integers() { return _mm256_setzero_si256(); }
  static Integers load_bytes(const int8_t* from) { return _mm256_load_si256(reinterpret_cast<const __m256i*>(from)); }
  static Integers broadcast_quad(const uint8_t* from) {
    int32_t quad;
    std::memcpy(&quad, from, sizeof quad);
    return _mm256_set1_epi32(quad);
  }
  static void multiply_bytes(Integers x, Integers b, bool first, Integers& run, Integers& /*sum*/) {
    const Integers pairs = _mm256_maddubs_epi16(x, b);
    run = first ? pairs : _mm256_add_epi16(run, pairs);
    // Keeps the rows of a tile in their order: GCC 12 otherwise loads all elements of A first and spills the sums.
    asm volatile("" : "+x"(run));
  }
  static void end_run(Integers run, Integers& sum) {
    sum = _mm256_add_epi32(sum, _mm256_madd_epi16(run, _mm256_set1_epi16(1)));
  }
  static Type to_floats(Integers a) { return _mm256_cvtepi32_ps(a); }
  static void store_bytes(uint8_t* to, Type value) {
    const __m256i wide = _mm256_cvtps_epi32(value);
    const __m128i narrow = _mm_packs_epi32(_mm256_castsi256_si128(wide), _mm256_extracti128_si256(wide, 1));
    _mm_storel_epi64(reinterpret_cast<__m128i*>(to), _mm_packus_epi16(narrow, narrow));
  }
};

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
const KernelSet kAvx2Kernels = {"avx2",        Avx2::kPanel, Avx2::gemm,       Avx2::sru,
                                Avx2::sigmoid, widen_f16,    Avx2::gemm_bytes, Avx2::quantize_row};

}  // namespace actant::internal

#endif
