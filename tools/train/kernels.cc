// Fast kernels behind joint_network.py: the SRU recurrence and the bag-of-n-grams input, forward and backward.
//
// Plain C functions over contiguous float32, loaded with ctypes.  Sentences are packed one after another:
// rows offsets[s] .. offsets[s + 1] of every [T x ...] array belong to sentence s.  Everything outside the
// recurrence is a large matrix product and stays in PyTorch.

#include <cmath>
#include <cstdint>
#include <cstring>

namespace {

inline float sigmoid(float x) { return 1.0f / (1.0f + std::exp(-x)); }

struct Shape {
  int d, k;  // units a direction; 3 or 4 blocks of U a direction
  int width() const { return 2 * k * d; }
};

}  // namespace

extern "C" {

/// u [T x 2kd], x [T x 2d] (used when k = 3), v and b [2 x 2 x d] -> h, c, f, r [T x 2d].
void sru_forward(const float* u, const float* x, const float* v, const float* b, const int32_t* offsets, int sentences,
                 int d, int k, float* h, float* c, float* f, float* r) {
  Shape shape{d, k};
  const float zero[4096] = {};
  for (int dir = 0; dir < 2; ++dir) {
    const float *vf = v + dir * 2 * d, *vr = vf + d, *bf = b + dir * 2 * d, *br = bf + d;
    for (int s = 0; s < sentences; ++s) {
      const float* previous = zero;
      int n = offsets[s + 1] - offsets[s];
      for (int i = 0; i < n; ++i) {
        int64_t t = offsets[s] + (dir == 0 ? i : n - 1 - i);
        const float* ut = u + t * shape.width() + int64_t(dir) * k * d;
        const float* hx = k == 4 ? ut + 3 * d : x + t * 2 * d + dir * d;
        int64_t o = t * 2 * d + dir * d;
        float *ht = h + o, *ct = c + o, *ft = f + o, *rt = r + o;
#pragma GCC ivdep  // none of the rows overlap
        for (int j = 0; j < d; ++j) {
          float fj = sigmoid(ut[d + j] + vf[j] * previous[j] + bf[j]);
          float rj = sigmoid(ut[2 * d + j] + vr[j] * previous[j] + br[j]);
          float cj = fj * previous[j] + (1.0f - fj) * ut[j];
          ft[j] = fj;
          rt[j] = rj;
          ct[j] = cj;
          ht[j] = rj * cj + (1.0f - rj) * hx[j];
        }
        previous = ct;
      }
    }
  }
}

/// Gradients of sru_forward: du as u, dx as x (written only when k = 3), dv and db are added to.
void sru_backward(const float* dh, const float* u, const float* x, const float* v, const int32_t* offsets,
                  int sentences, int d, int k, const float* c, const float* f, const float* r, float* du, float* dx,
                  float* dv, float* db) {
  Shape shape{d, k};
  const float zero[4096] = {};
  float carry[4096];
  for (int dir = 0; dir < 2; ++dir) {
    const float *vf = v + dir * 2 * d, *vr = vf + d;
    float *dvf = dv + dir * 2 * d, *dvr = dvf + d, *dbf = db + dir * 2 * d, *dbr = dbf + d;
    for (int s = 0; s < sentences; ++s) {
      std::memset(carry, 0, sizeof(float) * d);
      int n = offsets[s + 1] - offsets[s];
      for (int i = n - 1; i >= 0; --i) {
        int64_t t = offsets[s] + (dir == 0 ? i : n - 1 - i), before = t + (dir == 0 ? -1 : 1);
        const float* ut = u + t * shape.width() + int64_t(dir) * k * d;
        float* dut = du + t * shape.width() + int64_t(dir) * k * d;
        int64_t o = t * 2 * d + dir * d;
        const float* hx = k == 4 ? ut + 3 * d : x + o;
        float* dhx = k == 4 ? dut + 3 * d : dx + o;
        const float *previous = i == 0 ? zero : c + before * 2 * d + dir * d, *ct = c + o, *ft = f + o, *rt = r + o,
                    *g = dh + o;
#pragma GCC ivdep
        for (int j = 0; j < d; ++j) {
          float rj = rt[j], fj = ft[j], p = previous[j];
          float dr = g[j] * (ct[j] - hx[j]) * rj * (1.0f - rj);
          float dc = g[j] * rj + carry[j];
          dhx[j] = g[j] * (1.0f - rj);
          float df = dc * (p - ut[j]) * fj * (1.0f - fj);
          dut[j] = dc * (1.0f - fj);
          dut[d + j] = df;
          dut[2 * d + j] = dr;
          dvf[j] += df * p;
          dvr[j] += dr * p;
          dbf[j] += df;
          dbr[j] += dr;
          carry[j] = dc * fj + df * vf[j] + dr * vr[j];
        }
      }
    }
  }
}

/// out[i] = table[first[i]] (skipped when negative) + scale[i] * sum of table[rows[begin[i] .. begin[i + 1])].
void bag_forward(const float* table, const int64_t* first, const int64_t* rows, const int64_t* begin,
                 const float* scale, int n, int e, float* out) {
  for (int i = 0; i < n; ++i) {
    float* y = out + int64_t(i) * e;
    for (int j = 0; j < e; ++j) y[j] = 0;
    for (int64_t k = begin[i]; k < begin[i + 1]; ++k) {
      const float* row = table + rows[k] * e;
      for (int j = 0; j < e; ++j) y[j] += row[j];
    }
    const float* word = table + first[i] * e;
    for (int j = 0; j < e; ++j) y[j] = y[j] * scale[i] + word[j];
  }
}

/// One lazy Adam step on the rows that bag_forward read.  gradient [rows x e] must be zero and is left zero;
/// touched is scratch for the row numbers.  Rows that a batch does not read keep their moments.
void bag_update(float* table, float* m, float* v, float* gradient, uint8_t* seen, int64_t* touched, const float* dout,
                const int64_t* first, const int64_t* rows, const int64_t* begin, const float* scale, int n, int e,
                float rate, float beta1, float beta2, float epsilon, float decay) {
  int64_t count = 0;
  auto add = [&](int64_t row, const float* g, float by) {
    if (!seen[row]) {
      seen[row] = 1;
      touched[count++] = row;
    }
    float* y = gradient + row * e;
    for (int j = 0; j < e; ++j) y[j] += by * g[j];
  };
  for (int i = 0; i < n; ++i) {
    const float* g = dout + int64_t(i) * e;
    add(first[i], g, 1.0f);
    for (int64_t k = begin[i]; k < begin[i + 1]; ++k) add(rows[k], g, scale[i]);
  }
  for (int64_t t = 0; t < count; ++t) {
    int64_t o = touched[t] * e;
    seen[touched[t]] = 0;
    for (int j = 0; j < e; ++j) {
      float g = gradient[o + j];
      gradient[o + j] = 0;
      m[o + j] = beta1 * m[o + j] + (1 - beta1) * g;
      v[o + j] = beta2 * v[o + j] + (1 - beta2) * g * g;
      table[o + j] -= rate * (m[o + j] / (std::sqrt(v[o + j]) + epsilon) + decay * table[o + j]);
    }
  }
}

}  // extern "C"
