#ifndef ACTANT_EXTRACT_NN_TRANSFORMER_ENCODER_H_
#define ACTANT_EXTRACT_NN_TRANSFORMER_ENCODER_H_

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/nn/aligned_buffer.h"
#include "extract/nn/embedding_table.h"
#include "extract/nn/model_file.h"
#include "extract/nn/packed_matrix.h"
#include "extract/nn/weight_matrix.h"
#include "extract/nn/word_pieces.h"
#include "extract/token_range.h"

namespace actant {

/// The encoder of `joint-transformer-1` (extract/nn/network.md): layers of self-attention over the pieces of a sentence
/// (Vaswani et al. 2017; BERT, Devlin et al. 2019, with the norm behind each sum). Immutable; threads share it.
class TransformerEncoder {
 public:
  /// Pieces of a sequence that are read. Words behind them have the state of the last.
  static constexpr size_t kMaxPieces = 510;

  /// Memory of one thread.
  struct Scratch {
    WordPieces::Scratch pieces;
    WeightMatrix::Scratch product;
    PackedMatrix keys, values;
    AlignedBuffer states, three, attended, sums, wide, gates, scores, words;
    std::vector<uint32_t> ids;
    std::vector<TokenRange> rows, of_word;  // of each sequence and each word in the states
  };

  /// \throws CorruptData
  TransformerEncoder(std::shared_ptr<const ModelFile> file, const KernelSet& kernels);

  /// The mean of the states of each word's pieces, [forms x width()], inside `scratch` until the next call. Each range
  /// of `sequences` is read on its own; the ranges cover the forms.
  const float* encode(std::span<const std::string_view> forms, std::span<const TokenRange> sequences,
                      Scratch& scratch) const;

  size_t width() const { return width_; }
  /// Matrices of the layers, each used once a piece.
  std::vector<const WeightMatrix*> matrices() const;

 private:
  struct Norm {
    std::vector<float> gain, bias;
  };
  struct Layer {
    WeightMatrix three, out, up, down;  // query, key and value side by side
    Norm attended, fed;
  };
  Norm read_norm(const std::string& name) const;
  void read_matrix(const std::string& name, size_t depth, WeightMatrix& matrix) const;
  void cut(std::span<const std::string_view> forms, std::span<const TokenRange> sequences, Scratch& scratch) const;
  void embed(Scratch& scratch) const;
  void run(const Layer& layer, Scratch& scratch) const;
  void attend(size_t first, size_t count, Scratch& scratch) const;
  /// x = norm(x + y) for each row
  void add_and_norm(const Norm& norm, const float* y, size_t rows, float* x) const;

  std::shared_ptr<const ModelFile> file_;
  const KernelSet* kernels_;
  WordPieces pieces_;
  EmbeddingTable piece_, position_;
  size_t width_ = 0, heads_ = 0;
  Norm embedded_;
  std::vector<Layer> layers_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_NN_TRANSFORMER_ENCODER_H_
