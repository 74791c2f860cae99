#include "extract/nn/kernels.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>
#include <vector>

#include "extract/nn/packed_matrix.h"

namespace actant {
namespace {

std::vector<float> random_floats(size_t count, uint32_t seed) {
  std::mt19937 generator(seed);
  std::uniform_real_distribution<float> uniform(-1, 1);
  std::vector<float> values(count);
  for (float& value : values) value = uniform(generator);
  return values;
}

/// Every kernel set that this machine runs is compared with plain loops in double precision.
class KernelsTest : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    kernels_ = find_kernels(GetParam());
    if (kernels_ == nullptr) GTEST_SKIP() << "this processor has no " << GetParam();
  }
  const KernelSet* kernels_ = nullptr;
};

TEST_P(KernelsTest, ProductAgreesWithPlainLoopsWithin1e5OfItsTerms) {
  for (const auto& [rows, depth, columns] : {std::array<size_t, 3>{1, 1, 1},
                                             {6, 16, 16},
                                             {7, 300, 33},
                                             {13, 513, 100},
                                             {97, 160, 48},
                                             {200, 40, 5},
                                             {5, 31, 64},
                                             {12, 129, 31}}) {
    const auto a = random_floats(rows * (depth + 3), 1), b = random_floats(depth * columns, 2),
               bias = random_floats(columns, 3);
    PackedMatrix packed;
    packed.reset(depth, columns, *kernels_);
    packed.set_columns(0, b.data(), columns, columns);
    packed.set_bias(0, bias.data(), columns);
    for (const bool relu : {false, true}) {
      std::vector<float> c(rows * (columns + 2), 77.0f);
      packed.multiply(a.data(), depth + 3, rows, c.data(), columns + 2, relu);
      for (size_t i = 0; i < rows; ++i) {
        for (size_t j = 0; j < columns; ++j) {
          double sum = bias[j], size = std::abs(bias[j]);
          for (size_t k = 0; k < depth; ++k) {
            const double term = static_cast<double>(a[i * (depth + 3) + k]) * b[k * columns + j];
            sum += term;
            size += std::abs(term);
          }
          if (relu && sum < 0) sum = 0;
          ASSERT_NEAR(c[i * (columns + 2) + j], sum, 1e-5 * size) << rows << "x" << depth << "x" << columns;
        }
        ASSERT_EQ(c[i * (columns + 2) + columns], 77.0f) << "wrote past the row";
      }
    }
  }
}

TEST_P(KernelsTest, RowsDoNotDependOnTheBatchTheyAreIn) {
  const size_t rows = 203, depth = 300, columns = 70;
  const auto a = random_floats(rows * depth, 4), b = random_floats(depth * columns, 5);
  PackedMatrix packed;
  packed.reset(depth, columns, *kernels_);
  packed.set_columns(0, b.data(), columns, columns);
  std::vector<float> together(rows * columns), alone(columns);
  packed.multiply(a.data(), depth, rows, together.data(), columns);
  for (size_t i = 0; i < rows; ++i) {
    packed.multiply(a.data() + i * depth, depth, 1, alone.data(), columns);
    for (size_t j = 0; j < columns; ++j) ASSERT_EQ(alone[j], together[i * columns + j]);
  }
}

TEST_P(KernelsTest, TransposedColumnsArePackedLikeColumns) {
  const size_t depth = 20, columns = 37;
  const auto rows = random_floats(depth * columns, 6);
  std::vector<float> transposed(depth * columns);
  for (size_t j = 0; j < columns; ++j) {
    for (size_t k = 0; k < depth; ++k) transposed[k * columns + j] = rows[j * depth + k];
  }
  PackedMatrix one, other;
  one.reset(depth, columns, *kernels_);
  other.reset(depth, columns, *kernels_);
  one.set_columns(0, transposed.data(), columns, columns);
  other.set_columns_transposed(0, rows.data(), columns, depth);
  const auto a = random_floats(depth, 7);
  std::vector<float> first(columns), second(columns);
  one.multiply(a.data(), depth, 1, first.data(), columns);
  other.multiply(a.data(), depth, 1, second.data(), columns);
  EXPECT_EQ(first, second);
}

