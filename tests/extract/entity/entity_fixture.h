#ifndef ACTANT_TESTS_EXTRACT_ENTITY_ENTITY_FIXTURE_H_
#define ACTANT_TESTS_EXTRACT_ENTITY_ENTITY_FIXTURE_H_

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

#include "extract/entity/entity_stage.h"
#include "tests/support/conllu.h"

namespace actant::testing {

/// A small tree (tests/support/conllu.h) with its entities.
inline Document read(std::string_view conllu) {
  Document document = parse_conllu(conllu);
  EntityStage().process(document);
  return document;
}

/// The entity with a mention of that text, the n-th from 0; fails the test when there is none.
inline const DocumentEntity& entity_of(const Document& document, std::string_view text, int nth = 0) {
  static const DocumentEntity none;
  for (const Mention& mention : document.mentions) {
    if (document.text_of(mention.span) == text && mention.entity != kNone && nth-- == 0)
      return document.entities[mention.entity];
  }
  ADD_FAILURE() << "no mention of an entity: " << text;
  return none;
}

inline bool same_entity(const Document& document, std::string_view a, std::string_view b) {
  return &entity_of(document, a) == &entity_of(document, b);
}

inline bool has_mention(const Document& document, std::string_view text) {
  return std::any_of(document.mentions.begin(), document.mentions.end(),
                     [&](const Mention& mention) { return document.text_of(mention.span) == text; });
}

}  // namespace actant::testing

#endif  // ACTANT_TESTS_EXTRACT_ENTITY_ENTITY_FIXTURE_H_
