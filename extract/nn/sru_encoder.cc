#include "extract/nn/sru_encoder.h"

#include <algorithm>
#include <string>

namespace actant {

SruEncoder::SruEncoder(const ModelFile& file, size_t input_width, const KernelSet& kernels) : kernels_(&kernels) {
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
    const size_t columns = 2 * layer.blocks * layer.units;
    layer.weights.set(file.floats(name + ".w", {layer.inputs, columns}), std::vector<float>(columns), layer.inputs,
                      columns, kernels);
    layers_.push_back(std::move(layer));
  }
}

size_t SruEncoder::flops_per_token() const {
  size_t flops = 0;
  for (const Layer& layer : layers_) flops += 2 * layer.weights.depth() * layer.weights.columns();
  return flops;
}

std::vector<const WeightMatrix*> SruEncoder::matrices() const {
  std::vector<const WeightMatrix*> result;
  for (const Layer& layer : layers_) result.push_back(&layer.weights);
  return result;
}

void SruEncoder::run_direction(const Layer& layer, const float* x, const TokenRange& range, size_t direction, float* h,
                               Scratch& scratch) const {
  const size_t units = layer.units;
  SruCall call;
  call.u_stride = layer.weights.columns();
  call.u = scratch.projection.data() + range.first * call.u_stride + direction * layer.blocks * units;
  if (layer.blocks == 4) {
    call.x = call.u + 3 * units;
    call.x_stride = call.u_stride;
  } else {
    call.x = x + range.first * layer.inputs + direction * units;
    call.x_stride = layer.inputs;
  }
  call.v_forget = layer.v.data() + direction * 2 * units;
  call.v_reset = call.v_forget + units;
  call.b_forget = layer.b.data() + direction * 2 * units;
  call.b_reset = call.b_forget + units;
  call.units = units;
  call.tokens = range.size();
  call.reverse = direction == 1;
  call.state = scratch.state.data();
  call.h_stride = 2 * units;
  call.h = h + range.first * call.h_stride + direction * units;
  kernels_->sru(call);
}

const float* SruEncoder::encode(const float* input, size_t tokens, std::span<const TokenRange> sequences,
                                Scratch& scratch) const {
  const float* x = input;
  for (size_t index = 0; index < layers_.size(); ++index) {
    const Layer& layer = layers_[index];
    const size_t columns = layer.weights.columns();
    scratch.state.reserve(layer.units + 16);
    float* h = (index % 2 == 0 ? scratch.even : scratch.odd).reserve(tokens * 2 * layer.units);
    float* projection = scratch.projection.reserve(tokens * columns);
    layer.weights.multiply(x, layer.inputs, tokens, projection, columns, false, scratch.product);
    for (const TokenRange& range : sequences) {
      run_direction(layer, x, range, 0, h, scratch);
      run_direction(layer, x, range, 1, h, scratch);
    }
    x = h;
  }
  return x;
}

}  // namespace actant
