#include "extract/entity/name_finder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/support/conllu.h"

namespace actant {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using Names = std::vector<std::pair<std::string, EntityType>>;

/// Text and type of the names that are found; each of the recognizer has the probability `score`.
Names names_of(std::string_view conllu, float score = 1.0f) {
  Document document = testing::parse_conllu(conllu);
  for (Mention& mention : document.mentions) mention.score = score;
  NameFinder().find(document);
  Names names;
  for (const Mention& mention : document.mentions) {
    names.emplace_back(std::string(document.text_of(mention.span)), mention.type);
  }
  return names;
}

constexpr std::string_view kTwoPlaces = R"(
flights   flight    NOUN  NNS 0 root
to        to        ADP   IN  4 case
san       san       PROPN NNP 4 compound NER=B-LOC
francisco francisco PROPN NNP 1 nmod     NER=I-LOC
california california PROPN NNP 4 nmod:unmarked NER=I-LOC
)";

TEST(NameFinderTest, APlaceWrittenSmallIsANameWhereTheRecognizerIsSure) {
  EXPECT_THAT(names_of(kTwoPlaces),
              ElementsAre(Pair("san francisco", EntityType::kPlace), Pair("california", EntityType::kPlace)));
  EXPECT_THAT(names_of(kTwoPlaces, 0.3f), IsEmpty());
}

TEST(NameFinderTest, ABodyWrittenSmallIsNoName) {
  EXPECT_THAT(names_of(R"(
a      a      DET   DT 2 det
canon  canon  PROPN NNP 0 root NER=B-ORG
)"),
              IsEmpty());
}

TEST(NameFinderTest, ACityAndItsStateAreTwoPlaces) {
  EXPECT_THAT(names_of(R"(
Sacramento Sacramento PROPN NNP 2 compound NER=B-LOC
Ca         Ca         PROPN NNP 0 root     NER=I-LOC
)"),
              ElementsAre(Pair("Sacramento", EntityType::kPlace), Pair("Ca", EntityType::kPlace)));
}

TEST(NameFinderTest, WhoeverIsToldToSaySomethingIsAName) {
  EXPECT_THAT(names_of(R"(
It         it         PRON  PRP 2 nsubj
failed     fail       VERB  VBD 0 root
according  accord     VERB  VBG 7 case
to         to         ADP   IN  3 fixed
the        the        DET   DT  7 det
Philippine Philippine PROPN NNP 7 amod
Star       Star       PROPN NNP 2 obl
)"),
              ::testing::Contains(Pair("Philippine Star", EntityType::kOrganization)));
}

TEST(NameFinderTest, APartOfACountryIsOnePlace) {
  for (const char* part : {"southern", "Upper", "French", "Nazi"}) {
    const std::string text = "\n" + std::string(part) + " x PROPN NNP 2 compound NER=B-LOC\n" +
                             "Lebanon Lebanon PROPN NNP 0 root NER=I-LOC\n";
    const Names names = names_of(text);
    ASSERT_EQ(names.size(), 1u) << part;
    EXPECT_EQ(names[0].first, std::string(part) + " Lebanon");
  }
}

TEST(NameFinderTest, PeopleInTheNameOfABodyStayInIt) {
  EXPECT_THAT(names_of(R"(
League League PROPN NNP  0 root NER=B-ORG
of     of     ADP   IN   4 case NER=I-ORG
Women  Woman  PROPN NNPS 4 compound NER=I-ORG
Voters Voter  PROPN NNPS 1 nmod NER=I-ORG
)"),
              ElementsAre(Pair("League of Women Voters", EntityType::kOrganization)));
  EXPECT_THAT(names_of(R"(
Jewish  Jewish  ADJ   NNP 2 amod NER=B-ORG
Fund    Fund    PROPN NNP 0 root NER=I-ORG
for     for     ADP   IN  4 case NER=I-ORG
Justice Justice PROPN NNP 2 nmod NER=I-ORG
)"),
              ElementsAre(Pair("Jewish Fund for Justice", EntityType::kOrganization)));
}

TEST(NameFinderTest, ThoseWhoBelongToABodyStayOutside) {
  EXPECT_THAT(names_of(R"(
Islamic  Islamic ADJ   NNP 2 amod NER=B-ORG
State    State   PROPN NNP 3 compound NER=I-ORG
fighters fighter NOUN  NNS 0 root NER=I-ORG
)"),
              ElementsAre(Pair("Islamic State", EntityType::kOrganization)));
}

