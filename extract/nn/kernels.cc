#include "extract/nn/kernels.h"

namespace actant {
namespace internal {

extern const KernelSet kPortableKernels;
#if defined(__x86_64__)
extern const KernelSet kAvx2Kernels;
extern const KernelSet kAvx512Kernels;
extern const KernelSet kAvx512VnniKernels;
#endif

}  // namespace internal

const KernelSet& best_kernels() {
  static const KernelSet& best = []() -> const KernelSet& {
    for (const char* name : {"avx512vnni", "avx512", "avx2"}) {
      if (const KernelSet* kernels = find_kernels(name)) return *kernels;
    }
    return internal::kPortableKernels;
  }();
  return best;
}

const KernelSet* find_kernels(std::string_view name) {
  if (name == "portable") return &internal::kPortableKernels;
#if defined(__x86_64__)
  const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c");
  if (name == "avx2" && avx2) return &internal::kAvx2Kernels;
  const bool avx512 = avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
                      __builtin_cpu_supports("avx512bw");
  if (name == "avx512" && avx512) return &internal::kAvx512Kernels;
  if (name == "avx512vnni" && avx512 && __builtin_cpu_supports("avx512vnni")) return &internal::kAvx512VnniKernels;
#endif
  return nullptr;
}

}  // namespace actant
