#include "extract/relation/stance_prefix.h"

#include <gtest/gtest.h>

#include "tests/extract/relation/event_fixture.h"

namespace actant {
namespace {

using ::testing::ElementsAre;
using testing::events_of;
using ::testing::IsEmpty;

TEST(StancePrefixesTest, ProNamesWhomAGroupSupports) {
  EXPECT_THAT(events_of(R"(
    pro-Hamas pro-Hamas ADJ   JJ  2 amod
    fighters  fighter   NOUN  NNS 3 nsubj
    slept     sleep     VERB  VBD 0 root

    Hamas     Hamas     PROPN NNP 2 nsubj NER=B-ORG
    rested    rest      VERB  VBD 0 root
  )"),
              ElementsAre("pro-Hamas fighters supports Hamas"));
}

TEST(StancePrefixesTest, CausesAreNoActors) {
  EXPECT_THAT(events_of(R"(
    pro-democracy pro-democracy ADJ JJ 2 amod
    activists activist NOUN NNS 3 nsubj
    slept     sleep    VERB VBD 0 root
  )"),
              IsEmpty());
}

}  // namespace
}  // namespace actant
