#include "extract/syntax/eisner.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actant {
namespace {

constexpr int kRight = 0, kLeft = 1;  // the end that is the head
constexpr float kVeryLow = -1e6f;

float finite(float score) { return std::isfinite(score) ? std::max(score, kVeryLow) : kVeryLow; }

}  // namespace

bool has_crossing_arcs(const uint32_t* heads, size_t tokens) {
  for (uint32_t i = 0; i < tokens; ++i) {
    const uint32_t low = std::min(i + 1, heads[i]), high = std::max(i + 1, heads[i]);
    for (uint32_t inner = low + 1; inner < high; ++inner) {
      const uint32_t head = heads[inner - 1];
      if (head < low || head > high) return true;
    }
  }
  return false;
}

void ProjectiveDecoder::fill(size_t left, size_t right, const float* scores, size_t stride) {
  Cell& here = cell(left, right);
  float best = -std::numeric_limits<float>::infinity();
  for (size_t split = left; split < right; ++split) {
    const float inner = cell(left, split).complete[kLeft] + cell(split + 1, right).complete[kRight];
    if (inner > best) {
      best = inner;
      here.open_split = static_cast<uint16_t>(split);
    }
  }
  here.open[kRight] = best + finite(scores[left * stride + right + 1]);
  here.open[kLeft] = best + finite(scores[right * stride + left + 1]);
  here.complete[kRight] = here.complete[kLeft] = -std::numeric_limits<float>::infinity();
  for (size_t split = left; split < right; ++split) {
    const float whole = cell(left, split).complete[kRight] + cell(split, right).open[kRight];
    if (whole > here.complete[kRight]) {
      here.complete[kRight] = whole;
      here.complete_split[kRight] = static_cast<uint16_t>(split);
    }
  }
  for (size_t split = left + 1; split <= right; ++split) {
    const float whole = cell(left, split).open[kLeft] + cell(split, right).complete[kLeft];
    if (whole > here.complete[kLeft]) {
      here.complete[kLeft] = whole;
      here.complete_split[kLeft] = static_cast<uint16_t>(split);
    }
  }
}

void ProjectiveDecoder::read_open(size_t left, size_t right, int side, uint32_t* heads) {
  if (side == kRight) {
    heads[left] = static_cast<uint32_t>(right + 1);
  } else {
    heads[right] = static_cast<uint32_t>(left + 1);
  }
  const size_t split = cell(left, right).open_split;
  read_complete(left, split, kLeft, heads);
  read_complete(split + 1, right, kRight, heads);
}

void ProjectiveDecoder::read_complete(size_t left, size_t right, int side, uint32_t* heads) {
  if (left == right) return;
  const size_t split = cell(left, right).complete_split[side];
  if (side == kRight) {
    read_complete(left, split, kRight, heads);
    read_open(split, right, kRight, heads);
  } else {
    read_open(left, split, kLeft, heads);
    read_complete(split, right, kLeft, heads);
  }
}

void ProjectiveDecoder::decode(const float* scores, size_t tokens, size_t stride, uint32_t* heads) {
  tokens_ = tokens;
  cells_.resize(tokens * tokens);
  for (size_t i = 0; i < tokens; ++i) cell(i, i) = {};
  for (size_t width = 1; width < tokens; ++width) {
    for (size_t left = 0; left + width < tokens; ++left) fill(left, left + width, scores, stride);
  }
  size_t root = 0;
  float best = -std::numeric_limits<float>::infinity();
  for (size_t i = 0; i < tokens; ++i) {
    const float whole = cell(0, i).complete[kRight] + cell(i, tokens - 1).complete[kLeft] + finite(scores[i * stride]);
    if (whole > best) {
      best = whole;
      root = i;
    }
  }
  heads[root] = 0;
  read_complete(0, root, kRight, heads);
  read_complete(root, tokens - 1, kLeft, heads);
}

}  // namespace actant
