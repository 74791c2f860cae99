#ifndef ACTANT_EXTRACT_NN_BIO_DECODER_H_
#define ACTANT_EXTRACT_NN_BIO_DECODER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace actant {

/// A name found in a sentence: tokens [first, last).
struct NameSpan {
  uint32_t first = 0;
  uint32_t last = 0;
  uint16_t type = 0;      ///< index in BioDecoder::types()
  float probability = 0;  ///< that a name of this type has exactly these tokens, under the constrained model
};

/// Labels `O`, `B-X`, `I-X` to spans. Sequences where an I-X follows neither B-X nor I-X are excluded; among the rest
/// the product of the tokens' softmax probabilities is maximized (Viterbi 1967), and the probability of a span is the
/// share of the sequences that have it, by the forward-backward sums (Rabiner 1989, equations 19-27). Immutable.
class BioDecoder {
 public:
  struct Scratch {
    std::vector<float> probability, forward, backward, scale, open, score;
    std::vector<uint16_t> back, path;
  };

  BioDecoder() = default;
  /// \throws CorruptData for a label that is not `O`, `B-...` or `I-...`, or when there is no `O`
  explicit BioDecoder(const std::vector<std::string>& labels);

  /// Appends the names of a sentence to `names`. `logits` [tokens x labels], row stride `stride` floats; `offset` is
  /// added to the token indices. Linear in tokens and labels.
  void decode(const float* logits, size_t tokens, size_t stride, uint32_t offset, std::vector<NameSpan>& names,
              Scratch& scratch) const;

  const std::vector<std::string>& types() const { return types_; }
  size_t labels() const { return labels_.size(); }

 private:
  static constexpr uint16_t kNoLabel = 0xffff;
  enum class Part : uint8_t { kOutside, kBegin, kInside };
  struct Label {
    Part part = Part::kOutside;
    uint16_t type = 0;
  };
  bool greedy_path(const float* logits, size_t tokens, size_t stride, Scratch& scratch) const;
  void softmax(const float* logits, size_t tokens, size_t stride, Scratch& scratch) const;
  void best_path(size_t tokens, Scratch& scratch) const;
  void sum_paths(size_t tokens, Scratch& scratch) const;
  float span_probability(const NameSpan& name, size_t tokens, const Scratch& scratch) const;
  uint16_t find(Part part, uint16_t type) const;

  std::vector<Label> labels_;
  std::vector<std::string> types_;
  std::vector<uint16_t> begin_, inside_;  // label of a type, or kNoLabel
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_NN_BIO_DECODER_H_
