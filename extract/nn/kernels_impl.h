#ifndef ACTANT_EXTRACT_NN_KERNELS_IMPL_H_
#define ACTANT_EXTRACT_NN_KERNELS_IMPL_H_

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "extract/nn/kernels.h"

// The kernels once, written over a vector type V that each instruction set supplies (kernels_portable.cc,
// kernels_avx2.cc, kernels_avx512.cc). Only those files may include this one. No standard library template is used
// here: an inline function compiled with wider instructions could be the copy that the linker keeps for the whole
// program.
//
// V has: Type, kWidth (floats), kRows (rows of a tile), kSruVectors (vectors of a step of the SRU side by side), load,
// store, zero, broadcast, fma(a, b, c) = a * b + c, add, sub, mul, div, min, max, relu, and
// scale_by_exponent(p, t) = p * 2^n where t = n + 1.5 * 2^23, and widen_bytes(from), kWidth signed bytes as floats.
//
// For the product of bytes it has: Integers (kWidth sums of 32 bits, or 4 * kWidth bytes), kByteRows (rows of a tile),
// zero_integers, load_bytes, to_floats, store_bytes(to, x, top) (rounds four vectors of floats to 4 * kWidth bytes of 0
// to top), and the two steps of a sum. multiply_quad(a, b0, b1, first, run, sum) takes the products of the four bytes
// at `a` with those in each lane of b0 and b1 into `run`, anew when `first`, or at once into `sum`; end_run takes `run`
// into `sum`.

namespace actant::internal {

template <typename V>
struct KernelsOf {
  using Type = typename V::Type;
  static constexpr size_t kWidth = V::kWidth;
  static constexpr size_t kPanel = 2 * kWidth;
  // A panel slice [kDepthBlock x kPanel] of 16 KiB stays in the first-level cache while a block of rows passes it; the
  // block of A [kRowBlock x kDepthBlock] stays in the second level.
  static constexpr size_t kDepthBlock = 4096 / kPanel;
  static constexpr size_t kRowBlock = 96;

  /// ROWS x kPanel elements of C, depth [0, depth) of the slices given: C = (first ? bias : C) + A B.
  template <int ROWS>
  static void tile(const float* a, size_t a_stride, const float* panel, size_t depth, const float* bias, bool first,
                   bool relu, float* c, size_t c_stride) {
    Type sum[ROWS][2];
    for (int i = 0; i < ROWS; ++i) {
      const float* from = first ? bias : c + i * c_stride;
      sum[i][0] = V::load(from);
      sum[i][1] = V::load(from + kWidth);
    }
    for (size_t k = 0; k < depth; ++k) {
      const Type b0 = V::load(panel + k * kPanel);
      const Type b1 = V::load(panel + k * kPanel + kWidth);
#pragma GCC unroll 16
      for (int i = 0; i < ROWS; ++i) {
        const Type x = V::broadcast(a[i * a_stride + k]);
        sum[i][0] = V::fma(x, b0, sum[i][0]);
        sum[i][1] = V::fma(x, b1, sum[i][1]);
      }
    }
    for (int i = 0; i < ROWS; ++i) {
      V::store(c + i * c_stride, relu ? V::relu(sum[i][0]) : sum[i][0]);
      V::store(c + i * c_stride + kWidth, relu ? V::relu(sum[i][1]) : sum[i][1]);
    }
  }

  /// tile() for a number of rows known at run time, 1 to V::kRows.
  template <int ROWS = V::kRows>
  static void rows_tile(size_t rows, const float* a, size_t a_stride, const float* panel, size_t depth,
                        const float* bias, bool first, bool relu, float* c, size_t c_stride) {
    if (rows == ROWS) {
      tile<ROWS>(a, a_stride, panel, depth, bias, first, relu, c, c_stride);
    } else if constexpr (ROWS > 1) {
      rows_tile<ROWS - 1>(rows, a, a_stride, panel, depth, bias, first, relu, c, c_stride);
    }
  }

