#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/extract/relation/fact_fixture.h"

namespace actant {
namespace {

using ::testing::ElementsAre;
using testing::facts;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

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

TEST(FactsOfficesTest, AKnownPresidentTakesHisStateBeforeOthersAreJudgedByWhatIsSpokenOf) {
  EXPECT_THAT(facts(R"(
America   America   PROPN NNP 2 nsubj NER=B-LOC
says      say       VERB  VBZ 0 root
President President PROPN NNP 4 nmod:desc
Hugo      Hugo      PROPN NNP 6 nsubj NER=B-PER
Chavez    Chavez    PROPN NNP 4 flat  NER=I-PER
left      leave     VERB  VBD 2 ccomp
Venezuela Venezuela PROPN NNP 6 obj   NER=B-LOC

President President PROPN NNP 2 nmod:desc
Bush      Bush      PROPN NNP 3 nsubj NER=B-PER
waits     wait      VERB  VBZ 0 root
)",
                    "Voice of America"),
              UnorderedElementsAre("Hugo Chavez holds-position Venezuela (President)",
                                   "Bush holds-position United States (President)"));
}

TEST(FactsOfficesTest, AllMentionsOfAnOfficeSpeakForOneState) {
  EXPECT_THAT(facts(R"(
Iran      Iran      PROPN NNP 2 nsubj NER=B-LOC
says      say       VERB  VBZ 0 root
President President PROPN NNP 4 nmod:desc
Assad     Assad     PROPN NNP 5 nsubj NER=B-PER
left      leave     VERB  VBD 2 ccomp

Syria     Syria     PROPN NNP 2 nsubj NER=B-LOC
waits     wait      VERB  VBZ 0 root

Syria     Syria     PROPN NNP 2 nsubj NER=B-LOC
says      say       VERB  VBZ 0 root
President President PROPN NNP 4 nmod:desc
Assad     Assad     PROPN NNP 5 nsubj NER=B-PER
left      leave     VERB  VBD 2 ccomp

Syria     Syria     PROPN NNP 2 nsubj NER=B-LOC
waits     wait      VERB  VBZ 0 root
)"),
              ElementsAre("Assad holds-position Syria (President)"));
}

constexpr std::string_view kTwoCountries = R"(
Angola    Angola    PROPN NNP 2 nsubj NER=B-LOC
says      say       VERB  VBZ 0 root
President President PROPN NNP 4 nmod:desc
Pohamba   Pohamba   PROPN NNP 5 nsubj NER=B-PER
left      leave     VERB  VBD 2 ccomp
Namibia   Namibia   PROPN NNP 5 obj   NER=B-LOC
)";

TEST(FactsOfficesTest, APresidentIsOfTheStateThatItsNewspaperHasInItsName) {
  EXPECT_THAT(facts(kTwoCountries, "The Namibian"), ElementsAre("Pohamba holds-position Namibia (President)"));
  EXPECT_THAT(facts(kTwoCountries, "The Morning Herald"), ElementsAre("Pohamba holds-position Angola (President)"));
}

}  // namespace
}  // namespace actant
