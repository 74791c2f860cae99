#include <gtest/gtest.h>

#include <string>

#include "extract/relation/clause.h"
#include "tests/extract/relation/event_fixture.h"

namespace actant {
namespace {

using ::testing::ElementsAre;
using testing::events_of;
using ::testing::IsEmpty;

std::vector<std::string> insisted_that_iraq(const std::string& verb) {
  return events_of(R"(
    Iran     Iran   PROPN NNP 2 nsubj NER=B-LOC
    insisted insist VERB  VBD 0 root
    that     that   SCONJ IN  5 mark
    Iraq     Iraq   PROPN NNP 5 nsubj NER=B-LOC
    )" + verb + R"( 2 ccomp
  )");
}

TEST(ClauseSlotsTest, WhatIsInsistedOnAsAFactIsAskedOfNobody) {
  EXPECT_THAT(insisted_that_iraq("left leave VERB VBD"), IsEmpty());
  EXPECT_THAT(insisted_that_iraq("leave leave VERB VB"), ElementsAre("Iran requested Iraq"));
}

}  // namespace
}  // namespace actant
