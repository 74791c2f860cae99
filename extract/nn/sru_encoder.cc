#include "extract/nn/sru_encoder.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <string>

namespace actant {
namespace {

// Units of a group: with 256 tokens its part of the product takes 128 KiB of the second-level cache at most, and a
// step of the recurrence has work enough to hide the latency of the one before.
constexpr size_t kGroupUnits = 32;

// Tokens of a call whose words are looked up; more come only from callers that read a long sentence whole.
constexpr size_t kMostHomeless = 512;

uint64_t next_id() {
  static std::atomic<uint64_t> last{0};
  return ++last;
}

}  // namespace

SruEncoder::SruEncoder(const ModelFile& file, size_t input_width, const KernelSet& kernels)
    : id_(next_id()), kernels_(&kernels) {
  for (size_t index = 0;; ++index) {
    const std::string name = "sru." + std::to_string(index);
    if (index > 0 && file.find_tensor(name + ".w") == nullptr) break;
    const TensorView& v = file.tensor(name + ".v");
    if (v.shape.size() != 3 || v.shape[2] == 0) file.fail("shape of " + v.name, "other", "[2 x 2 x units]");
    Layer layer;
    layer.inputs = index == 0 ? input_width : width();
    layer.units = v.shape[2];
    layer.blocks = layer.inputs == 2 * layer.units ? 3 : 4;
    layer.v = file.floats(name + ".v", {2, 2, layer.units});
    layer.b = file.floats(name + ".b", {2, 2, layer.units});
    load_groups(file.floats(name + ".w", {layer.inputs, 2 * layer.blocks * layer.units}), layer);
    layers_.push_back(std::move(layer));
  }
}

void SruEncoder::load_groups(const std::vector<float>& weights, Layer& layer) const {
  const size_t units = layer.units, all = 2 * layer.blocks * units;
  std::vector<float> part;
  for (size_t direction = 0; direction < 2; ++direction) {
    for (size_t first = 0; first < units; first += kGroupUnits) {
      Group group{{}, direction, first, std::min(kGroupUnits, units - first)};
      const size_t columns = layer.blocks * group.units;
      part.resize(layer.inputs * columns);
      for (size_t k = 0; k < layer.inputs; ++k) {
        for (size_t block = 0; block < layer.blocks; ++block) {
          const size_t from = k * all + (direction * layer.blocks + block) * units + first;
          std::copy_n(weights.begin() + static_cast<std::ptrdiff_t>(from), group.units,
                      part.begin() + static_cast<std::ptrdiff_t>(k * columns + block * group.units));
        }
      }
      group.weights.set(part, std::vector<float>(columns), layer.inputs, columns, *kernels_);
      layer.groups.push_back(std::move(group));
    }
  }
}

size_t SruEncoder::flops_per_token() const {
  size_t flops = 0;
  for (const WeightMatrix* matrix : matrices()) flops += 2 * matrix->depth() * matrix->columns();
  return flops;
}

std::vector<const WeightMatrix*> SruEncoder::matrices() const {
  std::vector<const WeightMatrix*> result;
  for (const Layer& layer : layers_) {
    for (const Group& group : layer.groups) result.push_back(&group.weights);
  }
  return result;
}

void SruEncoder::run_group(const Layer& layer, const Group& group, const float* x, const float* u,
                           const uint32_t* u_rows, std::span<const TokenRange> sequences, float* h,
                           Scratch& scratch) const {
  const size_t offset = group.direction * layer.units + group.first;
  SruCall call;
  call.u_stride = group.weights.columns();
  call.v_forget = layer.v.data() + 2 * group.direction * layer.units + group.first;
  call.v_reset = call.v_forget + layer.units;
  call.b_forget = layer.b.data() + 2 * group.direction * layer.units + group.first;
  call.b_reset = call.b_forget + layer.units;
  call.units = group.units;
  call.reverse = group.direction == 1;
  call.state = scratch.state.data();
  call.h_stride = 2 * layer.units;
  for (const TokenRange& range : sequences) {
    call.u = u_rows == nullptr ? u + range.first * call.u_stride : u;
    call.u_rows = u_rows == nullptr ? nullptr : u_rows + range.first;
    call.x = layer.blocks == 4 ? call.u + 3 * group.units : x + range.first * layer.inputs + offset;
    call.x_stride = layer.blocks == 4 ? call.u_stride : layer.inputs;
    call.tokens = range.size();
    call.h = h + range.first * call.h_stride + offset;
    kernels_->sru(call);
  }
}

void SruEncoder::run_layer(const Layer& layer, const float* x, size_t tokens, std::span<const TokenRange> sequences,
                           float* h, Scratch& scratch) const {
  float* projection = scratch.projection.reserve(tokens * layer.blocks * kGroupUnits);
  layer.groups.front().weights.round_rows(x, layer.inputs, tokens, scratch.product);
  for (const Group& group : layer.groups) {
    group.weights.multiply_rows(projection, group.weights.columns(), false, scratch.product);
    run_group(layer, group, x, projection, nullptr, sequences, h, scratch);
  }
}

bool SruEncoder::remembers_words() const {
  return layers_.front().blocks == 4 && layers_.front().groups.front().weights.rounds();
}

/// Finds the slots of the tokens' rows and leaves those rows in scratch.product whose slots are not filled yet.
void SruEncoder::recall_words(const Layer& layer, size_t tokens, Scratch& scratch) const {
  const WeightMatrix& weights = layer.groups.front().weights;
  if (scratch.encoder != id_) {
    scratch.memo.reset(weights.row_bytes());
    scratch.encoder = id_;
  }
  scratch.memo.begin_block();
  scratch.slots.clear();
  scratch.unknown.clear();
  for (uint32_t i = 0; i < tokens; ++i) {
    const RowMemo::Place place =
        scratch.memo.find_or_add(weights.rounded_row(i, scratch.product), scratch.product.rows[i]);
    scratch.slots.push_back(place.slot);
    if (!place.known) scratch.unknown.push_back(i);
  }
  weights.keep_rows(scratch.unknown, scratch.product);
}

void SruEncoder::run_first_layer(const Layer& layer, const float* x, size_t tokens,
                                 std::span<const TokenRange> sequences, float* h, Scratch& scratch) const {
  if (!remembers_words() || tokens > kMostHomeless) return run_layer(layer, x, tokens, sequences, h, scratch);
  float* projection = scratch.projection.reserve(tokens * layer.blocks * kGroupUnits);
  layer.groups.front().weights.round_rows(x, layer.inputs, tokens, scratch.product);
  recall_words(layer, tokens, scratch);
  const size_t slots = RowMemo::kSlots + kMostHomeless;
  float* words = scratch.words.reserve(slots * 2 * layer.blocks * layer.units);
  for (const Group& group : layer.groups) {
    const size_t columns = group.weights.columns();
    group.weights.multiply_rows(projection, columns, false, scratch.product);
    for (size_t i = 0; i < scratch.unknown.size(); ++i) {
      float* to = words + scratch.slots[scratch.unknown[i]] * columns;
      std::memcpy(to, projection + i * columns, columns * sizeof(float));
    }
    run_group(layer, group, x, words, scratch.slots.data(), sequences, h, scratch);
    words += slots * columns;
  }
}

const float* SruEncoder::encode(const float* input, size_t tokens, std::span<const TokenRange> sequences,
                                Scratch& scratch) const {
  const float* x = input;
  scratch.state.reserve(5 * (kGroupUnits + 16));
  for (size_t index = 0; index < layers_.size(); ++index) {
    const Layer& layer = layers_[index];
    float* h = (index % 2 == 0 ? scratch.even : scratch.odd).reserve(tokens * 2 * layer.units);
    if (index == 0) {
      run_first_layer(layer, x, tokens, sequences, h, scratch);
    } else {
      run_layer(layer, x, tokens, sequences, h, scratch);
    }
    x = h;
  }
  return x;
}

}  // namespace actant
