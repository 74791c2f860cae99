#ifndef ACTANT_EXTRACT_NN_KERNELS_AVX512_H_
#define ACTANT_EXTRACT_NN_KERNELS_AVX512_H_

#include <immintrin.h>

#include "extract/nn/kernels_impl.h"

// What the two sets of kernels with AVX-512 have in common. Included by kernels_avx512.cc and kernels_avx512vnni.cc
// alone, which are compiled with different instructions: hence the unnamed namespace.

namespace actant::internal {
namespace {

/// Sixteen floats. A tile of 12 x 32 keeps 24 sums and two columns of B in the 32 registers; A comes as broadcast
/// operands.
struct Vector16 {
  using Type = __m512;
  static constexpr size_t kWidth = 16;
  static constexpr int kRows = 12;
  static constexpr int kSruVectors = 2;

  static Type load(const float* from) { return _mm512_loadu_ps(from); }
  static void store(float* to, Type value) { _mm512_storeu_ps(to, value); }
  static Type zero() { return _mm512_setzero_ps(); }
  static Type broadcast(float x) { return _mm512_set1_ps(x); }
  static Type fma(Type a, Type b, Type c) { return _mm512_fmadd_ps(a, b, c); }
  static Type add(Type a, Type b) { return _mm512_add_ps(a, b); }
  static Type sub(Type a, Type b) { return _mm512_sub_ps(a, b); }
  static Type mul(Type a, Type b) { return _mm512_mul_ps(a, b); }
  static Type div(Type a, Type b) { return _mm512_div_ps(a, b); }
  static Type min(Type a, Type b) { return _mm512_min_ps(a, b); }
  static Type max(Type a, Type b) { return _mm512_max_ps(a, b); }
  static Type relu(Type a) { return _mm512_max_ps(a, _mm512_setzero_ps()); }
  static Type scale_by_exponent(Type p, Type t) {
    const __m512i exponent = _mm512_slli_epi32(_mm512_castps_si512(t), 23);
    return _mm512_castsi512_ps(_mm512_add_epi32(_mm512_castps_si512(p), exponent));
  }
  static Type widen_bytes(const int8_t* from) {
    __m128i bytes;
    std::memcpy(&bytes, from, sizeof bytes);
    return _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(bytes));
  }

  using Integers = __m512i;
  static Integers zero_integers() { return _mm512_setzero_si512(); }
  static Integers load_bytes(const int8_t* from) { return _mm512_loadu_si512(from); }
  static Integers broadcast_quad(const uint8_t* from) {
    int32_t quad;
    std::memcpy(&quad, from, sizeof quad);
    return _mm512_set1_epi32(quad);
  }
  static Type to_floats(Integers a) { return _mm512_cvtepi32_ps(a); }
  static void store_bytes(uint8_t* to, const Type (&x)[4], int top) {
    const __m512i low = _mm512_packs_epi32(_mm512_cvtps_epi32(x[0]), _mm512_cvtps_epi32(x[1]));
    const __m512i high = _mm512_packs_epi32(_mm512_cvtps_epi32(x[2]), _mm512_cvtps_epi32(x[3]));
    // Packing works in quarters of 16 bytes, each with a quad of every vector.
    const __m512i order = _mm512_setr_epi32(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
    const __m512i bytes = _mm512_permutexvar_epi32(order, _mm512_packus_epi16(low, high));
    _mm512_storeu_si512(to, _mm512_min_epu8(bytes, _mm512_set1_epi8(static_cast<char>(top))));
  }
};

void widen_f16(const uint16_t* from, float* to, size_t count) {
  size_t i = 0;
  for (; i + 16 <= count; i += 16) {
    __m256i half;
    std::memcpy(&half, from + i, sizeof half);
    _mm512_storeu_ps(to + i, _mm512_cvtph_ps(half));
  }
  for (; i < count; ++i) to[i] = _cvtsh_ss(from[i]);
}

}  // namespace

}  // namespace actant::internal

#endif  // ACTANT_EXTRACT_NN_KERNELS_AVX512_H_
