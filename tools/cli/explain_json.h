#ifndef ACTANT_TOOLS_CLI_EXPLAIN_JSON_H_
#define ACTANT_TOOLS_CLI_EXPLAIN_JSON_H_

#include <string>

#include "extract/extractor.h"

namespace actant {

/// One line of JSON with a final newline: the extraction record of the document (graph/model/record.md) with more in
/// it. `sentences` are added, each with `start`, `end`, `title` and `tokens` (`form`, `lemma`, `upos`, `xpos`, `head`
/// counted from 1 in the sentence with 0 for the root, `deprel`, `start`, `end`); every relation has `rule`, `features`
/// and `score`, what each feature added to the log-odds of its confidence. Offsets count code points.
std::string explanation_json(const Document& document, const ExtractOptions& options);

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_EXPLAIN_JSON_H_
