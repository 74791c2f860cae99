#ifndef ACTANT_EXTRACT_COREF_COREF_CONTEXT_H_
#define ACTANT_EXTRACT_COREF_COREF_CONTEXT_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "extract/coref/candidate_facts.h"
#include "extract/nn/aligned_buffer.h"
#include "extract/nn/model_file.h"
#include "extract/nn/transformer_encoder.h"
#include "extract/nn/weight_matrix.h"

namespace actant {

/// What a transformer over the words of an article adds to the scores of the ranker: `coref-context-1` of
/// extract/coref/ranker.md. The article is read in windows, from left to right, so that what is kept of it is a row for
/// each noun phrase. Immutable; threads share it, each with its own Reading.
class CorefContext {
 public:
  static constexpr uint32_t kCore = 304;   ///< words of a window that are its own
  static constexpr uint32_t kAround = 40;  ///< words beside them that are read too, on either side

  /// An article as far as it was read; the memory of one thread.
  struct Reading {
    TransformerEncoder::Scratch encoder;
    WeightMatrix::Scratch product;
    std::vector<std::string_view> forms;
    AlignedBuffer states, window;  // [candidates of the window x states, x columns]
    std::vector<float> kept;       // [candidates so far x (units + 1 + match)]: as antecedents
    uint32_t begin = 0;            // candidates [begin, kept) are of the window
    uint32_t words = 0;            // own words of the windows so far
  };

  /// `width`: hidden units of the ranker, whose last ones see the context. \throws CorruptData
  CorefContext(std::shared_ptr<const ModelFile> file, size_t width, const KernelSet& kernels);

  /// Begins an article.
  static void begin(Reading& reading);
  /// Reads on as far as candidate `i`, which may not lie before one asked for earlier.
  void read_to(const Document& document, const CandidateTable& table, uint32_t i, Reading& reading) const;

  /// Adds to the sums of the features of a candidate [width + 1]; of the one last read to, as new and as anaphor, of
  /// any before it as antecedent.
  void add_new(const Reading& reading, uint32_t i, std::span<float> sum) const;
  void add_anaphor(const Reading& reading, uint32_t i, std::span<float> sum) const;
  void add_antecedent(const Reading& reading, uint32_t j, std::span<float> sum) const;
  /// What the product of the two adds to the score of the pair.
  float match(const Reading& reading, uint32_t i, uint32_t j) const;

 private:
  void read_window(const Document& document, const CandidateTable& table, Reading& reading) const;
  const float* of_window(const Reading& reading, uint32_t i) const;
  void add(const float* from, std::span<float> sum) const;

  TransformerEncoder encoder_;
  WeightMatrix layer_;  // states of head, first and last word -> new, anaphor, antecedent, left, right
  size_t width_ = 0, units_ = 0, match_ = 0;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_COREF_COREF_CONTEXT_H_
