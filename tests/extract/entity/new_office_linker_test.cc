#include "extract/entity/new_office_linker.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/extract/entity/entity_fixture.h"

namespace actant {
namespace {

using testing::read;
using testing::same_entity;

// Two without an office, so that none is the only one who may have it.
constexpr std::string_view kTwo = R"(
Ebrahim  Ebrahim PROPN NNP 3 nsubj NER=B-PER
Raisi    Raisi   PROPN NNP 1 flat  NER=I-PER
met      meet    VERB  VBD 0 root
Hassan   Hassan  PROPN NNP 3 obj   NER=B-PER
Rouhani  Rouhani PROPN NNP 4 flat  NER=I-PER

)";

Document read_behind_two(const std::string& sentence) { return read(std::string(kTwo) + sentence); }

TEST(NewOfficeLinkerTest, WhoIsNamedTheNewLeaderIsItAndNotTheOneBefore) {
  const Document document = read(R"(
Hassan    Hassan    PROPN NNP 7 nsubj NER=B-PER
Nasrallah Nasrallah PROPN NNP 1 flat  NER=I-PER|SpaceAfter=No
,         ,         PUNCT ,   4 punct
leader    leader    NOUN  NN  1 appos
of        of        ADP   IN  6 case
Hezbollah Hezbollah PROPN NNP 4 nmod  NER=B-ORG
died      die       VERB  VBD 0 root

Naim      Naim      PROPN NNP 4 nsubj:pass NER=B-PER
Qassem    Qassem    PROPN NNP 1 flat  NER=I-PER
was       be        AUX   VBD 4 aux:pass
named     name      VERB  VBN 0 root
the       the       DET   DT  7 det
new       new       ADJ   JJ  7 amod
leader    leader    NOUN  NN  4 xcomp
of        of        ADP   IN  9 case
Hezbollah Hezbollah PROPN NNP 7 nmod  NER=B-ORG
)");
  EXPECT_TRUE(same_entity(document, "Naim Qassem", "new leader of Hezbollah"));
  EXPECT_TRUE(same_entity(document, "Hassan Nasrallah", "leader of Hezbollah"));
  EXPECT_FALSE(same_entity(document, "Naim Qassem", "Hassan Nasrallah"));
}

TEST(NewOfficeLinkerTest, TheElectionOfSomebodyAsPresidentMakesHimIt) {
  const auto whose = [](const std::string& noun) {
    return read_behind_two("the the DET DT 2 det\n" + noun + " " + noun + R"( NOUN NN 7 nsubj
of        of        ADP   IN  4 case
Raisi     Raisi     PROPN NNP 2 nmod  NER=B-PER
as        as        ADP   IN  6 case
president president NOUN  NN  2 nmod
worried   worry     VERB  VBD 0 root
Israel    Israel    PROPN NNP 7 obj   NER=B-LOC
)");
  };
  EXPECT_TRUE(same_entity(whose("election"), "Ebrahim Raisi", "president"));
  EXPECT_FALSE(same_entity(whose("rejection"), "Ebrahim Raisi", "president"));
}

TEST(NewOfficeLinkerTest, WhoIsElectedAsPresidentIsIt) {
  const Document document = read_behind_two(R"(
Raisi     Raisi     PROPN NNP 3 nsubj:pass NER=B-PER
was       be        AUX   VBD 3 aux:pass
elected   elect     VERB  VBN 0 root
as        as        ADP   IN  5 case
president president NOUN  NN  3 obl
)");
  EXPECT_TRUE(same_entity(document, "Ebrahim Raisi", "president"));
}

TEST(NewOfficeLinkerTest, WhoBecamePresidentIsItButNotWhoMayOrDidNot) {
  EXPECT_TRUE(same_entity(read_behind_two(R"(
Raisi     Raisi     PROPN NNP 2 nsubj NER=B-PER
became    become    VERB  VBD 0 root
president president NOUN  NN  2 xcomp
)"),
                          "Ebrahim Raisi", "president"));
  EXPECT_FALSE(same_entity(read_behind_two(R"(
Raisi     Raisi     PROPN NNP 3 nsubj NER=B-PER
may       may       AUX   MD  3 aux
become    become    VERB  VB  0 root
president president NOUN  NN  3 xcomp
)"),
                           "Ebrahim Raisi", "president"));
  EXPECT_FALSE(same_entity(read_behind_two(R"(
Raisi     Raisi     PROPN NNP 4 nsubj NER=B-PER
did       do        AUX   VBD 4 aux
not       not       PART  RB  4 advmod
become    become    VERB  VB  0 root
president president NOUN  NN  4 xcomp
)"),
                           "Ebrahim Raisi", "president"));
}

}  // namespace
}  // namespace actant
