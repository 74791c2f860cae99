#include "extract/entity/office_linker.h"

#include <gtest/gtest.h>

#include "tests/extract/entity/entity_fixture.h"

namespace actant {
namespace {

using testing::read;
using testing::same_entity;

TEST(OfficeLinkerTest, ThePresidentOfACountryBesideAPresidentIsAnother) {
  const Document document = read(R"(
President President PROPN NNP 2 nmod:desc
Trump     Trump     PROPN NNP 3 nsubj NER=B-PER
praised   praise    VERB  VBD 0 root
the       the       DET   DT  5 det
president president NOUN  NN  3 obj
of        of        ADP   IN  7 case
Ukraine   Ukraine   PROPN NNP 5 nmod  NER=B-LOC
)");
  EXPECT_FALSE(same_entity(document, "Trump", "president of Ukraine"));
}

TEST(OfficeLinkerTest, ThePresidentOfACountryNamedBeforeIsHim) {
  const Document document = read(R"(
President President PROPN NNP 2 nmod:desc
Zelensky  Zelensky  PROPN NNP 3 nsubj NER=B-PER
left      leave     VERB  VBD 0 root

The       the       DET   DT  2 det
president president NOUN  NN  5 nsubj
of        of        ADP   IN  4 case
Ukraine   Ukraine   PROPN NNP 2 nmod  NER=B-LOC
smiled    smile     VERB  VBD 0 root
)");
  EXPECT_TRUE(same_entity(document, "Zelensky", "president of Ukraine"));
}

}  // namespace
}  // namespace actant
