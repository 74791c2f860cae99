#ifndef ACTANT_EXTRACT_NN_EMBEDDING_TABLE_H_
#define ACTANT_EXTRACT_NN_EMBEDDING_TABLE_H_

#include <memory>
#include <string>
#include <vector>

#include "extract/nn/kernels.h"
#include "extract/nn/model_file.h"

namespace actant {

/// Rows of an f32, f16 or i8 matrix, read where they lie in the model file and widened row by row.
class EmbeddingTable {
 public:
  EmbeddingTable() = default;
  /// The tensor `name` [rows x columns], with `name.scale` [rows] when it is i8. \throws CorruptData
  EmbeddingTable(std::shared_ptr<const ModelFile> file, const std::string& name,
                 const KernelSet& kernels = best_kernels());

  /// to[i] += factor * row[i], for the columns of the table. `row` is below rows().
  void add_row(size_t row, float factor, float* to) const;

  size_t rows() const { return rows_; }
  size_t columns() const { return columns_; }

 private:
  std::shared_ptr<const ModelFile> file_;
  const TensorView* view_ = nullptr;
  const KernelSet* kernels_ = nullptr;
  std::vector<float> scale_;
  std::vector<float> wide_;  // of f16 tables
  size_t rows_ = 0, columns_ = 0;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_NN_EMBEDDING_TABLE_H_
