#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/extract/relation/fact_fixture.h"

namespace actant {
namespace {

using ::testing::ElementsAre;
using testing::facts;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST(FactsStatesTest, AKnownPresidentTakesHisStateBeforeOthersAreJudgedByWhatIsSpokenOf) {
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

TEST(FactsStatesTest, AllMentionsOfAnOfficeSpeakForOneState) {
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

TEST(FactsStatesTest, APresidentIsOfTheStateThatItsNewspaperHasInItsName) {
  EXPECT_THAT(facts(kTwoCountries, "The Namibian"), ElementsAre("Pohamba holds-position Namibia (President)"));
  EXPECT_THAT(facts(kTwoCountries, "The Morning Herald"), ElementsAre("Pohamba holds-position Angola (President)"));
}

TEST(FactsStatesTest, PartsOfACountryThatIsNotNamedSpeakOfItAndNotOfAnother) {
  const auto president_who_left_for_iran = [](std::string_view place) {
    return facts(std::string(place) + " " + std::string(place) + R"( PROPN NNP 2 nsubj NER=B-LOC
says      say       VERB  VBZ 0 root
President President PROPN NNP 4 nmod:desc
Bush      Bush      PROPN NNP 5 nsubj NER=B-PER
left      leave     VERB  VBD 2 ccomp
for       for       ADP   IN  7 case
Iran      Iran      PROPN NNP 5 obl   NER=B-LOC
)");
  };
  EXPECT_THAT(president_who_left_for_iran("California"), IsEmpty());
  EXPECT_THAT(president_who_left_for_iran("Isfahan"), ElementsAre("Bush holds-position Iran (President)"));
}

}  // namespace
}  // namespace actant
