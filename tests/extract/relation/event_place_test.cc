#include "extract/relation/event_place.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "tests/extract/relation/event_fixture.h"

namespace actant {
namespace {

// The place that the first triple of the tree, or the first of the relation, gets from EventStage and PlaceStage, or
// "".
std::string place_in(std::string_view tree, std::optional<RelationType> relation = std::nullopt) {
  Document document = testing::parse_conllu(tree);
  testing::make_entities(document);
  EventStage().process(document);
  PlaceStage().process(document);
  const auto asked =
      std::ranges::find_if(document.triples, [&](const Triple& t) { return !relation || t.relation == *relation; });
  if (asked == document.triples.end()) return "no triple";
  const uint32_t place = asked->place;
  return place == kNone ? "" : std::string(document.entities[place].name);
}

TEST(PlaceStageTest, WhatIsDoneAtAGatheringIsDoneWhereItIsHeld) {
  EXPECT_EQ(place_in(R"(
    At       at       ADP   IN  3 case
    a        a        DET   DT  3 det
    rally    rally    NOUN  NN  7 obl
    in       in       ADP   IN  5 case
    Portland Portland PROPN NNP 3 nmod NER=B-LOC
    Trump    Trump    PROPN NNP 7 nsubj NER=B-PER
    praised  praise   VERB  VBD 0 root
    Hamas    Hamas    PROPN NNP 7 obj NER=B-ORG
  )"),
            "Portland");
}

TEST(PlaceStageTest, APlaceBehindANameIsWhereTheyMet) {
  EXPECT_EQ(place_in(R"(
    Kerry   Kerry   PROPN NNP 2 nsubj NER=B-PER
    met     meet    VERB  VBD 0 root
    Lavrov  Lavrov  PROPN NNP 2 obj NER=B-PER
    in      in      ADP   IN  5 case
    London  London  PROPN NNP 3 nmod NER=B-LOC
  )"),
            "London");
}

TEST(PlaceStageTest, ThePlaceOfAPeriodIsThatOfWhatBeginsInIt) {
  EXPECT_EQ(place_in(R"(
    In      in      ADP   IN  3 case
    recent  recent  ADJ   JJ  3 amod
    days    day     NOUN  NNS 7 obl
    in      in      ADP   IN  5 case
    London  London  PROPN NNP 3 nmod NER=B-LOC
    Kerry   Kerry   PROPN NNP 7 nsubj NER=B-PER
    began   begin   VERB  VBD 0 root
    meeting meet    VERB  VBG 7 xcomp
    Lavrov  Lavrov  PROPN NNP 8 obj NER=B-PER
  )"),
            "London");
}

TEST(PlaceStageTest, TheFinestNameOfASiteCounts) {
  EXPECT_EQ(place_in(R"(
    Hamas    Hamas    PROPN NNP 2 nsubj NER=B-ORG
    attacked attack   VERB  VBD 0 root
    Fatah    Fatah    PROPN NNP 2 obj NER=B-ORG
    in       in       ADP   IN  7 case
    a        a        DET   DT  7 det
    Panjwayi Panjwayi PROPN NNP 7 compound NER=B-LOC
    district district NOUN  NN  2 obl
    of       of       ADP   IN  9 case
    Kandahar Kandahar PROPN NNP 7 nmod NER=B-LOC
  )"),
            "Panjwayi");
}

TEST(PlaceStageTest, TheMeetingTellsLaterWhereItWas) {
  EXPECT_EQ(place_in(R"(
    Kerry   Kerry   PROPN NNP 2 nsubj NER=B-PER
    met     meet    VERB  VBD 0 root
    Lavrov  Lavrov  PROPN NNP 2 obj NER=B-PER

    After   after   ADP   IN  3 case
    the     the     DET   DT  3 det
    meeting meeting NOUN  NN  6 obl
    in      in      ADP   IN  5 case
    Paris   Paris   PROPN NNP 3 nmod NER=B-LOC
    rested  rest    VERB  VBD 0 root
  )"),
            "Paris");
}

TEST(PlaceStageTest, AnInterviewWithOthersDoesNotPlaceAMeeting) {
  EXPECT_EQ(place_in(R"(
    Kerry     Kerry     PROPN NNP 2 nsubj NER=B-PER
    met       meet      VERB  VBD 0 root
    Reuters   Reuters   PROPN NNP 2 obj NER=B-ORG

    In        in        ADP   IN  3 case
    an        a         DET   DT  3 det
    interview interview NOUN  NN  8 obl
    with      with      ADP   IN  5 case
    Bild      Bild      PROPN NNP 3 nmod NER=B-ORG
    in        in        ADP   IN  7 case
    Paris     Paris     PROPN NNP 3 nmod NER=B-LOC
    smiled    smile     VERB  VBD 0 root
  )"),
            "");
}

TEST(PlaceStageTest, WhatStandsBehindAnObjectIsNotWhereTheNextClauseHappens) {
  EXPECT_EQ(place_in(R"(
    Kerry     Kerry     PROPN NNP 2 nsubj NER=B-PER
    discussed discuss   VERB  VBD 0 root
    the       the       DET   DT  4 det
    crisis    crisis    NOUN  NN  2 obj
    in        in        ADP   IN  6 case
    Lebanon   Lebanon   PROPN NNP 2 obl NER=B-LOC
    and       and       CCONJ CC  8 cc
    praised   praise    VERB  VBD 2 conj
    Hamas     Hamas     PROPN NNP 8 obj NER=B-ORG
  )"),
            "");
}

TEST(PlaceStageTest, APlaceBelowWhoIsFoughtIsWhereTheyFight) {
  EXPECT_EQ(place_in(R"(
    Clashes clash   NOUN  NNS 6 nsubj
    between between ADP   IN  3 case
    Hamas   Hamas   PROPN NNP 1 nmod NER=B-ORG
    and     and     CCONJ CC  5 cc
    Fatah   Fatah   PROPN NNP 3 conj NER=B-ORG
    grew    grow    VERB  VBD 0 root
    in      in      ADP   IN  8 case
    Gaza    Gaza    PROPN NNP 6 obl  NER=B-LOC
  )"),
            "Gaza");
}

TEST(PlaceStageTest, WhoGoesSomewhereToDoItDoesItThere) {
  EXPECT_EQ(place_in(R"(
    Bush    Bush    PROPN NNP 2 nsubj NER=B-PER
    went    go      VERB  VBD 0 root
    to      to      ADP   IN  4 case
    Halifax Halifax PROPN NNP 2 obl  NER=B-LOC
    to      to      PART  TO  6 mark
    thank   thank   VERB  VB  2 advcl
    Canada  Canada  PROPN NNP 6 obj  NER=B-LOC
  )",
                     RelationType::kSupports),
            "Halifax");
}

TEST(PlaceStageTest, ACourtIsNoPlaceOfTheDeed) {
  EXPECT_EQ(place_in(R"(
    Interpol Interpol PROPN NNP 4 nsubj NER=B-ORG
    in       in       ADP   IN  3 case
    Lyon     Lyon     PROPN NNP 1 nmod NER=B-LOC
    arrested arrest   VERB  VBD 0 root
    Kerry    Kerry    PROPN NNP 4 obj  NER=B-PER
  )"),
            "");
}

}  // namespace
}  // namespace actant
