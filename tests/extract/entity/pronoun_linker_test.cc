#include "extract/entity/pronoun_linker.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/extract/entity/entity_fixture.h"

namespace actant {
namespace {

using testing::read;
using testing::same_entity;

TEST(PronounLinkerTest, TheyAreThePoliceNamedLastRatherThanOthersBeforeThem) {
  const Document document = read(R"(
Officials official NOUN  NNS 2 nsubj
voted     vote     VERB  VBD 0 root

Iraqi     iraqi    ADJ   JJ  2 amod  NER=B-NORP
police    police   NOUN  NNS 3 nsubj
searched  search   VERB  VBD 0 root
houses    house    NOUN  NNS 3 obj

They      they     PRON  PRP 2 nsubj
found     find     VERB  VBD 0 root
weapons   weapon   NOUN  NNS 2 obj
)");
  EXPECT_TRUE(same_entity(document, "Iraqi police", "They"));
  EXPECT_FALSE(same_entity(document, "Officials", "They"));
}

TEST(PronounLinkerTest, WhoIsNamedAfterTheDeedDoesIt) {
  const auto as_they = [](const std::string& verb) {
    return read(R"(
Soldiers   soldier   NOUN  NNS 2 nsubj
detained   detain    VERB  VBD 0 root
protesters protester NOUN  NNS 2 obj
as         as        SCONJ IN  6 mark
they       they      PRON  PRP 6 nsubj
)" + verb + R"( VERB VBD 2 advcl
there      there     ADV   RB  6 advmod
)");
  };
  const Document protested = as_they("protested protest"), searched = as_they("searched search");
  EXPECT_TRUE(same_entity(protested, "protesters", "they"));
  EXPECT_TRUE(same_entity(searched, "Soldiers", "they"));
}

}  // namespace
}  // namespace actant
