#ifndef ACTANT_EXTRACT_COREF_COREF_RANKER_H_
#define ACTANT_EXTRACT_COREF_COREF_RANKER_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "extract/coref/coref_context.h"
#include "extract/nn/embedding_table.h"
#include "extract/nn/model_file.h"

namespace actant {

/// As what the unary features of a candidate are looked at. Part of the model file.
enum class CorefRole : uint8_t { kNew, kAnaphor, kAntecedent, kPair };

/// The mention ranker `coref-ranker-1`, or `coref-context-1` with a transformer (extract/coref/ranker.md): says how
/// well an earlier noun phrase fits as the antecedent of a later one, and how well the later one fits as the first of
/// its kind. A network of one hidden layer over hashed features (coref_features.h), in the manner of Wiseman et al.,
/// "Learning Anaphoricity and Antecedent Ranking Features for Coreference Resolution" (ACL 2015).
///
/// Immutable after load(); threads share it.
class CorefRanker {
 public:
  /// Sum of the rows of some features: hidden units, then the linear part.
  using Sum = std::vector<float>;  ///< [width + 1]

  /// \throws IoError, CorruptData, UnsupportedVersion naming the file
  static std::shared_ptr<const CorefRanker> load(const std::string& path);

  size_t width() const { return width_; }
  /// What a transformer adds to the sums and scores, null where the file has none.
  const CorefContext* context() const { return context_.get(); }
  uint64_t checksum() const { return file_->checksum(); }

  /// Replaces `sum` by the sum over the features that the model knows. Cost: one probe and `width` additions each.
  void sum(std::span<const uint32_t> features, CorefRole role, Sum& sum) const;
  /// Score of being new, from its sum as kNew.
  float score_new(const Sum& alone) const;
  /// Score of a pair: log-odds against score_new() of the same anaphor. `pair` are the features of the two together.
  float score_pair(const Sum& anaphor, const Sum& antecedent, std::span<const uint32_t> pair, Sum& scratch) const;

 private:
  explicit CorefRanker(std::shared_ptr<const ModelFile> file);
  void add(std::span<const uint32_t> features, CorefRole role, Sum& sum) const;
  uint32_t row(uint32_t feature, CorefRole role) const;

  std::shared_ptr<const ModelFile> file_;
  size_t width_ = 0;
  uint32_t mask_ = 0;
  const uint32_t* slots_ = nullptr;        // [slots] key, 0 for an empty one
  const uint32_t* row_of_ = nullptr;       // [slots]
  EmbeddingTable rows_;                    // [rows x (width + 1)]
  std::vector<float> out_new_, out_pair_;  // [width + 1], the bias last
  std::unique_ptr<const CorefContext> context_;
};

/// Key of a feature in one role: what is trained, and stored in the model file. Never 0.
uint32_t coref_key(uint32_t feature, CorefRole role);

}  // namespace actant

#endif  // ACTANT_EXTRACT_COREF_COREF_RANKER_H_
