#include "extract/nn/kernels.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>
#include <vector>

#include "extract/nn/aligned_buffer.h"
#include "extract/nn/packed_matrix.h"
#include "tests/extract/nn/emulated_kernels.h"

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
    kernels_ = find_tested_kernels(GetParam());
    if (kernels_ == nullptr) GTEST_SKIP() << "this processor has no " << GetParam();
  }
  const KernelSet* kernels_ = nullptr;
};

/// Of the sets with a product of bytes: all but the portable one.
class ByteKernelsTest : public KernelsTest {};

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

/// Weights in the order of ByteGemmCall::panels.
std::vector<int8_t> pack_bytes(const std::vector<int>& b, size_t depth, size_t columns, size_t panel) {
  std::vector<int8_t> packed((columns + panel - 1) / panel * panel * depth + 64);
  for (size_t j = 0; j < columns; ++j) {
    for (size_t k = 0; k < depth; ++k) {
      packed[j / panel * panel * depth + k / 4 * 4 * panel + j % panel * 4 + k % 4] =
          static_cast<int8_t>(b[k * columns + j]);
    }
  }
  return packed;
}

/// Multiplies with both sides as given and compares with plain loops over integers.
void expect_exact(const KernelSet& kernels, const std::vector<int>& a, const std::vector<int>& b, size_t rows,
                  size_t depth, size_t columns) {
  const size_t padded = (columns + kernels.panel_columns - 1) / kernels.panel_columns * kernels.panel_columns;
  std::vector<uint8_t> bytes(a.begin(), a.end());
  std::vector<ByteRow> rows_of_a(rows, ByteRow{0.5f, 70});
  std::vector<float> scale(padded, 0.25f), sums(padded), bias(padded, 3.0f), c(rows * (columns + 1), 77.0f);
  for (size_t j = 0; j < columns; ++j) {
    for (size_t k = 0; k < depth; ++k) sums[j] += static_cast<float>(b[k * columns + j]);
  }
  const auto packed = pack_bytes(b, depth, columns, kernels.panel_columns);
  AlignedBuffer panels;  // kernels read whole vectors at their own alignment
  std::memcpy(panels.reserve(packed.size() / sizeof(float) + 1), packed.data(), packed.size());
  ByteGemmCall call;
  call.a = bytes.data();
  call.rows_of_a = rows_of_a.data();
  call.rows = rows;
  call.panels = reinterpret_cast<const int8_t*>(panels.data());
  call.depth = depth;
  call.columns = columns;
  call.column_scale = scale.data();
  call.column_sum = sums.data();
  call.bias = bias.data();
  call.c = c.data();
  call.c_stride = columns + 1;
  kernels.gemm_bytes(call);
  for (size_t i = 0; i < rows; ++i) {
    for (size_t j = 0; j < columns; ++j) {
      int sum = 0;
      for (size_t k = 0; k < depth; ++k) sum += (a[i * depth + k] - 70) * b[k * columns + j];
      ASSERT_EQ(c[i * (columns + 1) + j], static_cast<float>(sum) * 0.125f + 3.0f) << i << " " << j;
    }
    ASSERT_EQ(c[i * (columns + 1) + columns], 77.0f) << "wrote past the row";
  }
}

TEST_P(ByteKernelsTest, ProductOfBytesIsExactWithinItsBounds) {
  std::mt19937 generator(12);
  std::uniform_int_distribution<int> level(0, kByteLevels), weight(-14, 14);  // 16 of 14 stay below kByteLaneSum
  for (const auto& [rows, depth, columns] :
       {std::array<size_t, 3>{1, 32, 1}, {7, 64, 33}, {50, 512, 48}, {13, 160, 64}}) {
    std::vector<int> a(rows * depth), b(depth * columns);
    for (int& x : a) x = level(generator);
    for (int& x : b) x = weight(generator);
    expect_exact(*kernels_, a, b, rows, depth, columns);
  }
}

TEST_P(ByteKernelsTest, ProductOfBytesHoldsTheLargestSums) {
  // Two weights of 117 meet in each 16-bit sum, first both of one sign, then of the other.
  for (const int sign : {1, -1}) {
    const size_t depth = 64, columns = 40;
    std::vector<int> a(5 * depth, kByteLevels), b(depth * columns, 0);
    for (size_t j = 0; j < columns; ++j) {
      for (const size_t k : {0, 1, 2, 3, 36, 57, 58, 39}) b[k * columns + j] = sign * kByteLaneSum / 2;
    }
    expect_exact(*kernels_, a, b, 5, depth, columns);
  }
}

