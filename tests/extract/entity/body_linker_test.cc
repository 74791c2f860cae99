#include "extract/entity/body_linker.h"

#include <gtest/gtest.h>

#include "tests/extract/entity/entity_fixture.h"

namespace actant {
namespace {

using testing::read;
using testing::same_entity;

TEST(BodyLinkerTest, HisPartyIsTheOneInHisTitle) {
  const Document document = read(R"(
Labour       Labour       PROPN NNP 2 compound NER=B-ORG
leader       leader       NOUN  NN  3 nmod:desc
Keir         Keir         PROPN NNP 5 nsubj NER=B-PER
Starmer      Starmer      PROPN NNP 3 flat  NER=I-PER
defeated     defeat       VERB  VBD 0 root
the          the          DET   DT  8 det
Conservative Conservative PROPN NNP 8 compound NER=B-ORG
Party        Party        PROPN NNP 5 obj   NER=I-ORG

Starmer      Starmer      PROPN NNP 2 nsubj NER=B-PER
praised      praise       VERB  VBD 0 root
his          his          PRON  PRP$ 4 nmod:poss
party        party        NOUN  NN  2 obj
)");
  EXPECT_TRUE(same_entity(document, "Labour", "party"));
  EXPECT_FALSE(same_entity(document, "Conservative Party", "party"));
}

}  // namespace
}  // namespace actant
