#ifndef ACTANT_EXTRACT_TEXT_TOKENIZER_H_
#define ACTANT_EXTRACT_TEXT_TOKENIZER_H_

#include "extract/stage.h"

namespace actant {

/// Fills `document.tokens` (span, form, space_after, multiword_inside) from `document.text`, in the conventions of the
/// Universal Dependencies treebanks English EWT and GUM 2.16; everything else of the document is left alone.
///
/// Words written together are words of one multiword token: `don't` is `do` and `n't`, `Iran's` is `Iran` and `'s`,
/// `cannot` is `can` and `not`; those but the first have `multiword_inside`. Their spans divide the bytes of the
/// surface token and their forms are views of the text. Compounds with hyphens are tokens of their own: `15 - year`;
/// words with a prefix (`anti-war`, `co-founder`) stay whole.
///
/// Blanks of every kind, control characters and invisible marks (zero-width, direction) belong to no token. The text
/// must be valid UTF-8 shorter than 4 GiB. Linear in the bytes; allocates nothing but room in `document.tokens`.
void tokenize(Document& document);

/// tokenize() as a stage. Norms are filled by the network's stage.
class TokenizerStage : public Stage {
 public:
  std::string_view name() const override { return "tokenizer"; }
  uint32_t requires_layers() const override { return 0; }
  uint32_t provides_layers() const override { return kTokens; }
  void process(Document& document) override { tokenize(document); }
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_TOKENIZER_H_
