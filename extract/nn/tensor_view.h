#ifndef ACTANT_EXTRACT_NN_TENSOR_VIEW_H_
#define ACTANT_EXTRACT_NN_TENSOR_VIEW_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// Element types of a model file (extract/nn/model_format.md).
enum class DType : uint8_t {
  kF32,  ///< IEEE binary32
  kF16,  ///< IEEE binary16
  kI8,   ///< signed byte, scaled by the row of a companion tensor
  kU8,   ///< byte
  kI32,
  kU32,
  kU64,
};

size_t dtype_size(DType dtype);            ///< bytes of an element
std::string_view dtype_name(DType dtype);  ///< `f16`

/// A tensor inside a mapped model file, row-major. Valid as long as its ModelFile.
struct TensorView {
  std::string name;
  DType dtype = DType::kF32;
  std::vector<uint64_t> shape;
  const unsigned char* data = nullptr;  ///< aligned to 64 bytes
  size_t bytes = 0;

  size_t elements() const { return bytes / dtype_size(dtype); }
  uint64_t rows() const { return shape.empty() ? 1 : shape[0]; }
  uint64_t columns() const { return shape.empty() || shape[0] == 0 ? 0 : elements() / shape[0]; }
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_NN_TENSOR_VIEW_H_
