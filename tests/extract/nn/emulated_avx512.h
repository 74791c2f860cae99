#ifndef ACTANT_TESTS_EXTRACT_NN_EMULATED_AVX512_H_
#define ACTANT_TESTS_EXTRACT_NN_EMULATED_AVX512_H_

#include <immintrin.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

// The instructions of AVX-512 that extract/nn/kernels_avx512*.cc use, as the manual of the processor describes them
// (Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2), one element after the other. They are not
// inlined, or the tiles of a product would take minutes to compile. The macros at the end put them in the place of the
// compiler's intrinsics for the rest of the source file.

namespace actant::emulated {

struct Floats {
  float lane[16];
};
struct Bits {
  uint8_t byte[64];
};
struct HalfFloats {
  uint16_t lane[16];
};
struct Bytes {
  int8_t lane[16];
};

template <typename T>
struct Lanes {
  static constexpr int kCount = static_cast<int>(64 / sizeof(T));
  T lane[kCount];
  explicit Lanes(const Bits& bits) { std::memcpy(lane, &bits, sizeof lane); }
  Lanes() = default;
  Bits bits() const {
    Bits result;
    std::memcpy(&result, lane, sizeof lane);
    return result;
  }
};

template <typename Action>
Floats each(const Action& action) {
  Floats result;
  for (int i = 0; i < 16; ++i) result.lane[i] = action(i);
  return result;
}
template <typename T, typename Action>
Bits each_of(const Action& action) {
  Lanes<T> result;
  for (int i = 0; i < Lanes<T>::kCount; ++i) result.lane[i] = static_cast<T>(action(i));
  return result.bits();
}
template <typename T, typename From>
T saturate(From value) {
  using Limits = std::numeric_limits<T>;
  return static_cast<T>(std::clamp(value, static_cast<From>(Limits::min()), static_cast<From>(Limits::max())));
}

template <typename T>
T load(const void* from) {
  T value;
  std::memcpy(&value, from, sizeof value);
  return value;
}
template <typename T>
void store(void* to, const T& value) {
  std::memcpy(to, &value, sizeof value);
}

[[gnu::noinline]] inline Floats set1_ps(float x) {
  return each([=](int) { return x; });
}
[[gnu::noinline]] inline Floats fmadd_ps(const Floats& a, const Floats& b, const Floats& c) {
  return each([&](int i) { return std::fma(a.lane[i], b.lane[i], c.lane[i]); });
}
[[gnu::noinline]] inline Floats add_ps(const Floats& a, const Floats& b) {
  return each([&](int i) { return a.lane[i] + b.lane[i]; });
}
[[gnu::noinline]] inline Floats sub_ps(const Floats& a, const Floats& b) {
  return each([&](int i) { return a.lane[i] - b.lane[i]; });
}
[[gnu::noinline]] inline Floats mul_ps(const Floats& a, const Floats& b) {
  return each([&](int i) { return a.lane[i] * b.lane[i]; });
}
[[gnu::noinline]] inline Floats div_ps(const Floats& a, const Floats& b) {
  return each([&](int i) { return a.lane[i] / b.lane[i]; });
}
// With something that is no number the second operand is returned.
[[gnu::noinline]] inline Floats min_ps(const Floats& a, const Floats& b) {
  return each([&](int i) { return a.lane[i] < b.lane[i] ? a.lane[i] : b.lane[i]; });
}
[[gnu::noinline]] inline Floats max_ps(const Floats& a, const Floats& b) {
  return each([&](int i) { return a.lane[i] > b.lane[i] ? a.lane[i] : b.lane[i]; });
}
[[gnu::noinline]] inline float widen(uint16_t half) {
  const int exponent = half >> 10 & 31, mantissa = half & 1023;
  const float sign = (half & 0x8000) != 0 ? -1.0f : 1.0f;
  if (exponent == 31) return mantissa == 0 ? sign * INFINITY : NAN;
  return sign * std::ldexp(static_cast<float>(exponent == 0 ? mantissa : mantissa + 1024), std::max(exponent, 1) - 25);
}
[[gnu::noinline]] inline Floats cvtph_ps(const HalfFloats& a) {
  return each([&](int i) { return widen(a.lane[i]); });
}

[[gnu::noinline]] inline Bits set1_epi8(int x) {
  return each_of<int8_t>([=](int) { return x; });
}
[[gnu::noinline]] inline Bits set1_epi16(int x) {
  return each_of<int16_t>([=](int) { return x; });
}
[[gnu::noinline]] inline Bits set1_epi32(int x) {
  return each_of<int32_t>([=](int) { return x; });
}
template <typename... Values>
Bits setr_epi32(Values... values) {
  static_assert(sizeof...(values) == 16);
  const int32_t all[] = {values...};
  return load<Bits>(all);
}
[[gnu::noinline]] inline Bits add_epi16(const Bits& a, const Bits& b) {
  const Lanes<uint16_t> x(a), y(b);
  return each_of<uint16_t>([&](int i) { return x.lane[i] + y.lane[i]; });
}
[[gnu::noinline]] inline Bits add_epi32(const Bits& a, const Bits& b) {
  const Lanes<uint32_t> x(a), y(b);
  return each_of<uint32_t>([&](int i) { return x.lane[i] + y.lane[i]; });
}
[[gnu::noinline]] inline Bits slli_epi32(const Bits& a, int count) {
  const Lanes<uint32_t> x(a);
  return each_of<uint32_t>([&](int i) { return x.lane[i] << count; });
}
[[gnu::noinline]] inline Bits min_epu8(const Bits& a, const Bits& b) {
  return each_of<uint8_t>([&](int i) { return std::min(a.byte[i], b.byte[i]); });
}
// Pairs of products of unsigned with signed bytes, added with saturation.
[[gnu::noinline]] inline Bits maddubs_epi16(const Bits& a, const Bits& b) {
  const Lanes<uint8_t> x(a);
  const Lanes<int8_t> y(b);
  return each_of<int16_t>(
      [&](int i) { return saturate<int16_t>(x.lane[2 * i] * y.lane[2 * i] + x.lane[2 * i + 1] * y.lane[2 * i + 1]); });
}
[[gnu::noinline]] inline Bits madd_epi16(const Bits& a, const Bits& b) {
  const Lanes<int16_t> x(a), y(b);
  return each_of<int32_t>([&](int i) { return x.lane[2 * i] * y.lane[2 * i] + x.lane[2 * i + 1] * y.lane[2 * i + 1]; });
}
// Four products of unsigned with signed bytes, added to a sum of 32 bits.
[[gnu::noinline]] inline Bits dpbusd_epi32(const Bits& sum, const Bits& a, const Bits& b) {
  const Lanes<int32_t> s(sum);
  const Lanes<uint8_t> x(a);
  const Lanes<int8_t> y(b);
  return each_of<int32_t>([&](int i) {
    int32_t result = s.lane[i];
    for (int k = 4 * i; k < 4 * i + 4; ++k) result += x.lane[k] * y.lane[k];
    return result;
  });
}
// Packing takes four elements of `a` and then four of `b` in each quarter of the register.
[[gnu::noinline]] inline Bits packs_epi32(const Bits& a, const Bits& b) {
  const Lanes<int32_t> x(a), y(b);
  return each_of<int16_t>([&](int i) {
    const int from = i / 8 * 4 + i % 4;
    return saturate<int16_t>(i % 8 < 4 ? x.lane[from] : y.lane[from]);
  });
}
[[gnu::noinline]] inline Bits packus_epi16(const Bits& a, const Bits& b) {
  const Lanes<int16_t> x(a), y(b);
  return each_of<uint8_t>([&](int i) {
    const int from = i / 16 * 8 + i % 8;
    return saturate<uint8_t>(i % 16 < 8 ? x.lane[from] : y.lane[from]);
  });
}
[[gnu::noinline]] inline Bits permutexvar_epi32(const Bits& index, const Bits& a) {
  const Lanes<uint32_t> from(index), x(a);
  return each_of<uint32_t>([&](int i) { return x.lane[from.lane[i] % 16]; });
}
// To the nearest, the even one of two; what does not fit gives the least integer.
[[gnu::noinline]] inline Bits cvtps_epi32(const Floats& a) {
  return each_of<int32_t>([&](int i) {
    const float rounded = std::nearbyint(a.lane[i]);
    const bool fits = rounded >= -2147483648.0f && rounded < 2147483648.0f;
    return fits ? static_cast<int32_t>(rounded) : std::numeric_limits<int32_t>::min();
  });
}
[[gnu::noinline]] inline Bits cvtepi8_epi32(const Bytes& a) {
  return each_of<int32_t>([&](int i) { return a.lane[i]; });
}
[[gnu::noinline]] inline Floats cvtepi32_ps(const Bits& a) {
  const Lanes<int32_t> x(a);
  return each([&](int i) { return static_cast<float>(x.lane[i]); });
}

}  // namespace actant::emulated

