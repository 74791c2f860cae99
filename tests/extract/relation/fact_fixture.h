#ifndef ACTANT_TESTS_EXTRACT_RELATION_FACT_FIXTURE_H_
#define ACTANT_TESTS_EXTRACT_RELATION_FACT_FIXTURE_H_

#include <string>
#include <string_view>
#include <vector>

#include "extract/entity/entity_stage.h"
#include "extract/relation/facts.h"
#include "extract/relation/triple_builder.h"
#include "tests/support/conllu.h"

namespace actant::testing {

/// The facts of a small tree (tests/support/conllu.h) of that source, each as `Putin holds-position Russia
/// (President)`.
inline std::vector<std::string> facts(std::string_view conllu, std::string_view source = {}) {
  Document document = parse_conllu(conllu);
  document.info.source = source;
  EntityStage().process(document);
  FactStage().process(document);
  build_triples(document);
  std::vector<std::string> result;
  for (const Triple& triple : document.triples) {
    std::string text(document.entities[triple.subject].name);
    text += " " + std::string(relation_info(triple.relation).id) + " ";
    text += triple.object == kNone ? triple.text_object : document.entities[triple.object].name;
    if (!triple.title.empty()) text += " (" + std::string(triple.title) + ")";
    result.push_back(text);
  }
  return result;
}

}  // namespace actant::testing

#endif  // ACTANT_TESTS_EXTRACT_RELATION_FACT_FIXTURE_H_