TEST(NameFinderTest, WhatStandsBehindAPrepositionDoesNotSayTheKind) {
  EXPECT_THAT(names_of(R"(
Sons       Son        PROPN NNPS 0 root NER=B-ORG
of         of         ADP   IN   5 case NER=I-ORG
the        the        DET   DT   5 det  NER=I-ORG
American   American   ADJ   NNP  5 amod NER=I-ORG
Revolution Revolution PROPN NNP  1 nmod NER=I-ORG
)")
                  .front(),
              Pair("Sons of the American Revolution", EntityType::kOrganization));
}

TEST(NameFinderTest, AnElectionMayBeginWithItsMonth) {
  EXPECT_THAT(names_of(R"(
February February PROPN NNP 4 compound NER=B-EVENT
1974     1974     NUM   CD  1 nummod   NER=I-EVENT
general  general  ADJ   JJ  4 amod     NER=I-EVENT
election election NOUN  NN  0 root     NER=I-EVENT
)"),
              ElementsAre(Pair("February 1974 general election", EntityType::kEvent)));
}

TEST(NameFinderTest, AnAddressIsNoName) {
  EXPECT_THAT(names_of("\nJane@example.com x PROPN NNP 0 root NER=B-PER\n"), IsEmpty());
  EXPECT_THAT(names_of("\nExample.Com x PROPN NNP 0 root NER=B-ORG\n"), IsEmpty());
}

TEST(NameFinderTest, AShopIsCalledAfterItsOwner) {
  constexpr std::string_view kText = R"(
Max    Max  PROPN NNP 3 nmod:poss NER=B-LOC|SpaceAfter=No
's     's   PART  POS 1 case      NER=I-LOC
opened open VERB  VBD 0 root
)";
  EXPECT_THAT(names_of(kText), ElementsAre(Pair("Max's", EntityType::kPlace)));
  EXPECT_THAT(names_of(R"(
Iran    Iran    PROPN NNP 3 nmod:poss NER=B-LOC|SpaceAfter=No
's      's      PART  POS 1 case      NER=I-LOC
capital capital NOUN  NN  0 root
)"),
              ElementsAre(Pair("Iran", EntityType::kPlace)));
}

TEST(NameFinderTest, AnAdjectiveJoinedToAnotherIsAPlaceToo) {
  EXPECT_THAT(names_of(R"(
Gabonese Gabonese ADJ   JJ  4 amod NER=B-NORP
and      and      CCONJ CC  3 cc
Estonian Estonian ADJ   JJ  1 conj
teams    team     NOUN  NNS 0 root
)"),
              ElementsAre(Pair("Gabonese", EntityType::kPlace), Pair("Estonian", EntityType::kPlace)));
}

TEST(NameFinderTest, AKnownNameIsFoundWhateverTheTaggerSaysOfItsFirstWord) {
  EXPECT_THAT(names_of(R"(
United  unite   VERB  NNP 2 amod
Nations Nations PROPN NNPS 3 nsubj
met     meet    VERB  VBD 0 root
)"),
              ElementsAre(Pair("United Nations", EntityType::kOrganization)));
}

TEST(NameFinderTest, ThePeopleOfARegionBelongToTheNameOfTheirBody) {
  EXPECT_THAT(
      names_of(R"(
Korean  Korean  ADJ   JJ  4 amod NER=B-NORP
Central Central ADJ   NNP 4 amod NER=B-ORG
News    News    PROPN NNP 4 compound NER=I-ORG
Agency  Agency  PROPN NNP 0 root NER=I-ORG
)"),
      ElementsAre(Pair("Korean Central News Agency", EntityType::kOrganization), Pair("Korean", EntityType::kPlace)));
}

TEST(NameFinderTest, ATitleBehindAForenameIsPartOfTheName) {
  EXPECT_THAT(names_of(R"(
Muhammad Muhammad PROPN NNP 4 nsubj NER=B-PER
Sheikh   Sheikh   PROPN NNP 1 flat  NER=I-PER
Khalil   Khalil   PROPN NNP 1 flat  NER=I-PER
left     leave    VERB  VBD 0 root
)"),
              ElementsAre(Pair("Muhammad Sheikh Khalil", EntityType::kPerson)));
}

}  // namespace
}  // namespace actant
