#include "extract/nn/weight_matrix.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>
#include <vector>

#include "tests/extract/nn/emulated_kernels.h"

namespace actant {
namespace {

class WeightMatrixTest : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    kernels_ = find_tested_kernels(GetParam());
    if (kernels_ == nullptr) GTEST_SKIP() << "this processor has no " << GetParam();
  }
  std::vector<float> normal_floats(size_t count) {
    std::normal_distribution<float> normal;
    std::vector<float> values(count);
    for (float& value : values) value = normal(generator_);
    return values;
  }
  const KernelSet* kernels_ = nullptr;
  std::mt19937 generator_{11};
  WeightMatrix::Scratch scratch_;
};

/// Of the sets with a product of bytes: all but the portable one.
class ByteWeightMatrixTest : public WeightMatrixTest {};

TEST_P(WeightMatrixTest, StaysWithinTheErrorOfItsRounding) {
  for (const auto& [rows, depth, columns] :
       {std::array<size_t, 3>{1, 1, 1}, {7, 33, 20}, {100, 384, 48}, {13, 161, 17}, {6, 16, 16}, {193, 512, 5}}) {
    const auto a = normal_floats(rows * (depth + 1)), w = normal_floats(depth * columns), b = normal_floats(columns);
    WeightMatrix matrix;
    matrix.set(w, b, depth, columns, *kernels_);
    for (const bool relu : {false, true}) {
      std::vector<float> c(rows * (columns + 1), 77.0f);
      matrix.multiply(a.data(), depth + 1, rows, c.data(), columns + 1, relu, scratch_);
      for (size_t i = 0; i < rows; ++i) {
        for (size_t j = 0; j < columns; ++j) {
          double sum = b[j], of_a = 0, of_w = 0, low = 0, high = 0;
          for (size_t k = 0; k < depth; ++k) {
            const double x = a[i * (depth + 1) + k], y = w[k * columns + j];
            sum += x * y;
            of_a += x * x;
            of_w += y * y;
            low = std::min(low, x);
            high = std::max(high, x);
          }
          // Five standard deviations of the rounding of both sides (weight_matrix.h); none where they are floats.
          const double of_step = matrix.column_step(j), step = of_step == 0 ? 0 : (high - low) / kByteLevels;
          const double tolerance = 5 * std::sqrt((of_a * of_step * of_step + of_w * step * step) / 12) +
                                   1e-6 * std::sqrt(of_a * of_w) + 1e-5;
          ASSERT_NEAR(c[i * (columns + 1) + j], relu ? std::max(0.0, sum) : sum, tolerance)
              << depth << " " << i << " " << j;
        }
        ASSERT_EQ(c[i * (columns + 1) + columns], 77.0f) << "wrote past the row";
      }
    }
  }
}

TEST_P(WeightMatrixTest, DoesNotOverflowWhereAllTermsHaveOneSign) {
  const size_t depth = 512;
  for (const float spread : {0.0f, 1.0f}) {
    std::vector<float> a(depth, 1e6f), w(depth, -1e-3f);
    a[0] += spread * 1e7f;  // one element far above the others makes the steps of all wide
    double sum = 0;
    for (size_t k = 0; k < depth; ++k) sum += static_cast<double>(a[k]) * w[k];
    WeightMatrix matrix;
    matrix.set(w, {0.0f}, depth, 1, *kernels_);
    float c = 0;
    matrix.multiply(a.data(), depth, 1, &c, 1, false, scratch_);
    EXPECT_NEAR(c / sum, 1, 5e-2);
  }
}

TEST_P(ByteWeightMatrixTest, ColumnsAreRoundedToATwelfthOfTheirDeviation) {
  const size_t depth = 512, columns = 64;
  WeightMatrix matrix;
  matrix.set(normal_floats(depth * columns), normal_floats(columns), depth, columns, *kernels_);
  for (size_t j = 0; j < columns; ++j) EXPECT_LT(matrix.column_step(j), 1.0f / 12) << j;
}

TEST_P(ByteWeightMatrixTest, EverySetWithAProductOfBytesGivesTheSame) {
  const KernelSet& best = best_kernels();
  if (best.gemm_bytes == nullptr) GTEST_SKIP() << "this processor has no set of kernels with a product of bytes";
  const size_t rows = 17, depth = 100, columns = 40;
  const auto a = normal_floats(rows * depth), w = normal_floats(depth * columns), b = normal_floats(columns);
  std::vector<float> one(rows * columns), other(rows * columns);
  WeightMatrix matrix;
  matrix.set(w, b, depth, columns, *kernels_);
  matrix.multiply(a.data(), depth, rows, one.data(), columns, false, scratch_);
  matrix.set(w, b, depth, columns, best);
  matrix.multiply(a.data(), depth, rows, other.data(), columns, false, scratch_);
  EXPECT_EQ(one, other);
}

TEST_P(WeightMatrixTest, ZerosGiveTheBias) {
  WeightMatrix matrix;
  matrix.set(std::vector<float>(30, 0.0f), {1, 2, 3}, 10, 3, *kernels_);
  const std::vector<float> a(10, 0.0f);
  std::vector<float> c(3);
  matrix.multiply(a.data(), 10, 1, c.data(), 3, false, scratch_);
  EXPECT_EQ(c, (std::vector<float>{1, 2, 3}));
}

TEST_P(WeightMatrixTest, RowsDoNotDependOnTheBatchTheyAreIn) {
  const size_t rows = 205, depth = 70, columns = 40;
  const auto a = normal_floats(rows * depth);
  WeightMatrix matrix;
  matrix.set(normal_floats(depth * columns), normal_floats(columns), depth, columns, *kernels_);
  std::vector<float> together(rows * columns), alone(columns);
  matrix.multiply(a.data(), depth, rows, together.data(), columns, true, scratch_);
  for (size_t i = 0; i < rows; ++i) {
    matrix.multiply(a.data() + i * depth, depth, 1, alone.data(), columns, true, scratch_);
    for (size_t j = 0; j < columns; ++j) ASSERT_EQ(alone[j], together[i * columns + j]);
  }
}

INSTANTIATE_TEST_SUITE_P(All, WeightMatrixTest,
                         testing::Values("portable", "avx2", "avx512", "avx512vnni", "avx512-emulated",
                                         "avx512vnni-emulated"));

INSTANTIATE_TEST_SUITE_P(All, ByteWeightMatrixTest,
                         testing::Values("avx2", "avx512", "avx512vnni", "avx512-emulated", "avx512vnni-emulated"));

}  // namespace
}  // namespace actant