  /// The last panel where it is not full: its columns pass through a buffer, in one block of depth.
  static void ragged_panel(const GemmCall& call, size_t row, size_t rows, size_t column) {
    alignas(64) float buffer[V::kRows * kPanel];
    const float* panel = call.panels + column * call.depth;
    rows_tile(rows, call.a + row * call.a_stride, call.a_stride, panel, call.depth, call.bias + column, true, call.relu,
              buffer, kPanel);
    for (size_t i = 0; i < rows; ++i) {
      std::memcpy(call.c + (row + i) * call.c_stride + column, buffer + i * kPanel,
                  (call.columns - column) * sizeof(float));
    }
  }

  /// Rows [begin, end) against depth [depth_begin, depth_end) of every full panel.
  static void gemm_block(const GemmCall& call, size_t begin, size_t end, size_t depth_begin, size_t depth_end) {
    const bool relu = call.relu && depth_end == call.depth;
    for (size_t column = 0; column + kPanel <= call.columns; column += kPanel) {
      const float* panel = call.panels + column * call.depth + depth_begin * kPanel;
      for (size_t row = begin; row < end; row += V::kRows) {
        const size_t rows = end - row < V::kRows ? end - row : V::kRows;
        rows_tile(rows, call.a + row * call.a_stride + depth_begin, call.a_stride, panel, depth_end - depth_begin,
                  call.bias + column, depth_begin == 0, relu, call.c + row * call.c_stride + column, call.c_stride);
      }
    }
  }

  static void gemm(const GemmCall& call) {
    const size_t full_columns = call.columns / kPanel * kPanel;
    for (size_t begin = 0; begin < call.rows; begin += kRowBlock) {
      const size_t end = call.rows - begin < kRowBlock ? call.rows : begin + kRowBlock;
      for (size_t depth = 0; depth < call.depth; depth += kDepthBlock) {
        const size_t depth_end = call.depth - depth < kDepthBlock ? call.depth : depth + kDepthBlock;
        gemm_block(call, begin, end, depth, depth_end);
      }
      if (full_columns == call.columns) continue;
      for (size_t row = begin; row < end; row += V::kRows) {
        ragged_panel(call, row, end - row < V::kRows ? end - row : V::kRows, full_columns);
      }
    }
  }

  static void add_bytes(const int8_t* from, float factor, size_t count, float* to) {
    const Type by = V::broadcast(factor);
    size_t i = 0;
    for (; i + kWidth <= count; i += kWidth) V::store(to + i, V::fma(by, V::widen_bytes(from + i), V::load(to + i)));
    for (; i < count; ++i) to[i] += factor * static_cast<float>(from[i]);
  }

  /// ROWS x kPanel elements of the product of bytes.
  template <int ROWS>
  static void byte_tile(const ByteGemmCall& call, size_t row, size_t column, float* c, size_t c_stride) {
    const int8_t* panel = call.panels + column * call.depth;
    const uint8_t* a[ROWS];
    typename V::Integers sum[ROWS][2];
    for (int i = 0; i < ROWS; ++i) {
      a[i] = call.a + (row + static_cast<size_t>(i)) * call.depth;
      sum[i][0] = sum[i][1] = V::zero_integers();
    }
    for (size_t k = 0; k < call.depth; k += kByteBlock) {
      typename V::Integers run[ROWS][2];
#pragma GCC unroll 16
      for (size_t quad = 0; quad < kByteBlock / 4; ++quad, panel += 4 * kPanel) {
        const auto b0 = V::load_bytes(panel);
        const auto b1 = V::load_bytes(panel + 4 * kWidth);
#pragma GCC unroll 16
        for (int i = 0; i < ROWS; ++i) V::multiply_quad(a[i] + 4 * quad, b0, b1, quad == 0, run[i], sum[i]);
      }
#pragma GCC unroll 16
      for (int i = 0; i < ROWS; ++i) {
        V::end_run(run[i], sum[i]);
        a[i] += kByteBlock;
      }
    }
    for (int i = 0; i < ROWS; ++i) {
      const Type scale = V::broadcast(call.rows_of_a[row + i].scale);
      const Type zero = V::broadcast(-call.rows_of_a[row + i].zero);
      for (size_t half = 0; half < 2; ++half) {
        const size_t at = column + half * kWidth;
        const Type product = V::fma(zero, V::load(call.column_sum + at), V::to_floats(sum[i][half]));
        const Type y = V::fma(product, V::mul(scale, V::load(call.column_scale + at)), V::load(call.bias + at));
        V::store(c + i * c_stride + half * kWidth, call.relu ? V::relu(y) : y);
      }
    }
  }

