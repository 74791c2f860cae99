#include "extract/nn/transformer_encoder.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace actant {
namespace {

constexpr float kEpsilon = 1e-12f;  // as in BERT

// values[i] = exp(values[i]) for values of at most 0, by way of the sigmoid: off by 1e-6 at most.
void exp_of_negatives(const KernelSet& kernels, float* values, size_t count) {
  kernels.sigmoid(values, count);
  for (size_t i = 0; i < count; ++i) values[i] /= 1 - values[i];
}

// `row` folded to one number, in lanes side by side, so that the compiler uses the vectors of the processor.
template <typename Fold>
float fold_lanes(const float* row, size_t count, float initial, Fold fold) {
  constexpr size_t kLanes = 16;
  std::array<float, kLanes> lanes;
  lanes.fill(initial);
  size_t i = 0;
  for (; i + kLanes <= count; i += kLanes) {
    for (size_t k = 0; k < kLanes; ++k) lanes[k] = fold(lanes[k], row[i + k]);
  }
  for (; i < count; ++i) lanes[i % kLanes] = fold(lanes[i % kLanes], row[i]);
  float result = lanes[0];
  for (size_t k = 1; k < kLanes; ++k) result = fold(result, lanes[k]);
  return result;
}

// Rows of `count` scores to probabilities, the scores first times `factor`.
void softmax_rows(const KernelSet& kernels, float factor, size_t count, float* values) {
  for (size_t i = 0; i < count; ++i) {
    float* row = values + i * count;
    const float top = fold_lanes(row, count, row[0], [](float a, float b) { return a > b ? a : b; });
    for (size_t j = 0; j < count; ++j) row[j] = factor * (row[j] - top);
    exp_of_negatives(kernels, row, count);
    const float inverse = 1 / fold_lanes(row, count, 0, [](float a, float b) { return a + b; });
    for (size_t j = 0; j < count; ++j) row[j] *= inverse;
  }
}

// The Gaussian error linear unit (Hendrycks and Gimpel 2016), in the form with the logistic function of a cubic: within
// 5e-4 of the exact one. `gates` has room for `count`.
void gelu(const KernelSet& kernels, float* values, size_t count, float* gates) {
  constexpr float kSlope = 1.5957691f;  // 2 sqrt(2 / pi)
  for (size_t i = 0; i < count; ++i) {
    const float x = values[i];
    gates[i] = kSlope * (x + 0.044715f * x * x * x);
  }
  kernels.sigmoid(gates, count);
  for (size_t i = 0; i < count; ++i) values[i] *= gates[i];
}

}  // namespace

TransformerEncoder::TransformerEncoder(std::shared_ptr<const ModelFile> file, const KernelSet& kernels)
    : file_(std::move(file)),
      kernels_(&kernels),
      pieces_(file_->vocabulary()),
      piece_(file_, "piece", kernels),
      position_(file_, "position", kernels),
      width_(piece_.columns()),
      heads_(file_->count("heads")) {
  if (width_ % heads_ != 0) {
    file_->fail("heads", std::to_string(heads_), "a divisor of " + std::to_string(width_));
  }
  if (piece_.rows() != pieces_.size()) {
    file_->fail("rows of piece", std::to_string(piece_.rows()), std::to_string(pieces_.size()));
  }
  if (position_.rows() < kMaxPieces + 2 || position_.columns() != width_) {
    file_->fail("shape of position", std::to_string(position_.rows()) + " x " + std::to_string(position_.columns()),
                "at least " + std::to_string(kMaxPieces + 2) + " x " + std::to_string(width_));
  }
  embedded_ = read_norm("norm");
  for (size_t i = 0; file_->find_tensor("layer." + std::to_string(i) + ".three.t") != nullptr; ++i) {
    const std::string name = "layer." + std::to_string(i) + ".";
    Layer& layer = layers_.emplace_back();
    read_matrix(name + "three", width_, layer.three);
    read_matrix(name + "out", width_, layer.out);
    read_matrix(name + "up", width_, layer.up);
    read_matrix(name + "down", layer.up.columns(), layer.down);
    layer.attended = read_norm(name + "attended");
    layer.fed = read_norm(name + "fed");
    const bool fits =
        layer.three.columns() == 3 * width_ && layer.out.columns() == width_ && layer.down.columns() == width_;
    if (!fits) file_->fail("widths of " + name, "others", "those of an encoder " + std::to_string(width_) + " wide");
  }
  if (layers_.empty()) file_->fail("layers", "none", "at least one");
}

TransformerEncoder::Norm TransformerEncoder::read_norm(const std::string& name) const {
  return {file_->floats(name + ".w", {width_}), file_->floats(name + ".b", {width_})};
}

// Stored as [columns x depth], so that each column has its scale.
void TransformerEncoder::read_matrix(const std::string& name, size_t depth, WeightMatrix& matrix) const {
  const size_t columns = file_->tensor(name + ".t").rows();
  const std::vector<float> from = file_->floats(name + ".t", {columns, depth});
  std::vector<float> weights(depth * columns);
  for (size_t j = 0; j < columns; ++j) {
    for (size_t k = 0; k < depth; ++k) weights[k * columns + j] = from[j * depth + k];
  }
  matrix.set(weights, file_->floats(name + ".b", {columns}), depth, columns, *kernels_);
}

std::vector<const WeightMatrix*> TransformerEncoder::matrices() const {
  std::vector<const WeightMatrix*> result;
  for (const Layer& layer : layers_) result.insert(result.end(), {&layer.three, &layer.out, &layer.up, &layer.down});
  return result;
}

