#ifndef ACTANT_EXTRACT_RELATION_PAIR_MODEL_H_
#define ACTANT_EXTRACT_RELATION_PAIR_MODEL_H_

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "extract/nn/embedding_table.h"
#include "extract/nn/model_file.h"
#include "graph/model/schema.h"

namespace actant {

/// The classifier of relations: the network `pair-mlp-1` of extract/nn/network.md. Of the features of an ordered pair
/// of mentions (PairFeatures) and the vectors of the words of the two and between them it says how likely each relation
/// is.
///
/// Immutable after load(); threads share it.
class PairModel {
 public:
  /// The words whose vectors are read, in the order of the tensor `words`.
  enum Role : uint8_t { kMeeting, kInterior, kSubject, kObject, kRoles };

  /// Maps the file. `word_width`: columns of the word vectors that it will get (InputLayer::word_width()).
  /// \throws IoError, CorruptData, UnsupportedVersion naming the file
  static std::shared_ptr<const PairModel> load(const std::string& path, size_t word_width);

  size_t hidden() const { return rows_.columns(); }
  std::span<const RelationType> relations() const { return relations_; }
  /// Probability from which on a relation that no rule read is taken, and below which a rule's reading is not believed;
  /// `relation` is an index into relations().
  float least_to_add(size_t relation) const { return least_to_add_[relation]; }
  float least_to_keep(size_t relation) const { return least_to_keep_[relation]; }
  uint64_t checksum() const { return file_->checksum(); }

  /// to[0, hidden()) += factor * (the word's vector times the matrix of its role). Cost: its width * hidden().
  void add_word(Role role, const float* vector, float factor, float* to) const;
  /// to[0, hidden()) += the rows of the features. Features that the model does not know count nothing.
  void add_features(std::span<const uint32_t> features, float* to) const;
  /// Probabilities [relations] of what is summed up in `sum` [hidden()]; one below 0.01 is told as 0.
  void probabilities(const float* sum, std::vector<float>& result) const;

 private:
  PairModel(std::shared_ptr<const ModelFile> file, size_t word_width);
  void index_keys();

  std::shared_ptr<const ModelFile> file_;
  EmbeddingTable rows_;
  std::vector<uint32_t> slots_;  ///< hash table with open addressing: number of a row + 1, 0 for none
  std::vector<uint32_t> keys_;
  std::vector<RelationType> relations_;
  std::vector<float> words_, bias_, out_, out_bias_, least_to_add_, least_to_keep_;
  size_t word_width_ = 0;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_PAIR_MODEL_H_