  template <int ROWS = V::kByteRows>
  static void byte_rows(size_t rows, const ByteGemmCall& call, size_t row, size_t column, float* c, size_t c_stride) {
    if (rows == ROWS) {
      byte_tile<ROWS>(call, row, column, c, c_stride);
    } else if constexpr (ROWS > 1) {
      byte_rows<ROWS - 1>(rows, call, row, column, c, c_stride);
    }
  }

  /// A panel of bytes as deep as any layer here stays in the first-level cache, so depth is not cut.
  static void gemm_bytes(const ByteGemmCall& call) {
    alignas(64) float buffer[V::kByteRows * kPanel];
    for (size_t column = 0; column < call.columns; column += kPanel) {
      const bool full = column + kPanel <= call.columns;
      for (size_t row = 0; row < call.rows; row += V::kByteRows) {
        const size_t rows = call.rows - row < V::kByteRows ? call.rows - row : V::kByteRows;
        float* c = call.c + row * call.c_stride + column;
        byte_rows(rows, call, row, column, full ? c : buffer, full ? call.c_stride : kPanel);
        for (size_t i = 0; i < rows && !full; ++i) {
          std::memcpy(c + i * call.c_stride, buffer + i * kPanel, (call.columns - column) * sizeof(float));
        }
      }
    }
  }

  /// The highest and the lowest of `count` values and zero.
  static void bounds(const float* from, size_t count, float& lowest, float& highest) {
    Type low[4], high[4];
    for (size_t k = 0; k < 4; ++k) low[k] = high[k] = V::zero();
    size_t i = 0;
    for (; i + 4 * kWidth <= count; i += 4 * kWidth) {
#pragma GCC unroll 4
      for (size_t k = 0; k < 4; ++k) {
        const Type x = V::load(from + i + k * kWidth);
        low[k] = V::min(low[k], x);
        high[k] = V::max(high[k], x);
      }
    }
    alignas(64) float lows[kWidth], highs[kWidth];
    V::store(lows, V::min(V::min(low[0], low[1]), V::min(low[2], low[3])));
    V::store(highs, V::max(V::max(high[0], high[1]), V::max(high[2], high[3])));
    lowest = highest = 0;
    for (size_t k = 0; k < kWidth; ++k) {
      lowest = lows[k] < lowest ? lows[k] : lowest;
      highest = highs[k] > highest ? highs[k] : highest;
    }
    for (; i < count; ++i) {
      lowest = from[i] < lowest ? from[i] : lowest;
      highest = from[i] > highest ? from[i] : highest;
    }
  }

  static ByteRow quantize_row(const float* from, size_t count, uint8_t* to) {
    float lowest, highest;
    bounds(from, count, lowest, highest);
    const float scale = (highest - lowest) / kByteLevels;
    const float factor = scale > 1e-30f ? 1.0f / scale : 0.0f;
    const Type times = V::broadcast(factor);
    // Adding 1.5 * 2^23 rounds to the nearest integer, the even one of two, whatever the instruction set.
    const float magic = 12582912.0f;
    const float zero = (-lowest * factor + magic) - magic;
    const Type shift = V::broadcast(zero);
    const auto round = [&](const float* at, uint8_t* bytes) {
      Type x[4];
#pragma GCC unroll 4
      for (size_t k = 0; k < 4; ++k) x[k] = V::fma(V::load(at + k * kWidth), times, shift);
      V::store_bytes(bytes, x, kByteLevels);
    };
    size_t i = 0;
    for (; i + 4 * kWidth <= count; i += 4 * kWidth) round(from + i, to + i);
    if (i < count) {
      alignas(64) float buffer[4 * kWidth] = {};
      std::memcpy(buffer, from + i, (count - i) * sizeof(float));
      uint8_t bytes[4 * kWidth];
      round(buffer, bytes);
      std::memcpy(to + i, bytes, count - i);
      i = count;
    }
    for (; i % kByteBlock != 0; ++i) to[i] = 0;  // meets a weight of zero
    return {scale, zero};
  }

