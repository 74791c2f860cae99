#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/extract/relation/fact_fixture.h"

namespace actant {
namespace {

using ::testing::ElementsAre;
using testing::facts;
using ::testing::IsEmpty;

TEST(FactsMembershipTest, ABodyThatAnotherOwnsIsPartOfIt) {
  EXPECT_THAT(facts(R"(
Google  Google  PROPN NNP 2 nsubj NER=B-ORG
owns    own     VERB  VBZ 0 root
YouTube YouTube PROPN NNP 2 obj   NER=B-ORG
)"),
              ElementsAre("YouTube part-of Google"));
  EXPECT_THAT(facts(R"(
YouTube YouTube PROPN NNP 3 nsubj:pass NER=B-ORG
is      be      AUX   VBZ 3 aux:pass
owned   own     VERB  VBN 0 root
by      by      ADP   IN  5 case
Google  Google  PROPN NNP 3 obl:agent NER=B-ORG
)"),
              ElementsAre("YouTube part-of Google"));
}

TEST(FactsMembershipTest, WhatOneDoesNotOwnOrWhatAPersonOwnsIsPartOfNothing) {
  EXPECT_THAT(facts(R"(
Google  Google  PROPN NNP 4 nsubj NER=B-ORG
does    do      AUX   VBZ 4 aux
not     not     PART  RB  4 advmod
own     own     VERB  VB  0 root
YouTube YouTube PROPN NNP 4 obj   NER=B-ORG
)"),
              IsEmpty());
  EXPECT_THAT(facts(R"(
Musk    Musk    PROPN NNP 2 nsubj NER=B-PER
owns    own     VERB  VBZ 0 root
Twitter Twitter PROPN NNP 2 obj   NER=B-ORG
)"),
              IsEmpty());
}

}  // namespace
}  // namespace actant
