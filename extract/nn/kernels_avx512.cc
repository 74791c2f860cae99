// Compiled with AVX-512 F, VL and BW on x86-64 (extract/CMakeLists.txt); chosen at run time.
#if defined(__AVX512F__) && defined(__AVX512BW__)

#include "extract/nn/kernels_avx512.h"

namespace actant::internal {
namespace {

/// Products of bytes through 16-bit sums, as with AVX2.
struct PairVector16 : Vector16 {
  /// A tile of 6 x 32 bytes keeps 12 sums of 32 bits, 12 of 16 bits, two columns of B, an element of A and the ones.
  static constexpr int kByteRows = 6;
  static void multiply_quad(const uint8_t* a, Integers b0, Integers b1, bool first, Integers (&run)[2],
                            Integers (& /*sum*/)[2]) {
    const Integers x = broadcast_quad(a);
    const Integers pairs0 = _mm512_maddubs_epi16(x, b0), pairs1 = _mm512_maddubs_epi16(x, b1);
    run[0] = first ? pairs0 : _mm512_add_epi16(run[0], pairs0);
    run[1] = first ? pairs1 : _mm512_add_epi16(run[1], pairs1);
  }
  static void end_run(const Integers (&run)[2], Integers (&sum)[2]) {
    const Integers ones = _mm512_set1_epi16(1);
    sum[0] = _mm512_add_epi32(sum[0], _mm512_madd_epi16(run[0], ones));
    sum[1] = _mm512_add_epi32(sum[1], _mm512_madd_epi16(run[1], ones));
  }
};

}  // namespace

using Avx512 = KernelsOf<PairVector16>;
extern const KernelSet kAvx512Kernels;
const KernelSet kAvx512Kernels = {"avx512",          Avx512::kPanel,     Avx512::gemm,
                                  Avx512::sru,       Avx512::sigmoid,    widen_f16,
                                  Avx512::add_bytes, Avx512::gemm_bytes, Avx512::quantize_row};

}  // namespace actant::internal

#endif