  /// exp(x) for |x| <= 87: x = n ln 2 + r, |r| <= ln 2 / 2, and the degree-6 polynomial of Cephes (expf.c) for exp(r).
  static Type exp(Type x) {
    const Type magic = V::broadcast(12582912.0f);  // 1.5 * 2^23: adding it leaves round(n) in the low mantissa bits
    const Type t = V::fma(x, V::broadcast(1.44269504088896341f), magic);
    const Type n = V::sub(t, magic);
    Type r = V::fma(n, V::broadcast(-0.693359375f), x);
    r = V::fma(n, V::broadcast(2.12194440e-4f), r);
    Type p = V::broadcast(1.9875691500e-4f);
    p = V::fma(p, r, V::broadcast(1.3981999507e-3f));
    p = V::fma(p, r, V::broadcast(8.3334519073e-3f));
    p = V::fma(p, r, V::broadcast(4.1665795894e-2f));
    p = V::fma(p, r, V::broadcast(1.6666665459e-1f));
    p = V::fma(p, r, V::broadcast(5.0000001201e-1f));
    p = V::fma(p, V::mul(r, r), V::add(r, V::broadcast(1.0f)));
    return V::scale_by_exponent(p, t);
  }

  static Type sigmoid_of(Type x) {
    const Type bounded = V::max(V::broadcast(-87.0f), V::min(V::broadcast(87.0f), x));
    const Type one = V::broadcast(1.0f);
    return V::div(one, V::add(one, exp(V::sub(V::zero(), bounded))));
  }

  static void sigmoid(float* values, size_t count) {
    size_t i = 0;
    for (; i + kWidth <= count; i += kWidth) V::store(values + i, sigmoid_of(V::load(values + i)));
    if (i == count) return;
    alignas(64) float buffer[kWidth] = {};
    std::memcpy(buffer, values + i, (count - i) * sizeof(float));
    V::store(buffer, sigmoid_of(V::load(buffer)));
    std::memcpy(values + i, buffer, (count - i) * sizeof(float));
  }

  /// x[i] = 1 / (1 + 2^x[i]), absolute error below 8e-7. 2^x = 2^n 2^r with |r| <= 1/2 and the minimax polynomial of
  /// degree 4 for 2^r (relative error below 3e-6). Two sigmoids share a division: 1 / p = q / (p q). The steps of all
  /// N go side by side: each waits for the one before, and a processor looks ahead by no more than some 60 operations.
  template <int N>
  static void sigmoids(Type (&x)[N]) {
    const Type magic = V::broadcast(12582912.0f);                                                 // as in exp()
    const Type low = V::broadcast(-60.0f), high = V::broadcast(60.0f), one = V::broadcast(1.0f);  // 2^120 is finite
    Type t[N], p[N];
#pragma GCC unroll 16
    for (int i = 0; i < N; ++i) x[i] = V::max(low, V::min(high, x[i]));
#pragma GCC unroll 16
    for (int i = 0; i < N; ++i) t[i] = V::add(x[i], magic);
#pragma GCC unroll 16
    for (int i = 0; i < N; ++i) x[i] = V::sub(x[i], V::sub(t[i], magic));
#pragma GCC unroll 16
    for (int i = 0; i < N; ++i) {
      p[i] = V::fma(V::broadcast(9.570102207362652e-3f), x[i], V::broadcast(5.591785907745361e-2f));
    }
#pragma GCC unroll 16
    for (int i = 0; i < N; ++i) p[i] = V::fma(p[i], x[i], V::broadcast(2.40247443318367e-1f));
#pragma GCC unroll 16
    for (int i = 0; i < N; ++i) p[i] = V::fma(p[i], x[i], V::broadcast(6.931217908859253e-1f));
#pragma GCC unroll 16
    for (int i = 0; i < N; ++i) p[i] = V::fma(p[i], x[i], V::broadcast(9.999992847442627e-1f));
#pragma GCC unroll 16
    for (int i = 0; i < N; ++i) p[i] = V::add(one, V::scale_by_exponent(p[i], t[i]));
#pragma GCC unroll 16
    for (int i = 0; i < N; i += 2) t[i] = V::div(one, V::mul(p[i], p[i + 1]));
#pragma GCC unroll 16
    for (int i = 0; i < N; i += 2) {
      x[i] = V::mul(t[i], p[i + 1]);
      x[i + 1] = V::mul(t[i], p[i]);
    }
  }

