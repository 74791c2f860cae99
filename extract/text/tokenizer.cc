#include "extract/text/tokenizer.h"

#include "extract/text/internal/token_scanner.h"

namespace actant {

void tokenize(Document& document) { internal::TokenScanner(document).run(); }

}  // namespace actant