// The ids of the pieces of all sequences one after another, and which rows belong to each word and sequence.
void TransformerEncoder::cut(std::span<const std::string_view> forms, std::span<const TokenRange> sequences,
                             Scratch& scratch) const {
  scratch.ids.clear();
  scratch.rows.clear();
  scratch.of_word.clear();
  for (const TokenRange& sequence : sequences) {
    const auto begin = static_cast<uint32_t>(scratch.ids.size());
    scratch.ids.push_back(pieces_.first());
    for (uint32_t i = sequence.first; i < sequence.last; ++i) {
      const auto first = static_cast<uint32_t>(scratch.ids.size());
      pieces_.cut(forms[i], scratch.ids, scratch.pieces);
      if (scratch.ids.size() - begin > kMaxPieces) scratch.ids.resize(first);
      scratch.of_word.push_back({first, static_cast<uint32_t>(scratch.ids.size())});
    }
    const auto last = static_cast<uint32_t>(scratch.ids.size());
    scratch.ids.push_back(pieces_.last());
    for (size_t i = scratch.of_word.size() - sequence.size(); i < scratch.of_word.size(); ++i) {
      TokenRange& word = scratch.of_word[i];
      if (word.first == word.last) word = {last, last + 1};
    }
    scratch.rows.push_back({begin, last + 1});
  }
}

void TransformerEncoder::embed(Scratch& scratch) const {
  float* x = scratch.states.reserve(scratch.ids.size() * width_);
  std::fill_n(x, scratch.ids.size() * width_, 0.0f);
  for (const TokenRange& range : scratch.rows) {
    for (uint32_t i = range.first; i < range.last; ++i) {
      piece_.add_row(scratch.ids[i], 1, x + i * width_);
      position_.add_row(i - range.first, 1, x + i * width_);
    }
  }
  std::fill_n(scratch.sums.reserve(scratch.ids.size() * width_), scratch.ids.size() * width_, 0.0f);
  add_and_norm(embedded_, scratch.sums.data(), scratch.ids.size(), x);
}

void TransformerEncoder::add_and_norm(const Norm& norm, const float* y, size_t rows, float* x) const {
  const auto count = static_cast<float>(width_);
  for (size_t i = 0; i < rows; ++i, x += width_, y += width_) {
    float sum = 0, squares = 0;
    for (size_t k = 0; k < width_; ++k) sum += x[k] += y[k];
    const float mean = sum / count;
    for (size_t k = 0; k < width_; ++k) squares += (x[k] - mean) * (x[k] - mean);
    const float factor = 1 / std::sqrt(squares / count + kEpsilon);
    for (size_t k = 0; k < width_; ++k) x[k] = (x[k] - mean) * factor * norm.gain[k] + norm.bias[k];
  }
}

// Self-attention within the rows [first, first + count), from `three` to `attended`.
void TransformerEncoder::attend(size_t first, size_t count, Scratch& scratch) const {
  const size_t stride = 3 * width_, size = width_ / heads_;
  const float* queries = scratch.three.data() + first * stride;
  const float* keys = queries + width_;
  const float* values = keys + width_;
  float* scores = scratch.scores.reserve(count * count);
  for (size_t head = 0; head < heads_; ++head) {
    const size_t at = head * size;
    scratch.keys.reset(size, count, *kernels_);
    scratch.keys.set_columns_transposed(0, keys + at, count, stride);
    scratch.keys.multiply(queries + at, stride, count, scores, count);
    softmax_rows(*kernels_, 1 / std::sqrt(static_cast<float>(size)), count, scores);
    scratch.values.reset(count, size, *kernels_);
    scratch.values.set_columns(0, values + at, size, stride);
    scratch.values.multiply(scores, count, count, scratch.attended.data() + first * width_ + at, width_);
  }
}

void TransformerEncoder::run(const Layer& layer, Scratch& scratch) const {
  const size_t rows = scratch.ids.size(), inner = layer.up.columns();
  float* x = scratch.states.data();
  float* three = scratch.three.reserve(rows * 3 * width_);
  float* attended = scratch.attended.reserve(rows * width_);
  float* sums = scratch.sums.reserve(rows * width_);
  float* wide = scratch.wide.reserve(rows * inner);
  layer.three.multiply(x, width_, rows, three, 3 * width_, false, scratch.product);
  for (const TokenRange& range : scratch.rows) attend(range.first, range.size(), scratch);
  layer.out.multiply(attended, width_, rows, sums, width_, false, scratch.product);
  add_and_norm(layer.attended, sums, rows, x);
  layer.up.multiply(x, width_, rows, wide, inner, false, scratch.product);
  gelu(*kernels_, wide, rows * inner, scratch.gates.reserve(rows * inner));
  layer.down.multiply(wide, inner, rows, sums, width_, false, scratch.product);
  add_and_norm(layer.fed, sums, rows, x);
}

const float* TransformerEncoder::encode(std::span<const std::string_view> forms, std::span<const TokenRange> sequences,
                                        Scratch& scratch) const {
  cut(forms, sequences, scratch);
  embed(scratch);
  for (const Layer& layer : layers_) run(layer, scratch);
  float* words = scratch.words.reserve(forms.size() * width_);
  for (size_t i = 0; i < forms.size(); ++i) {
    const TokenRange& rows = scratch.of_word[i];
    const float share = 1 / static_cast<float>(rows.size());
    float* to = words + i * width_;
    std::fill_n(to, width_, 0.0f);
    for (uint32_t row = rows.first; row < rows.last; ++row) {
      const float* from = scratch.states.data() + row * width_;
      for (size_t k = 0; k < width_; ++k) to[k] += share * from[k];
    }
  }
  return words;
}

}  // namespace actant
