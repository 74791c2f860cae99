#ifndef ACTANT_EXTRACT_NN_VOCABULARY_H_
#define ACTANT_EXTRACT_NN_VOCABULARY_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace actant {

/// Normalized word to id, by open addressing. The words themselves stay in the mapped model file.
class Vocabulary {
 public:
  Vocabulary() = default;
  /// `words` in id order; word 0 stands for every unknown one.
  explicit Vocabulary(std::vector<std::string_view> words);

  /// Id of `word`, 0 when unknown. Constant time.
  uint32_t find(std::string_view word) const;
  size_t size() const { return words_.size(); }

 private:
  std::vector<std::string_view> words_;
  std::vector<uint32_t> slots_;  // id, or 0 for an empty slot; a power of two of them
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_NN_VOCABULARY_H_
