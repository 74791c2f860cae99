#include "extract/relation/speakers.h"

#include <gtest/gtest.h>

#include <string>

#include "extract/entity/entity_stage.h"
#include "extract/relation/statements.h"
#include "tests/support/conllu.h"

namespace actant {
namespace {

size_t statements_of(const std::string& subject) {
  Document document = testing::parse_conllu(subject + R"( NOUN NNS 2 nsubj
suggest   suggest VERB  VBP 0 root
that      that    SCONJ IN  5 mark
Iran      Iran    PROPN NNP 5 nsubj NER=B-LOC
left      leave   VERB  VBD 2 ccomp
)");
  EntityStage().process(document);
  StatementStage().process(document);
  return document.statements.size();
}

TEST(SpeakersTest, IndicatorsAreNoPeople) {
  EXPECT_EQ(statements_of("indicators indicator"), 0u);
  EXPECT_EQ(statements_of("sensors sensor"), 0u);
  EXPECT_EQ(statements_of("counselors counselor"), 1u);
}

}  // namespace
}  // namespace actant
