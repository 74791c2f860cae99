#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/extract/relation/fact_fixture.h"

namespace actant {
namespace {

using ::testing::ElementsAre;
using testing::facts;
using ::testing::IsEmpty;

TEST(FactsOfficesTest, APartyBeforeAProfessionGivesMembershipAndNoOffice) {
  EXPECT_THAT(facts(R"(
Democratic democratic ADJ   JJ  2 amod NER=B-ORG
pollster   pollster   NOUN  NN  3 nmod:desc
Peter      Peter      PROPN NNP 5 nsubj NER=B-PER
Hart       Hart       PROPN NNP 3 flat  NER=I-PER
left       leave      VERB  VBD 0 root
)"),
              ElementsAre("Peter Hart member-of Democratic"));
}

TEST(FactsOfficesTest, TheLeaderOfAPartyHoldsItsOffice) {
  EXPECT_THAT(facts(R"(
Labour   Labour   PROPN NNP 2 compound NER=B-ORG
leader   leader   NOUN  NN  3 nmod:desc
Keir     Keir     PROPN NNP 5 nsubj NER=B-PER
Starmer  Starmer  PROPN NNP 3 flat  NER=I-PER
left     leave    VERB  VBD 0 root
)"),
              ElementsAre("Keir Starmer holds-position Labour (leader)"));
}

std::vector<std::string> secretary_who_left(std::string_view country) {
  return facts(R"(
Rice      Rice      PROPN NNP 7 nsubj NER=B-PER|SpaceAfter=No
,         ,         PUNCT ,   3 punct
secretary secretary NOUN  NN  1 appos
of        of        ADP   IN  5 case
state     state     NOUN  NN  3 nmod  SpaceAfter=No
,         ,         PUNCT ,   3 punct
left      leave     VERB  VBD 0 root
)" + std::string(country) +
               " " + std::string(country) + " PROPN NNP 7 obj NER=B-LOC");
}

TEST(FactsOfficesTest, ASecretaryOfStateIsOfTheUnitedStatesOrOfNoneNamed) {
  EXPECT_THAT(secretary_who_left("Iran"), IsEmpty());
  EXPECT_THAT(secretary_who_left("America"), ElementsAre("Rice holds-position United States (secretary of state)"));
}

TEST(FactsOfficesTest, HowLongIsNoPartOfTheTitle) {
  EXPECT_THAT(facts(R"(
Biden     Biden     PROPN NNP 11 nsubj NER=B-PER|SpaceAfter=No
,         ,         PUNCT ,   5 punct
American  american  ADJ   JJ  5 amod  NER=B-NORP
vice      vice      NOUN  NN  5 compound
president president NOUN  NN  1 appos
for       for       ADP   IN  9 case
nearly    nearly    ADV   RB  8 advmod
four      four      NUM   CD  9 nummod
years     year      NOUN  NNS 5 nmod  SpaceAfter=No
,         ,         PUNCT ,   5 punct
left      leave     VERB  VBD 0 root
)"),
              ElementsAre("Biden holds-position United States (vice president)"));
}

TEST(FactsOfficesTest, WhatIsDoneToAPresidentIsNoPartOfHisTitle) {
  const auto title_of = [](std::string_view participle) {
    return facts("Bush Bush PROPN NNP 2 nsubj NER=B-PER\nmet meet VERB VBD 0 root\n" + std::string(participle) +
                 R"( VERB VBG 4 amod
President   President   PROPN NNP 5 nmod:desc
Karzai      Karzai      PROPN NNP 2 obj  NER=B-PER
of          of          ADP   IN  7 case
Afghanistan Afghanistan PROPN NNP 5 nmod NER=B-LOC
)");
  };
  EXPECT_THAT(title_of("welcoming welcome"), ElementsAre("Karzai holds-position Afghanistan (President)"));
  EXPECT_THAT(title_of("acting act"), ElementsAre("Karzai holds-position Afghanistan (acting President)"));
}

TEST(FactsOfficesTest, TheKindOfABodyBeforeARoleIsTheBodyNamedLast) {
  EXPECT_THAT(facts(R"(
Nobel     Nobel     PROPN NNP 2 compound NER=B-ORG
Committee Committee PROPN NNP 3 nsubj    NER=I-ORG
voted     vote      VERB  VBD 0 root

Committee committee NOUN  NN  2 compound
chairman  chairman  NOUN  NN  3 nmod:desc
Jagland   Jagland   PROPN NNP 4 nsubj NER=B-PER
left      leave     VERB  VBD 0 root
)"),
              ElementsAre("Jagland holds-position Nobel Committee (chairman)"));
}

}  // namespace
}  // namespace actant
