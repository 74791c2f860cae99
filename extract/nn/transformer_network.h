#ifndef ACTANT_EXTRACT_NN_TRANSFORMER_NETWORK_H_
#define ACTANT_EXTRACT_NN_TRANSFORMER_NETWORK_H_

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/nn/input_layer.h"
#include "extract/nn/joint_heads.h"
#include "extract/nn/transformer_encoder.h"

namespace actant {

/// The network `joint-transformer-1` of extract/nn/network.md: a transformer under the same heads as a joint network's,
/// which reads that network's word vectors too and has the same labels. Immutable; threads share it.
class TransformerNetwork {
 public:
  /// Memory of one thread.
  struct Scratch {
    WordCache words;
    TransformerEncoder::Scratch encoder;
    AlignedBuffer input, joined;
    JointHeads::Scratch heads;
  };

  /// `path`: the file; `joint`: that of the joint network it was trained with.
  /// \throws IoError, CorruptData, UnsupportedVersion; CorruptData too when the labels are not those of `joint`
  TransformerNetwork(const std::string& path, const std::shared_ptr<const ModelFile>& joint, const KernelSet& kernels);

  /// Reads `forms`, cut into `sequences`; heads().tags() and the rest then have the scores.
  void read(std::span<const std::string_view> forms, std::span<const TokenRange> sequences, Scratch& scratch) const;

  const JointHeads& heads() const { return heads_; }
  /// The weight of its log-probabilities in a mean with those of the joint network.
  float share() const { return share_; }
  const ModelFile& file() const { return *file_; }
  /// Multiplications and additions of the matrix products of a token, with as many pieces a token as news has.
  size_t flops_per_token() const;

 private:
  std::shared_ptr<const ModelFile> file_;
  InputLayer input_;
  TransformerEncoder encoder_;
  JointHeads heads_;
  float share_ = 0.5f;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_NN_TRANSFORMER_NETWORK_H_
