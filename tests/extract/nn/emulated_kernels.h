#ifndef ACTANT_TESTS_EXTRACT_NN_EMULATED_KERNELS_H_
#define ACTANT_TESTS_EXTRACT_NN_EMULATED_KERNELS_H_

#include <string_view>

#include "extract/nn/kernels.h"

namespace actant {

/// find_kernels(), and besides the kernels of AVX-512 as `avx512-emulated` and `avx512vnni-emulated`: the same source,
/// with each instruction done in plain C++ (emulated_avx512.h), so that it is tested on processors without them.
const KernelSet* find_tested_kernels(std::string_view name);

}  // namespace actant

#endif  // ACTANT_TESTS_EXTRACT_NN_EMULATED_KERNELS_H_
