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
  static constexpr int kSruVectors = 4;

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
  static Type widen_bytes(const int8_t* from) {
    int64_t bytes;
    std::memcpy(&bytes, from, sizeof bytes);
    return _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_cvtsi64_si128(bytes)));
  }

  using Integers = __m256i;
  /// A tile of 3 x 16 bytes keeps 6 sums of 32 bits, 6 of 16 bits, two columns of B, one element of A and the ones.
  static constexpr int kByteRows = 3;
  static Integers zero_integers() { return _mm256_setzero_si256(); }
  static Integers load_bytes(const int8_t* from) { return _mm256_load_si256(reinterpret_cast<const __m256i*>(from)); }
  /// Both products before both sums: this order runs at 1.4 of the 1.8 pairs of them a cycle that a Zen 3 can do at
  /// best. In assembler, since GCC 12 loads all elements of A first, spills the sums and computes addresses in between.
  static void multiply_quad(const uint8_t* a, Integers b0, Integers b1, bool first, Integers (&run)[2],
                            Integers (& /*sum*/)[2]) {
    const auto& quad = *reinterpret_cast<const char(*)[4]>(a);
    Integers x, t;
    if (first) {
      asm volatile(
          "vpbroadcastd %[quad], %[x]\n\t"
          "vpmaddubsw %[b0], %[x], %[run0]\n\t"
          "vpmaddubsw %[b1], %[x], %[run1]"
          : [run0] "=&x"(run[0]), [run1] "=x"(run[1]), [x] "=&x"(x)
          : [b0] "x"(b0), [b1] "x"(b1), [quad] "m"(quad));
      return;
    }
    asm volatile(
        "vpbroadcastd %[quad], %[x]\n\t"
        "vpmaddubsw %[b0], %[x], %[t]\n\t"
        "vpmaddubsw %[b1], %[x], %[x]\n\t"
        "vpaddw %[t], %[run0], %[run0]\n\t"
        "vpaddw %[x], %[run1], %[run1]"
        : [run0] "+x"(run[0]), [run1] "+x"(run[1]), [x] "=&x"(x), [t] "=&x"(t)
        : [b0] "x"(b0), [b1] "x"(b1), [quad] "m"(quad));
  }
  static void end_run(const Integers (&run)[2], Integers (&sum)[2]) {
    const Integers ones = _mm256_set1_epi16(1);
    sum[0] = _mm256_add_epi32(sum[0], _mm256_madd_epi16(run[0], ones));
    sum[1] = _mm256_add_epi32(sum[1], _mm256_madd_epi16(run[1], ones));
  }
  static Type to_floats(Integers a) { return _mm256_cvtepi32_ps(a); }
  static void store_bytes(uint8_t* to, const Type (&x)[4], int top) {
    const __m256i low = _mm256_packs_epi32(_mm256_cvtps_epi32(x[0]), _mm256_cvtps_epi32(x[1]));
    const __m256i high = _mm256_packs_epi32(_mm256_cvtps_epi32(x[2]), _mm256_cvtps_epi32(x[3]));
    // Packing works in halves of 16 bytes: the quads stand in the order 0 2 4 6 1 3 5 7.
    const __m256i bytes =
        _mm256_permutevar8x32_epi32(_mm256_packus_epi16(low, high), _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7));
    const __m256i bounded = _mm256_min_epu8(bytes, _mm256_set1_epi8(static_cast<char>(top)));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), bounded);
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
const KernelSet kAvx2Kernels = {"avx2",    Avx2::kPanel,    Avx2::gemm,       Avx2::sru,         Avx2::sigmoid,
                                widen_f16, Avx2::add_bytes, Avx2::gemm_bytes, Avx2::quantize_row};

}  // namespace actant::internal

#endif
