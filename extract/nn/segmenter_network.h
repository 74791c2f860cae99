#ifndef ACTANT_EXTRACT_NN_SEGMENTER_NETWORK_H_
#define ACTANT_EXTRACT_NN_SEGMENTER_NETWORK_H_

#include <memory>
#include <string>
#include <vector>

#include "extract/document.h"

namespace actant {

/// Where sentences end: the network `segmenter-conv-2` of extract/nn/network.md over the tokens of an article.
///
/// A loaded network is immutable and shared between threads; each thread brings its own Scratch.
///
///     auto network = SegmenterNetwork::load("en.segmenter.actm");
///     SegmenterNetwork::Scratch scratch;
///     std::vector<float> end;
///     network->score(document, end, scratch);   // end[i] > 0.5: a sentence ends after token i
class SegmenterNetwork {
 public:
  /// Reused memory of one thread; its content means nothing between calls.
  struct Scratch {
    std::vector<float> input, hidden, output;
    std::string buffer;
  };

  /// Maps and checks the model file.
  /// \throws IoError, CorruptData, UnsupportedVersion naming the file.
  static std::shared_ptr<const SegmenterNetwork> load(const std::string& path);

  /// Probability that a sentence ends after each token of `document` (its tokens need span, form and space_after only).
  /// `end_probability` gets one value a token. An empty line (space_after 3) and the end of the text always give 1; a
  /// token whose multiword token goes on always gives 0. Cost: linear in the tokens; memory bounded by a block of them.
  void score(const Document& document, std::vector<float>& end_probability, Scratch& scratch) const;

  ~SegmenterNetwork();

 private:
  struct Weights;
  explicit SegmenterNetwork(std::unique_ptr<const Weights> weights);
  void self_test() const;
  std::unique_ptr<const Weights> weights_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_NN_SEGMENTER_NETWORK_H_