TEST_P(ByteKernelsTest, RowsAreRoundedToTheNearestOfTheirSteps) {
  for (const size_t count : {1, 7, 32, 45, 512}) {
    for (const float shift : {-2.0f, -0.3f, 0.0f, 1.0f}) {
      auto values = random_floats(count, 13);
      for (float& value : values) value += shift;
      std::vector<uint8_t> bytes(count / kByteBlock * kByteBlock + kByteBlock + 1, 99);
      const ByteRow row = kernels_->quantize_row(values.data(), count, bytes.data());
      const size_t padded = (count + kByteBlock - 1) / kByteBlock * kByteBlock;
      for (size_t i = 0; i < count; ++i) {
        ASSERT_LE(bytes[i], kByteLevels);
        ASSERT_NEAR(row.scale * (static_cast<float>(bytes[i]) - row.zero), values[i], 0.501f * row.scale + 1e-6f);
      }
      for (size_t i = count; i < padded; ++i) ASSERT_EQ(bytes[i], 0);
      ASSERT_EQ(bytes[padded], 99) << "wrote past the row";
      ASSERT_EQ(row.zero, std::round(row.zero));
    }
  }
}

TEST_P(ByteKernelsTest, RowsThatAreNoNumbersGiveBytesInBounds) {
  const float infinity = std::numeric_limits<float>::infinity(), nan = std::numeric_limits<float>::quiet_NaN();
  for (const auto& values :
       {std::vector<float>(40, 0.0f), std::vector<float>(40, 1e-42f), std::vector<float>{infinity, 1, -1},
        std::vector<float>{nan, 1, -infinity, 2, 3, 4, 5, 6, 7}}) {
    std::vector<uint8_t> bytes(64, 0);
    kernels_->quantize_row(values.data(), values.size(), bytes.data());
    for (const uint8_t byte : bytes) EXPECT_LE(byte, kByteLevels);
  }
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
  for (const size_t units : {16, 21, 3, 75}) {
    const auto u = random_floats(tokens * 4 * units, 8), v = random_floats(2 * units, 9),
               b = random_floats(2 * units, 10);
    for (const bool reverse : {false, true}) {
      std::vector<float> h(tokens * (units + 1), 7.0f), state(5 * (units + 16));
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
          ASSERT_NEAR(h[t * (units + 1) + unit], reset * c + (1 - reset) * row[3 * units + unit], 4e-6);
        }
      }
      for (size_t t = 0; t < tokens; ++t) ASSERT_EQ(h[t * (units + 1) + units], 7.0f) << "wrote past the units";
    }
  }
}

TEST_P(KernelsTest, SruReadsTheRowsThatItIsGiven) {
  const size_t tokens = 7, units = 40;
  const std::vector<uint32_t> rows = {4, 4, 0, 9, 2, 1, 4};
  const auto u = random_floats(10 * 4 * units, 20), v = random_floats(4 * units, 21);
  std::vector<float> copied, state(5 * (units + 16)), given(tokens * units), expected(tokens * units);
  for (const uint32_t row : rows) {
    copied.insert(copied.end(), u.begin() + row * 4 * units, u.begin() + (row + 1) * 4 * units);
  }
  const auto run = [&](const float* from, const uint32_t* u_rows, std::vector<float>& h) {
    SruCall call;
    call.u = from;
    call.u_rows = u_rows;
    call.x = from + 3 * units;
    call.u_stride = call.x_stride = 4 * units;
    call.v_forget = v.data();
    call.v_reset = v.data() + units;
    call.b_forget = v.data() + 2 * units;
    call.b_reset = v.data() + 3 * units;
    call.units = call.h_stride = units;
    call.tokens = tokens;
    call.state = state.data();
    call.h = h.data();
    kernels_->sru(call);
  };
  run(u.data(), rows.data(), given);
  run(copied.data(), nullptr, expected);
  EXPECT_EQ(given, expected);
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

TEST_P(KernelsTest, RowsOfBytesAreAddedWhateverTheirLength) {
  std::vector<int8_t> bytes;
  for (int i = -128; i < 128; ++i) bytes.push_back(static_cast<int8_t>(i));
  for (const size_t count : {0, 1, 7, 16, 121, 256}) {
    std::vector<float> sums(257, 1.0f);
    kernels_->add_bytes(bytes.data(), 0.25f, count, sums.data());
    for (size_t i = 0; i < sums.size(); ++i) {
      const float added = i < count ? 0.25f * static_cast<float>(static_cast<int>(i) - 128) : 0.0f;
      ASSERT_FLOAT_EQ(sums[i], 1 + added);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, KernelsTest,
                         testing::Values("portable", "avx2", "avx512", "avx512vnni", "avx512-emulated",
                                         "avx512vnni-emulated"));

INSTANTIATE_TEST_SUITE_P(All, ByteKernelsTest,
                         testing::Values("avx2", "avx512", "avx512vnni", "avx512-emulated", "avx512vnni-emulated"));

}  // namespace
}  // namespace actant
