#ifndef ACTANT_EXTRACT_NN_INPUT_LAYER_H_
#define ACTANT_EXTRACT_NN_INPUT_LAYER_H_

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/nn/aligned_buffer.h"
#include "extract/nn/embedding_table.h"
#include "extract/nn/vocabulary.h"

namespace actant {

/// What the network sees of a word apart from its place: depends on nothing but the form.
struct WordInput {
  const float* vector = nullptr;  ///< x_word of extract/nn/network.md
  uint8_t shape = 0;
  bool has_lower = false;
};

/// Words already looked up by one thread. Direct-mapped with a fixed number of slots, so its memory is bounded; a slot
/// holds a pure function of its form, so what is returned does not depend on what was read before.
class WordCache {
 public:
  static constexpr size_t kSlots = 8192;   ///< four of five words of Voice of America news are found there
  static constexpr size_t kMaxBytes = 38;  ///< longer forms pass by

 private:
  friend class InputLayer;
  struct Slot {
    uint8_t bytes = 255;  // of the form; 255 in an empty slot
    uint8_t shape = 0;
    bool has_lower = false;
    char form[kMaxBytes + 1];
  };
  std::vector<Slot> slots_;
  AlignedBuffer vectors_;  // [kSlots + 1 x width]; the last row serves forms that pass by
  std::string norm_;
};

/// Features of a word and its place to the input rows of the encoder: extract/nn/network.md, "Input features of a
/// token".
class InputLayer {
 public:
  /// True when the vocabulary has the normalized word.
  bool knows(std::string_view word) const { return vocabulary_.find(word) != 0; }

  /// Reads `word`, `ngram` and the vocabulary of one file and `shape` and `place` of another or the same.
  /// \throws CorruptData
  InputLayer(const std::shared_ptr<const ModelFile>& words, const std::shared_ptr<const ModelFile>& surface);

  /// Writes one row of width() floats per token of a sentence to `rows`.
  void encode(std::span<const std::string_view> forms, float* rows, WordCache& cache) const;

  size_t width() const { return word_.columns() + shape_.columns(); }
  size_t word_width() const { return word_.columns(); }  ///< of WordInput::vector
  /// Features of one word; the vector is valid until the next call with the same cache.
  WordInput look_up(std::string_view form, WordCache& cache) const;

 private:
  void compute(std::string_view norm, float* to) const;

  Vocabulary vocabulary_;
  EmbeddingTable word_, ngram_, shape_, place_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_NN_INPUT_LAYER_H_
