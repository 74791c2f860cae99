#include "tests/extract/nn/emulated_kernels.h"

#include <gtest/gtest.h>

#if defined(__x86_64__)
#include "extract/nn/kernels_impl.h"
#include "tests/extract/nn/emulated_avx512.h"

// The same sources as in the library, under other names and with the instructions emulated.
#define kAvx512Kernels kEmulatedAvx512Kernels
#define kAvx512VnniKernels kEmulatedAvx512VnniKernels
#ifndef __AVX512F__
#define __AVX512F__ 1
#endif
#ifndef __AVX512BW__
#define __AVX512BW__ 1
#endif
#ifndef __AVX512VNNI__
#define __AVX512VNNI__ 1
#endif
#include "extract/nn/kernels_avx512.cc"
#include "extract/nn/kernels_avx512vnni.cc"
#endif

namespace actant {

const KernelSet* find_tested_kernels(std::string_view name) {
#if defined(__x86_64__)
  if (name == "avx512-emulated") return &internal::kEmulatedAvx512Kernels;
  if (name == "avx512vnni-emulated") return &internal::kEmulatedAvx512VnniKernels;
#endif
  return find_kernels(name);
}

namespace {

#if defined(__x86_64__)
TEST(EmulatedKernelsTest, ProductsOfBytesSaturateInPairsAndNotInFours) {
  using namespace emulated;
  const Bits a = set1_epi8(static_cast<int8_t>(255)), b = set1_epi8(127);
  EXPECT_EQ(Lanes<int16_t>(maddubs_epi16(a, b)).lane[5], 32767);
  EXPECT_EQ(Lanes<int32_t>(dpbusd_epi32(set1_epi32(1), a, b)).lane[5], 1 + 4 * 255 * 127);
}
#endif

}  // namespace
}  // namespace actant
