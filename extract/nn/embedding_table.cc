#include "extract/nn/embedding_table.h"

#include <cassert>

namespace actant {

EmbeddingTable::EmbeddingTable(std::shared_ptr<const ModelFile> file, const std::string& name, const KernelSet& kernels)
    : file_(std::move(file)), view_(&file_->tensor(name)), kernels_(&kernels) {
  if (view_->shape.size() != 2 || view_->elements() == 0) {
    file_->fail("shape of " + name, std::to_string(view_->shape.size()) + " extents", "a matrix that is not empty");
  }
  rows_ = view_->rows();
  columns_ = view_->columns();
  if (view_->dtype == DType::kI8) {
    scale_ = file_->floats(name + ".scale", {rows_});
  } else if (view_->dtype != DType::kF32) {
    wide_ = file_->floats(name);
  }
}

void EmbeddingTable::add_row(size_t row, float factor, float* to) const {
  assert(row < rows_);
  if (view_->dtype == DType::kI8) {
    const auto* from = reinterpret_cast<const int8_t*>(view_->data) + row * columns_;
    kernels_->add_bytes(from, factor * scale_[row], columns_, to);
    return;
  }
  const float* all = wide_.empty() ? reinterpret_cast<const float*>(view_->data) : wide_.data();
  const float* from = all + row * columns_;
  for (size_t i = 0; i < columns_; ++i) to[i] += factor * from[i];
}

}  // namespace actant
