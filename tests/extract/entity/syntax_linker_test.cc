#include "extract/entity/syntax_linker.h"

#include <gtest/gtest.h>

#include "tests/extract/entity/entity_fixture.h"

namespace actant {
namespace {

using testing::read;
using testing::same_entity;

TEST(SyntaxLinkerTest, APhraseThatEndsWithANameIsWhoIsNamed) {
  const Document document = read(R"(
Chief    chief   NOUN  NN  7 nsubj
of       of      ADP   IN  5 case
Staff    staff   NOUN  NN  5 compound
General  general PROPN NNP 5 compound
Asim     Asim    PROPN NNP 1 nmod NER=B-PER
Munir    Munir   PROPN NNP 5 flat NER=I-PER
met      meet    VERB  VBD 0 root
Ebrahim  Ebrahim PROPN NNP 7 obj  NER=B-PER
Raisi    Raisi   PROPN NNP 8 flat NER=I-PER
)");
  EXPECT_TRUE(same_entity(document, "Chief of Staff General Asim Munir", "Asim Munir"));
}

}  // namespace
}  // namespace actant
