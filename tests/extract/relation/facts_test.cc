#include "extract/relation/facts.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "extract/relation/office.h"
#include "tests/extract/relation/fact_fixture.h"

namespace actant {
namespace {

using testing::facts;

TEST(FactStageTest, TitleBeforeANameGivesThePositionWithoutTheCountry) {
  EXPECT_EQ(facts(R"(
Russian russian ADJ JJ 3 amod NER=B-NORP
Foreign foreign ADJ NNP 3 amod
Minister Minister PROPN NNP 4 nmod:desc
Lavrov Lavrov PROPN NNP 5 nsubj NER=B-PER
left leave VERB VBD 0 root SpaceAfter=No
. . PUNCT . 5 punct
)"),
            std::vector<std::string>{"Lavrov holds-position Russia (Foreign Minister)"});
}

TEST(FactStageTest, TheCountryMayFollowTheName) {
  EXPECT_EQ(facts(R"(
President President PROPN NNP 2 nmod:desc
Macron Macron PROPN NNP 5 nsubj NER=B-PER
of of ADP IN 4 case
France France PROPN NNP 2 nmod NER=B-LOC
left leave VERB VBD 0 root SpaceAfter=No
. . PUNCT . 5 punct
)"),
            std::vector<std::string>{"Macron holds-position France (President)"});
}

TEST(FactStageTest, AppositionNamesOfficeAndBody) {
  EXPECT_EQ(facts(R"(
Votel Votel PROPN NNP 8 nsubj NER=B-PER SpaceAfter=No
, , PUNCT , 3 punct
commander commander NOUN NN 1 appos
of of ADP IN 6 case
Central Central PROPN NNP 6 compound NER=B-ORG
Command Command PROPN NNP 3 nmod NER=I-ORG SpaceAfter=No
, , PUNCT , 3 punct
left leave VERB VBD 0 root SpaceAfter=No
. . PUNCT . 8 punct
)"),
            std::vector<std::string>{"Votel holds-position Central Command (commander)"});
}

TEST(FactStageTest, OfTwoJoinedOfficesEachKeepsItsOwnBody) {
  // The parser joined `head` to `bureau` and hung `Hezbollah` on `member`.
  EXPECT_EQ(facts(R"(
Votel Votel PROPN NNP 12 nsubj NER=B-PER SpaceAfter=No
, , PUNCT , 3 punct
member member NOUN NN 1 appos
of of ADP IN 6 case
the the DET DT 6 det
Assembly Assembly PROPN NNP 3 nmod NER=B-ORG
and and CCONJ CC 8 cc
head head NOUN NN 6 conj
of of ADP IN 10 case
Hezbollah Hezbollah PROPN NNP 3 nmod NER=B-ORG SpaceAfter=No
, , PUNCT , 3 punct
left leave VERB VBD 0 root SpaceAfter=No
. . PUNCT . 12 punct
)"),
            (std::vector<std::string>{"Votel holds-position Hezbollah (head)", "Votel member-of Assembly"}));
}

TEST(FactStageTest, CityBeforeItsCountryLiesThere) {
  EXPECT_EQ(facts(R"(
Rice Rice PROPN NNP 2 nsubj NER=B-PER
landed land VERB VBD 0 root
in in ADP IN 4 case
Berlin Berlin PROPN NNP 2 obl NER=B-LOC SpaceAfter=No
, , PUNCT , 6 punct
Germany Germany PROPN NNP 4 nmod:unmarked NER=B-LOC SpaceAfter=No
. . PUNCT . 2 punct
)"),
            std::vector<std::string>{"Berlin located-in Germany"});
}

TEST(FactStageTest, AcronymInBracketsIsAnotherName) {
  EXPECT_EQ(facts(R"(
Southern Southern PROPN NNP 3 amod NER=B-ORG
Democratic Democratic PROPN NNP 3 amod NER=I-ORG
Front Front PROPN NNP 7 nsubj NER=I-ORG
( ( PUNCT -LRB- 5 punct SpaceAfter=No
SDF SDF PROPN NNP 3 appos NER=B-ORG SpaceAfter=No
) ) PUNCT -RRB- 5 punct
advanced advance VERB VBD 0 root SpaceAfter=No
. . PUNCT . 7 punct
)"),
            std::vector<std::string>{"Southern Democratic Front also-known-as SDF"});
}

TEST(FactStageTest, ForcesOfACountryArePartOfIt) {
  EXPECT_EQ(facts(R"(
Russian russian ADJ JJ 2 amod NER=B-NORP
troops troops NOUN NNS 3 nsubj
slept sleep VERB VBD 0 root SpaceAfter=No
. . PUNCT . 3 punct
)"),
            std::vector<std::string>{"Russian troops part-of Russia"});
}

TEST(FactStageTest, WhoBelongsToABodyIsItsMember) {
  EXPECT_EQ(facts(R"(
Lopez Lopez PROPN NNP 2 nsubj NER=B-PER
belongs belong VERB VBZ 0 root
to to ADP IN 6 case
the the DET DT 6 det
Green Green PROPN NNP 6 compound NER=B-ORG
Party Party PROPN NNP 2 obl NER=I-ORG SpaceAfter=No
. . PUNCT . 2 punct
)"),
            std::vector<std::string>{"Lopez member-of Green Party"});
}

TEST(FactStageTest, BecomingAnOfficeGivesThePosition) {
  EXPECT_EQ(facts(R"(
Hassan Hassan PROPN NNP 2 nsubj NER=B-PER
became become VERB VBD 0 root
president president NOUN NN 2 xcomp
of of ADP IN 5 case
Yemen Yemen PROPN NNP 3 nmod NER=B-LOC SpaceAfter=No
. . PUNCT . 2 punct
)"),
            std::vector<std::string>{"Hassan holds-position Yemen (president)"});
}

TEST(FactStageTest, MosqueOfACityLiesThere) {
  EXPECT_EQ(facts(R"(
Mecca Mecca PROPN NNP 4 nmod:poss NER=B-LOC SpaceAfter=No
's 's PART POS 1 case
Grand Grand PROPN NNP 4 compound NER=B-LOC
Mosque Mosque PROPN NNP 5 nsubj NER=I-LOC
burned burn VERB VBD 0 root SpaceAfter=No
. . PUNCT . 5 punct
)"),
            std::vector<std::string>{"Grand Mosque located-in Mecca"});
}

TEST(FactStageTest, AComplementThatHangsOnTheNameStaysInTheTitle) {
  EXPECT_EQ(facts(R"(
American american ADJ JJ 2 amod NER=B-NORP
Secretary Secretary PROPN NNP 6 nsubj
of of ADP IN 5 case
State State PROPN NNP 5 nmod:desc
Rice Rice PROPN NNP 2 nmod NER=B-PER
left leave VERB VBD 0 root
)"),
            std::vector<std::string>{"Rice holds-position United States (Secretary of State)"});
}

TEST(FactStageTest, ARankNamesItsService) {
  EXPECT_EQ(facts(R"(
Navy Navy PROPN NNP 3 nmod:desc NER=B-ORG
Capt. Capt. PROPN NNP 3 nmod:desc
Jeff Jeff PROPN NNP 5 nsubj NER=B-PER
Davis Davis PROPN NNP 3 flat NER=I-PER
left leave VERB VBD 0 root
)"),
            std::vector<std::string>{"Jeff Davis holds-position Navy (Capt.)"});
}

TEST(FactStageTest, ABodyMayHangOnTheWordsBehindTheOffice) {
  EXPECT_EQ(facts(R"(
Maeena Maeena PROPN NNP 9 nsubj NER=B-PER SpaceAfter=No
, , PUNCT , 3 punct
editor editor NOUN NN 1 appos
at at ADP IN 5 case
large large NOUN NN 3 nmod
at at ADP IN 7 case
Reuters Reuters PROPN NNP 5 nmod NER=B-ORG SpaceAfter=No
, , PUNCT , 3 punct
left leave VERB VBD 0 root
)"),
            std::vector<std::string>{"Maeena holds-position Reuters (editor)"});
}

TEST(FactStageTest, APersonOfABodyIsItsMember) {
  EXPECT_EQ(facts(R"(
Galan Galan PROPN NNP 4 nsubj NER=B-PER
of of ADP IN 3 case
Hamas Hamas PROPN NNP 1 nmod NER=B-ORG
left leave VERB VBD 0 root
)"),
            std::vector<std::string>{"Galan member-of Hamas"});
}

TEST(FactStageTest, OfSeveralBodiesBesideAGroupOneMayBeNoNode) {
  EXPECT_EQ(facts(R"(
union union NOUN NN 4 compound
and and CCONJ CC 3 cc
Hamas Hamas PROPN NNP 1 conj NER=B-ORG
network network NOUN NN 5 nsubj NER=B-ORG
fell fall VERB VBD 0 root
)")
                .size(),
            0u);
}

TEST(FactStageTest, ASubsidiaryIsPartOfItsParent) {
  EXPECT_EQ(facts(R"(
Spitfire Spitfire PROPN NNP 4 nsubj NER=B-ORG
is be AUX VBZ 4 cop
a a DET DT 4 det
subsidiary subsidiary NOUN NN 0 root
of of ADP IN 6 case
Eagle Eagle PROPN NNP 4 nmod NER=B-ORG
)"),
            std::vector<std::string>{"Spitfire part-of Eagle"});
}

TEST(FactStageTest, TheMarriedAreRelated) {
  EXPECT_EQ(facts(R"(
Rice Rice PROPN NNP 3 nsubj:pass NER=B-PER
is be AUX VBZ 3 aux:pass
married marry VERB VBN 0 root
to to ADP IN 5 case
Smith Smith PROPN NNP 3 obl NER=B-PER
)"),
            std::vector<std::string>{"Rice related-to Smith (spouse)"});
}

// The parser may join the second role to the body of both: it is no further role of itself.
TEST(FactStageTest, AProfessionSaysWhereSomebodyComesFrom) {
  EXPECT_EQ(facts(R"(
American american ADJ JJ 2 amod NER=B-NORP
journalist journalist NOUN NN 3 nmod:desc
Carroll Carroll PROPN NNP 4 nsubj NER=B-PER
left leave VERB VBD 0 root SpaceAfter=No
. . PUNCT . 4 punct
)"),
            std::vector<std::string>{"Carroll citizen-of United States"});
}

TEST(FactStageTest, ADescriptionBehindACommaGivesThePositionWhateverRankFollows) {
  EXPECT_EQ(facts(R"(
Russia Russia PROPN NNP 3 nmod:poss NER=B-LOC|SpaceAfter=No
's 's PART POS 1 case
chief chief NOUN NN 7 nsubj SpaceAfter=No
, , PUNCT , 6 punct
General General PROPN NNP 6 nmod:desc
Baluyevsky Baluyevsky PROPN NNP 3 appos NER=B-PER
left leave VERB VBD 0 root SpaceAfter=No
. . PUNCT . 7 punct
)"),
            std::vector<std::string>{"Baluyevsky holds-position Russia (chief)"});
}

TEST(FactStageTest, ABodyThatModifiesTheSameNameIsServed) {
  EXPECT_EQ(facts(R"(
U.N. U.N. PROPN NNP 2 compound NER=B-ORG
Secretary Secretary PROPN NNP 4 nmod:desc
General General PROPN NNP 4 nmod:desc
Annan Annan PROPN NNP 5 nsubj NER=B-PER
left leave VERB VBD 0 root SpaceAfter=No
. . PUNCT . 5 punct
)"),
            std::vector<std::string>{"Annan holds-position U.N. (Secretary General)"});
}

TEST(FactStageTest, OfABodyNamedBehindANameTheWholeIsMeant) {
  const std::vector<std::string> found = facts(R"(
President President PROPN NNP 2 nmod:desc
Abbas Abbas PROPN NNP 7 nsubj NER=B-PER
of of ADP IN 6 case
the the DET DT 6 det
Palestinian palestinian ADJ JJ 6 amod NER=B-ORG
Authority Authority PROPN NNP 2 nmod NER=I-ORG
left leave VERB VBD 0 root SpaceAfter=No
. . PUNCT . 7 punct
)");
  EXPECT_EQ(std::count(found.begin(), found.end(), "Abbas holds-position Palestinian Authority (President)"), 1);
}

TEST(FactStageTest, ADistrictLiesInTheProvinceBehindTheComma) {
  EXPECT_EQ(facts(R"(
They they PRON PRP 2 nsubj
died die VERB VBD 0 root
in in ADP IN 5 case
Fazilka Fazilka PROPN NNP 5 compound
district district NOUN NN 2 obl SpaceAfter=No
, , PUNCT , 7 punct
Punjab Punjab PROPN NNP 5 appos NER=B-LOC SpaceAfter=No
. . PUNCT . 2 punct
)"),
            std::vector<std::string>{"Fazilka located-in Punjab"});
}

TEST(FactStageTest, ACapitalBeforeItsNameLiesInTheCountry) {
  EXPECT_EQ(facts(R"(
They they PRON PRP 2 nsubj
met meet VERB VBD 0 root
in in ADP IN 7 case
the the DET DT 7 det
Somali somali ADJ JJ 7 amod NER=B-NORP
capital capital NOUN NN 7 compound
Mogadishu Mogadishu PROPN NNP 2 obl NER=B-LOC SpaceAfter=No
. . PUNCT . 2 punct
)"),
            std::vector<std::string>{"Mogadishu located-in Somalia"});
}

TEST(FactStageTest, WhosePresidentSomebodyIsSaysTheCountrySpokenOfAround) {
  // Iran is named more often, where one goes to.
  const std::vector<std::string> found = facts(R"(
Iraq Iraq PROPN NNP 2 nmod:poss NER=B-LOC
government government NOUN NN 3 nsubj
says say VERB VBZ 0 root
President President PROPN NNP 5 nmod:desc
Talabani Talabani PROPN NNP 6 nsubj NER=B-PER
goes go VERB VBZ 3 ccomp
to to ADP IN 8 case
Iran Iran PROPN NNP 6 obl NER=B-LOC SpaceAfter=No
. . PUNCT . 3 punct

Iran Iran PROPN NNP 2 nsubj NER=B-LOC
waits wait VERB VBZ 0 root

Iran Iran PROPN NNP 2 nsubj NER=B-LOC
waits wait VERB VBZ 0 root
)");
  EXPECT_EQ(std::count(found.begin(), found.end(), "Talabani holds-position Iraq (President)"), 1);
}

TEST(FactStageTest, StatesInAListLieInNoOther) {
  EXPECT_EQ(facts(R"(
In in ADP IN 2 case
Colorado Colorado PROPN NNP 7 obl NER=B-LOC|SpaceAfter=No
, , PUNCT , 4 punct
Nebraska Nebraska PROPN NNP 2 appos NER=B-LOC
and and CCONJ CC 6 cc
Kansas Kansas PROPN NNP 2 conj NER=B-LOC
rained rain VERB VBD 0 root SpaceAfter=No
. . PUNCT . 7 punct
)"),
            std::vector<std::string>{});
}

TEST(FactStageTest, CountryBeforeANameWithoutAnOfficeIsItsHome) {
  EXPECT_EQ(facts(R"(
Norwegian norwegian ADJ JJ 3 amod NER=B-NORP
speedskater speedskater NOUN NN 3 nmod:desc
Votel Votel PROPN NNP 4 nsubj NER=B-PER
left leave VERB VBD 0 root SpaceAfter=No
. . PUNCT . 4 punct
)"),
            std::vector<std::string>{"Votel citizen-of Norway"});
  EXPECT_EQ(facts(R"(
Norway Norway PROPN NNP 3 nmod:poss NER=B-LOC SpaceAfter=No
's 's PART POS 1 case
Votel Votel PROPN NNP 4 nsubj NER=B-PER
left leave VERB VBD 0 root SpaceAfter=No
. . PUNCT . 4 punct
)"),
            std::vector<std::string>{"Votel citizen-of Norway"});
}

TEST(FactStageTest, PluralTitleIsThatOfEachName) {
  EXPECT_EQ(facts(R"(
Russian russian ADJ JJ 2 amod NER=B-NORP
ministers minister NOUN NNS 3 nmod:desc
Lavrov Lavrov PROPN NNP 6 nsubj NER=B-PER
and and CCONJ CC 5 cc
Votel Votel PROPN NNP 3 conj NER=B-PER
left leave VERB VBD 0 root SpaceAfter=No
. . PUNCT . 6 punct
)"),
            (std::vector<std::string>{"Lavrov holds-position Russia (ministers)",
                                      "Votel holds-position Russia (ministers)"}));
}

TEST(FactStageTest, SuccessorAndPredecessorHaveTheOffice) {
  EXPECT_EQ(facts(R"(
Lavrov Lavrov PROPN NNP 2 nsubj NER=B-PER
succeeded succeed VERB VBD 0 root
Votel Votel PROPN NNP 2 obj NER=B-PER
as as ADP IN 5 case
president president NOUN NN 2 obl
of of ADP IN 7 case
Russia Russia PROPN NNP 5 nmod NER=B-LOC SpaceAfter=No
. . PUNCT . 2 punct
)"),
            (std::vector<std::string>{"Lavrov holds-position Russia (president)",
                                      "Votel holds-position Russia (president)"}));
}

TEST(FactStageTest, WeddingIsATieAndEngagementWithSomebodyIsNone) {
  const auto read = [](const char* noun, const char* with) {
    return facts(
        std::string("\nLavrov Lavrov PROPN NNP 3 nmod:poss NER=B-PER|SpaceAfter=No\n's 's PART POS 1 case\n") + noun +
        " " + noun + " NOUN NN 6 nsubj\n" + with + " " + with +
        " ADP IN 5 case\nVotel Votel PROPN NNP 3 nmod NER=B-PER\nended end VERB VBD 0 root SpaceAfter=No\n. . PUNCT . 6 punct\n");
  };
  EXPECT_EQ(read("marriage", "to"), std::vector<std::string>{"Lavrov related-to Votel (spouse)"});
  EXPECT_TRUE(read("engagement", "with").empty());
}

TEST(FactStageTest, TownsOfARegionLieInItAndNotInThemselves) {
  EXPECT_EQ(facts(R"(
He he PRON PRP 2 nsubj
left leave VERB VBD 0 root
the the DET DT 5 det
Iraqi iraqi ADJ JJ 5 amod NER=B-NORP
towns town NOUN NNS 2 obj
of of ADP IN 7 case
Mosul Mosul PROPN NNP 5 nmod NER=B-LOC
and and CCONJ CC 9 cc
Basra Basra PROPN NNP 7 conj NER=B-LOC SpaceAfter=No
. . PUNCT . 2 punct
)"),
            (std::vector<std::string>{"Mosul located-in Iraq", "Basra located-in Iraq"}));
}

TEST(FactStageTest, CountryInBracketsIsWhereAPlaceIs) {
  EXPECT_EQ(facts(R"(
Basra Basra PROPN NNP 5 nsubj NER=B-LOC
( ( PUNCT ( 3 punct SpaceAfter=No
Iraq Iraq PROPN NNP 1 appos NER=B-LOC|SpaceAfter=No
) ) PUNCT ) 3 punct
burned burn VERB VBD 0 root SpaceAfter=No
. . PUNCT . 5 punct
)"),
            std::vector<std::string>{"Basra located-in Iraq"});
}

TEST(OfficeReaderTest, RoleJoinedToItsOwnBodyIsNoOtherRole) {
  Document document = testing::parse_conllu(R"(
Votel Votel PROPN NNP 10 nsubj NER=B-PER SpaceAfter=No
, , PUNCT , 3 punct
professor professor NOUN NN 1 appos
and and CCONJ CC 5 cc
director director NOUN NN 8 conj
of of ADP IN 8 case
the the DET DT 8 det
Verdi Verdi PROPN NNP 3 nmod NER=B-ORG SpaceAfter=No
, , PUNCT , 3 punct
left leave VERB VBD 0 root SpaceAfter=No
. . PUNCT . 10 punct
)");
  EntityStage().process(document);
  OfficeReader reader;
  reader.reset(document);
  Office office;
  reader.read(4, kNone, office);  // `director`
  EXPECT_EQ(office.bodies.size(), 1u);
  EXPECT_TRUE(office.others.empty());
}

}  // namespace
}  // namespace actant
