// Compiled with AVX-512 F, VL, BW and VNNI on x86-64 (extract/CMakeLists.txt); chosen at run time.
#if defined(__AVX512VNNI__)

#include "extract/nn/kernels_avx512.h"

namespace actant::internal {
namespace {

/// Four products of bytes go to a 32-bit sum in one instruction; there are no runs of 16-bit sums.
struct DotVector16 : Vector16 {
  /// A tile of 12 x 32 bytes keeps 24 sums, two columns of B and an element of A.
  static constexpr int kByteRows = 12;
  static void multiply_quad(const uint8_t* a, Integers b0, Integers b1, bool /*first*/, Integers (& /*run*/)[2],
                            Integers (&sum)[2]) {
    const Integers x = broadcast_quad(a);
    sum[0] = _mm512_dpbusd_epi32(sum[0], x, b0);
    sum[1] = _mm512_dpbusd_epi32(sum[1], x, b1);
  }
  static void end_run(const Integers (& /*run*/)[2], Integers (& /*sum*/)[2]) {}
};

}  // namespace

using Avx512Vnni = KernelsOf<DotVector16>;
extern const KernelSet kAvx512VnniKernels;
const KernelSet kAvx512VnniKernels = {"avx512vnni",          Avx512Vnni::kPanel,     Avx512Vnni::gemm,
                                      Avx512Vnni::sru,       Avx512Vnni::sigmoid,    widen_f16,
                                      Avx512Vnni::add_bytes, Avx512Vnni::gemm_bytes, Avx512Vnni::quantize_row};

}  // namespace actant::internal

#endif
