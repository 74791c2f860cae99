#ifndef ACTANT_EXTRACT_NN_WORD_PIECES_H_
#define ACTANT_EXTRACT_NN_WORD_PIECES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/nn/vocabulary.h"

namespace actant {

/// Cuts a word into pieces of a vocabulary, as BERT's uncased tokenizer does (Devlin et al. 2019; WordPiece of Wu et
/// al. 2016, section 4.1): control characters are dropped, accents stripped, letters lowered, every punctuation mark
/// and ideograph stands alone, and the longest piece of the vocabulary is taken from the left, `##` before all but the
/// first.
class WordPieces {
 public:
  /// Pieces of a word that are used; the rest says little, and long numbers and addresses would fill a sentence.
  static constexpr size_t kMaxPieces = 6;
  /// Longest part, in code points, that is cut; a longer one is `[UNK]`.
  static constexpr size_t kMaxPart = 100;

  WordPieces() = default;
  /// `pieces` in id order, with `[UNK]`, `[CLS]` and `[SEP]` among them. \throws CorruptData when one of these is
  /// absent
  explicit WordPieces(std::vector<std::string_view> pieces);

  /// Memory of one thread.
  struct Scratch {
    std::string plain, piece;
  };

  /// Appends the ids of the first kMaxPieces pieces of `form` (UTF-8), or that of `[UNK]` where there would be none.
  void cut(std::string_view form, std::vector<uint32_t>& ids, Scratch& scratch) const;

  uint32_t first() const { return first_; }  ///< `[CLS]`, before a sentence
  uint32_t last() const { return last_; }    ///< `[SEP]`, behind it
  size_t size() const { return vocabulary_.size(); }

 private:
  void cut_part(std::string_view part, size_t limit, std::vector<uint32_t>& ids, std::string& piece) const;

  Vocabulary vocabulary_;
  uint32_t unknown_ = 0, first_ = 0, last_ = 0;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_NN_WORD_PIECES_H_
