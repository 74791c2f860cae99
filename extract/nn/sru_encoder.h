#ifndef ACTANT_EXTRACT_NN_SRU_ENCODER_H_
#define ACTANT_EXTRACT_NN_SRU_ENCODER_H_

#include <span>
#include <vector>

#include "extract/nn/model_file.h"
#include "extract/nn/row_memo.h"
#include "extract/nn/weight_matrix.h"
#include "extract/token_range.h"

namespace actant {

/// The bidirectional SRU layers of extract/nn/network.md.
///
/// A unit's recurrence reads no other unit, so a layer is done in groups of units: what a group needs of x W is
/// multiplied for all tokens and used up while it is in the cache.
///
/// The first layer reads words apart from their sentence. Where the kernels round its input to bytes, x W of the words
/// last seen is kept (RowMemo): 8 KiB a word, 16 MiB a thread with 256 units.
class SruEncoder {
 public:
  /// Memory of one thread, reused from call to call.
  struct Scratch {
    AlignedBuffer projection, even, odd, state;
    WeightMatrix::Scratch product;
    uint64_t encoder = 0;  // whose words are remembered
    RowMemo memo;
    AlignedBuffer words;  // x W of the first layer: group, slot, column
    std::vector<uint32_t> slots, unknown;
  };

  /// Reads `sru.0.*`, `sru.1.*`, ... for as long as there are some. \throws CorruptData
  SruEncoder(const ModelFile& file, size_t input_width, const KernelSet& kernels = best_kernels());

  /// Runs all layers over `input` [tokens x input width], each range of `sequences` on its own. The ranges cover the
  /// rows. \return [tokens x width()], inside `scratch`, valid until the next call
  const float* encode(const float* input, size_t tokens, std::span<const TokenRange> sequences, Scratch& scratch) const;

  size_t width() const { return 2 * layers_.back().units; }
  /// Multiplications and additions of the matrix products, per token.
  size_t flops_per_token() const;
  /// Matrices of the layers, for benchmarks.
  std::vector<const WeightMatrix*> matrices() const;

 private:
  /// Some units of one direction.
  struct Group {
    WeightMatrix weights;  // [inputs x blocks * units]: candidate, forget, reset(, highway)
    size_t direction = 0, first = 0, units = 0;
  };
  struct Layer {
    std::vector<Group> groups;
    std::vector<float> v, b;  // [2 x 2 x units]: direction, forget then reset
    size_t inputs = 0, units = 0, blocks = 0;
  };
  void load_groups(const std::vector<float>& weights, Layer& layer) const;
  bool remembers_words() const;
  void recall_words(const Layer& layer, size_t tokens, Scratch& scratch) const;
  /// `u_rows`: see SruCall; nullptr where row i of `u` belongs to token i.
  void run_group(const Layer& layer, const Group& group, const float* x, const float* u, const uint32_t* u_rows,
                 std::span<const TokenRange> sequences, float* h, Scratch& scratch) const;
  void run_first_layer(const Layer& layer, const float* x, size_t tokens, std::span<const TokenRange> sequences,
                       float* h, Scratch& scratch) const;
  void run_layer(const Layer& layer, const float* x, size_t tokens, std::span<const TokenRange> sequences, float* h,
                 Scratch& scratch) const;

  const uint64_t id_;  // of no other encoder in this process
  const KernelSet* kernels_;
  std::vector<Layer> layers_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_NN_SRU_ENCODER_H_