// These are macros already, some of them without optimization only.
#undef _mm512_setr_epi32
#undef _mm512_slli_epi32
#undef _cvtsh_ss
#define __m512 ::actant::emulated::Floats
#define __m512i ::actant::emulated::Bits
#define __m128i ::actant::emulated::Bytes
#define __m256i ::actant::emulated::HalfFloats
#define _cvtsh_ss ::actant::emulated::widen
#define _mm512_add_epi16 ::actant::emulated::add_epi16
#define _mm512_add_epi32 ::actant::emulated::add_epi32
#define _mm512_add_ps ::actant::emulated::add_ps
#define _mm512_castps_si512(a) ::actant::emulated::load<::actant::emulated::Bits>(&(a))
#define _mm512_castsi512_ps(a) ::actant::emulated::load<::actant::emulated::Floats>((a).byte)
#define _mm512_cvtepi8_epi32 ::actant::emulated::cvtepi8_epi32
#define _mm512_cvtepi32_ps ::actant::emulated::cvtepi32_ps
#define _mm512_cvtph_ps ::actant::emulated::cvtph_ps
#define _mm512_cvtps_epi32 ::actant::emulated::cvtps_epi32
#define _mm512_div_ps ::actant::emulated::div_ps
#define _mm512_dpbusd_epi32 ::actant::emulated::dpbusd_epi32
#define _mm512_fmadd_ps ::actant::emulated::fmadd_ps
#define _mm512_loadu_ps ::actant::emulated::load<::actant::emulated::Floats>
#define _mm512_loadu_si512 ::actant::emulated::load<::actant::emulated::Bits>
#define _mm512_madd_epi16 ::actant::emulated::madd_epi16
#define _mm512_maddubs_epi16 ::actant::emulated::maddubs_epi16
#define _mm512_max_ps ::actant::emulated::max_ps
#define _mm512_min_epu8 ::actant::emulated::min_epu8
#define _mm512_min_ps ::actant::emulated::min_ps
#define _mm512_mul_ps ::actant::emulated::mul_ps
#define _mm512_packs_epi32 ::actant::emulated::packs_epi32
#define _mm512_packus_epi16 ::actant::emulated::packus_epi16
#define _mm512_permutexvar_epi32 ::actant::emulated::permutexvar_epi32
#define _mm512_set1_epi16 ::actant::emulated::set1_epi16
#define _mm512_set1_epi32 ::actant::emulated::set1_epi32
#define _mm512_set1_epi8 ::actant::emulated::set1_epi8
#define _mm512_set1_ps ::actant::emulated::set1_ps
#define _mm512_setr_epi32 ::actant::emulated::setr_epi32
#define _mm512_setzero_ps() ::actant::emulated::set1_ps(0)
#define _mm512_setzero_si512() ::actant::emulated::set1_epi32(0)
#define _mm512_slli_epi32 ::actant::emulated::slli_epi32
#define _mm512_storeu_ps ::actant::emulated::store
#define _mm512_storeu_si512 ::actant::emulated::store
#define _mm512_sub_ps ::actant::emulated::sub_ps

#endif  // ACTANT_TESTS_EXTRACT_NN_EMULATED_AVX512_H_