  /// What a sequence of one call has in common: the gates' vectors times -log2 e, so that sigmoid(x) is 1 / (1 + 2^x').
  struct SruGates {
    const float *v_forget, *v_reset, *b_forget, *b_reset;
  };

  /// N vectors of units of one step, from `unit` on. `load` reads a vector at an address, `store` writes one.
  template <int N, typename Load, typename Store>
  static void sru_units(const SruCall& call, const SruGates& gates, const float* u, const float* x, float* h,
                        size_t unit, Load load, Store store) {
    const Type minus_log2e = V::broadcast(-1.44269504088896341f);
    Type before[N], gate[2 * N];  // forget, reset
#pragma GCC unroll 16
    for (int i = 0; i < N; ++i) {
      const size_t at = unit + i * kWidth;
      before[i] = V::load(call.state + at);
      const Type forget = V::fma(load(u + call.units + at), minus_log2e, V::load(gates.b_forget + at));
      const Type reset = V::fma(load(u + 2 * call.units + at), minus_log2e, V::load(gates.b_reset + at));
      gate[2 * i] = V::fma(V::load(gates.v_forget + at), before[i], forget);
      gate[2 * i + 1] = V::fma(V::load(gates.v_reset + at), before[i], reset);
    }
    sigmoids<2 * N>(gate);
#pragma GCC unroll 16
    for (int i = 0; i < N; ++i) {
      const size_t at = unit + i * kWidth;
      const Type candidate = load(u + at), highway = load(x + at);
      const Type state = V::fma(gate[2 * i], V::sub(before[i], candidate), candidate);
      V::store(call.state + at, state);
      store(h + at, V::fma(gate[2 * i + 1], V::sub(state, highway), highway));
    }
  }

  /// Scales the gates' vectors into the scratch memory behind the state, which becomes zero.
  static SruGates begin_sru(const SruCall& call) {
    const size_t padded = (call.units + 15) / 16 * 16;
    std::memset(call.state, 0, 5 * padded * sizeof(float));
    float* to = call.state;
    for (const float* from : {call.v_forget, call.v_reset, call.b_forget, call.b_reset}) {
      to += padded;
      for (size_t i = 0; i < call.units; ++i) to[i] = from[i] * -1.44269504088896341f;
    }
    return {call.state + padded, call.state + 2 * padded, call.state + 3 * padded, call.state + 4 * padded};
  }

  static void sru(const SruCall& call) {
    const SruGates gates = begin_sru(call);
    const size_t whole = call.units / kWidth * kWidth;
    const size_t left = (call.units - whole) * sizeof(float);
    for (size_t step = 0; step < call.tokens; ++step) {
      const size_t token = call.reverse ? call.tokens - 1 - step : step;
      const size_t row = call.u_rows == nullptr ? token : call.u_rows[token];
      const float* u = call.u + row * call.u_stride;
      const float* x = call.x + row * call.x_stride;
      float* h = call.h + token * call.h_stride;
      size_t unit = 0;
      for (; unit + V::kSruVectors * kWidth <= whole; unit += V::kSruVectors * kWidth) {
        sru_units<V::kSruVectors>(call, gates, u, x, h, unit, V::load, V::store);
      }
      for (; unit < whole; unit += kWidth) sru_units<1>(call, gates, u, x, h, unit, V::load, V::store);
      if (left == 0) continue;
      const auto load = [left](const float* from) {
        alignas(64) float buffer[kWidth] = {};
        std::memcpy(buffer, from, left);
        return V::load(buffer);
      };
      const auto store = [left](float* to, Type value) {
        alignas(64) float buffer[kWidth];
        V::store(buffer, value);
        std::memcpy(to, buffer, left);
      };
      sru_units<1>(call, gates, u, x, h, whole, load, store);
    }
  }
};

}  // namespace actant::internal

#endif  // ACTANT_EXTRACT_NN_KERNELS_IMPL_H_
