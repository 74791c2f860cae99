#ifndef ACTANT_TESTS_EXTRACT_RELATION_ATTRIBUTED_TEXT_H_
#define ACTANT_TESTS_EXTRACT_RELATION_ATTRIBUTED_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "extract/entity/entity_stage.h"
#include "extract/relation/attribution_spans.h"
#include "extract/relation/statements.h"
#include "tests/support/conllu.h"

namespace actant::testing {

/// A text in CoNLL-U with its entities, statements and attributions in the widest sense.
inline Document with_attributions(std::string_view conllu) {
  Document document = parse_conllu(conllu);
  EntityStage().process(document);
  StatementStage(true).process(document);
  return document;
}

/// `source cue: content` of its attributions; `-` where no source is named, `(...)` around those inside another.
inline std::vector<std::string> attributed(std::string_view conllu) {
  const Document document = with_attributions(conllu);
  std::vector<std::string> result;
  for (const Attribution& found : document.attributions) {
    const std::string source =
        found.source == kNone ? "-" : std::string(document.text_of(span_of(document, source_phrase(document, found))));
    const std::string line = source + ' ' + std::string(document.tokens[found.cue].form) + ": " +
                             std::string(document.text_of(found.content));
    result.push_back(found.nested ? '(' + line + ')' : line);
  }
  return result;
}

}  // namespace actant::testing

#endif  // ACTANT_TESTS_EXTRACT_RELATION_ATTRIBUTED_TEXT_H_
