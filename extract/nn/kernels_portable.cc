#include "extract/nn/kernels_impl.h"

namespace actant::internal {
namespace {

/// Four floats in the vector extension of GCC and Clang: SSE2, NEON or plain scalars, as the target has it.
struct Vector4 {
  typedef float Type __attribute__((vector_size(16)));
  typedef int32_t Bits __attribute__((vector_size(16)));
  static constexpr size_t kWidth = 4;
  static constexpr int kRows = 4;
  static constexpr int kSruVectors = 2;
  static constexpr int kByteRows = 0;  // no product of bytes

  static Type load(const float* from) {
    Type value;
    std::memcpy(&value, from, sizeof value);
    return value;
  }
  static void store(float* to, Type value) { std::memcpy(to, &value, sizeof value); }
  static Type zero() { return Type{}; }
  static Type broadcast(float x) { return Type{x, x, x, x}; }
  static Type fma(Type a, Type b, Type c) { return a * b + c; }
  static Type add(Type a, Type b) { return a + b; }
  static Type sub(Type a, Type b) { return a - b; }
  static Type mul(Type a, Type b) { return a * b; }
  static Type div(Type a, Type b) { return a / b; }
  static Type min(Type a, Type b) { return a < b ? a : b; }
  static Type max(Type a, Type b) { return a > b ? a : b; }
  static Type relu(Type a) { return max(a, zero()); }
  static Type scale_by_exponent(Type p, Type t) { return (Type)((Bits)p + ((Bits)t << 23)); }
  static Type widen_bytes(const int8_t* from) {
    return Type{static_cast<float>(from[0]), static_cast<float>(from[1]), static_cast<float>(from[2]),
                static_cast<float>(from[3])};
  }
};

float widen(uint16_t half) {
  const uint32_t sign = static_cast<uint32_t>(half & 0x8000) << 16;
  const uint32_t exponent = (half >> 10) & 31;
  const uint32_t mantissa = half & 1023;
  uint32_t bits = sign | ((exponent + 112) << 23) | (mantissa << 13);
  if (exponent == 31) {
    bits = sign | 0x7f800000 | (mantissa << 13);  // infinity or not a number
  } else if (exponent == 0) {
    const float magnitude = static_cast<float>(mantissa) * 5.9604644775390625e-8f;  // subnormal: mantissa * 2^-24
    std::memcpy(&bits, &magnitude, sizeof bits);
    bits |= sign;
  }
  float value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

void widen_f16(const uint16_t* from, float* to, size_t count) {
  for (size_t i = 0; i < count; ++i) to[i] = widen(from[i]);
}

}  // namespace

using Portable = KernelsOf<Vector4>;
extern const KernelSet kPortableKernels;
const KernelSet kPortableKernels = {"portable", Portable::kPanel,    Portable::gemm, Portable::sru, Portable::sigmoid,
                                    widen_f16,  Portable::add_bytes, nullptr,        nullptr};

}  // namespace actant::internal