TEST_P(KernelsTest, SigmoidStaysWithin3e7) {
  std::vector<float> values;
  for (float x = -120; x <= 120; x += 0.0137f) values.push_back(x);
  values.insert(values.end(), {0.0f, 1e-30f, -1e-30f, 1e30f, -1e30f});
  std::vector<float> result = values;
  kernels_->sigmoid(result.data(), result.size());
  double worst = 0;
  for (size_t i = 0; i < values.size(); ++i) {
    const double expected = 1 / (1 + std::exp(-static_cast<double>(values[i])));
    worst = std::max(worst, std::abs(result[i] - expected));
  }
  EXPECT_LT(worst, 3e-7);
}

TEST_P(KernelsTest, SruFollowsItsEquations) {
  const size_t tokens = 9;
  for (const size_t units : {16, 21, 3}) {
    const auto u = random_floats(tokens * 4 * units, 8), v = random_floats(2 * units, 9),
               b = random_floats(2 * units, 10);
    for (const bool reverse : {false, true}) {
      std::vector<float> h(tokens * (units + 1), 7.0f), state(units + 16);
      SruCall call;
      call.u = u.data();
      call.u_stride = 4 * units;
      call.x = u.data() + 3 * units;
      call.x_stride = 4 * units;
      call.v_forget = v.data();
      call.v_reset = v.data() + units;
      call.b_forget = b.data();
      call.b_reset = b.data() + units;
      call.units = units;
      call.tokens = tokens;
      call.reverse = reverse;
      call.state = state.data();
      call.h = h.data();
      call.h_stride = units + 1;
      kernels_->sru(call);
      const auto sigmoid = [](double x) { return 1 / (1 + std::exp(-x)); };
      for (size_t unit = 0; unit < units; ++unit) {
        double c = 0;
        for (size_t step = 0; step < tokens; ++step) {
          const size_t t = reverse ? tokens - 1 - step : step;
          const float* row = u.data() + t * 4 * units;
          const double forget = sigmoid(row[units + unit] + v[unit] * c + b[unit]);
          const double reset = sigmoid(row[2 * units + unit] + v[units + unit] * c + b[units + unit]);
          c = forget * c + (1 - forget) * row[unit];
          ASSERT_NEAR(h[t * (units + 1) + unit], reset * c + (1 - reset) * row[3 * units + unit], 2e-6);
        }
      }
      for (size_t t = 0; t < tokens; ++t) ASSERT_EQ(h[t * (units + 1) + units], 7.0f) << "wrote past the units";
    }
  }
}

TEST_P(KernelsTest, HalfFloatsAreWidenedExactly) {
  std::vector<uint16_t> halves;
  for (uint32_t bits = 0; bits < 0x10000; ++bits) halves.push_back(static_cast<uint16_t>(bits));
  std::vector<float> floats(halves.size());
  kernels_->widen_f16(halves.data(), floats.data(), halves.size() - 3);
  for (uint32_t bits = 0; bits + 3 < 0x10000; ++bits) {
    const int exponent = (bits >> 10) & 31;
    const double mantissa = bits & 1023, sign = bits & 0x8000 ? -1 : 1;
    if (exponent == 31) {
      ASSERT_FALSE(std::isfinite(floats[bits]));
    } else {
      const double magnitude = exponent == 0 ? std::ldexp(mantissa, -24) : std::ldexp(1024 + mantissa, exponent - 25);
      ASSERT_EQ(floats[bits], sign * magnitude);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, KernelsTest, testing::Values("portable", "avx2", "avx512"));

}  // namespace
}  // namespace actant
