#ifndef ACTANT_EXTRACT_NN_JOINT_HEADS_H_
#define ACTANT_EXTRACT_NN_JOINT_HEADS_H_

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "extract/nn/aligned_buffer.h"
#include "extract/nn/model_file.h"
#include "extract/nn/packed_matrix.h"
#include "extract/nn/weight_matrix.h"
#include "extract/token_range.h"

namespace actant {

/// Names of the label layers.
enum class LabelLayer : uint8_t { kUpos, kXpos, kDeprel, kLemma };

/// The heads of extract/nn/network.md over the output of an encoder: scores of tags, names, arcs and relations.
/// Immutable; threads share it. Scores lie in the scratch memory until the next call of the same function.
class JointHeads {
 public:
  /// Memory of one thread.
  struct Scratch {
    AlignedBuffer hidden, linear, tags, names, dependents, arcs, pairs, relations;
    PackedMatrix heads;
    WeightMatrix::Scratch product;
  };

  /// Reads the heads over an encoder that is `width` wide. \throws CorruptData
  JointHeads(const ModelFile& file, size_t width, const KernelSet& kernels);

  /// Reads the encoder's output `h` [tokens x width]: before any of the scores.
  void read(const float* h, size_t tokens, Scratch& scratch) const;
  /// [tokens x (upos + xpos + lemma rules)]
  float* tags(size_t tokens, Scratch& scratch) const;
  /// [tokens x entity labels]
  float* names(size_t tokens, Scratch& scratch) const;
  /// To be called once before arcs().
  void project_dependents(size_t tokens, Scratch& scratch) const;
  /// Scores of the heads of the tokens in `range`: [size x (size + 1)], column 0 the root.
  float* arcs(const TokenRange& range, Scratch& scratch) const;
  /// Scores of the relations [tokens x relations] of each token with its head: `heads` counts 0 (root), 1, ... within
  /// the token's range of `ranges`.
  float* relations(std::span<const TokenRange> ranges, const uint32_t* heads, size_t tokens, Scratch& scratch) const;

  const std::vector<std::string>& labels(LabelLayer layer) const { return labels_[static_cast<size_t>(layer)]; }
  std::vector<const WeightMatrix*> matrices() const;

 private:
  void read_matrices(const ModelFile& file, size_t width);

  const KernelSet* kernels_;
  std::vector<std::string> labels_[4];
  // Widths of the hidden layers, in the order in which they stand in one row of `hidden` (the first four) and `linear`.
  size_t tag_width_ = 0, name_width_ = 0, dependent_width_ = 0, head_width_ = 0, relation_width_ = 0;
  WeightMatrix hidden_;     // tag, ner_hidden, dep, head: relu
  WeightMatrix linear_;     // label_dep, label_head
  WeightMatrix tags_;       // upos, xpos, lemma
  WeightMatrix names_;      // ner
  WeightMatrix arcs_;       // arc.w
  WeightMatrix relations_;  // label
  std::vector<float> arc_bias_, root_, relation_root_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_NN_JOINT_HEADS_H_
