#include "extract/relation/qualifier_stage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/relation/event_date.h"
#include "extract/relation/event_place.h"
#include "tests/extract/relation/event_fixture.h"

namespace actant {
namespace {

// The article of Friday, 22 November 2019, with its events, as the rules and then the choice leave them.
Document read(std::string_view tree) {
  Document document = testing::parse_conllu(tree);
  testing::make_entities(document);
  document.info.date = "2019-11-22";
  EventStage().process(document);
  PlaceStage().process(document);
  TimeStage times;
  times.process(document);
  QualifierStage(times).process(document);
  return document;
}

constexpr std::string_view kAttack = R"(
    Hamas    Hamas    PROPN NNP 3 nsubj NER=B-ORG
    has      have     AUX   VBZ 3 aux
    attacked attack   VERB  VBN 0 root
    Israel   Israel   PROPN NNP 3 obj NER=B-LOC
    .        .        PUNCT .   3 punct
)";

TEST(QualifierStageTest, TheNextSentenceTellsWhenTheLeadHappened) {
  const Document document = read(std::string(kAttack) + R"(
    The      the      DET   DT  2 det
    attack   attack   NOUN  NN  3 nsubj
    killed   kill     VERB  VBD 0 root
    three    three    NUM   CD  3 obj
    on       on       ADP   IN  6 case
    Monday   Monday   PROPN NNP 3 obl
    .        .        PUNCT .   3 punct
  )");
  ASSERT_FALSE(document.triples.empty());
  EXPECT_EQ(document.triples.front().relation, RelationType::kAttacked);
  EXPECT_EQ(document.triples.front().time, "2019-11-18");
}

TEST(QualifierStageTest, ADayOfSomethingElseIsNotThatOfTheEvent) {
  const Document document = read(std::string(kAttack) + R"(
    Jordan   Jordan   PROPN NNP 2 nsubj NER=B-LOC
    voted    vote     VERB  VBD 0 root
    in       in       ADP   IN  4 case
    2005     2005     NUM   CD  2 obl
    .        .        PUNCT .   2 punct
  )");
  ASSERT_FALSE(document.triples.empty());
  EXPECT_EQ(document.triples.front().time, "");
}

TEST(QualifierStageTest, WhatARuleSaysStays) {
  const Document document = read(R"(
    Kerry    Kerry    PROPN NNP 2 nsubj NER=B-PER
    met      meet     VERB  VBD 0 root
    Abbas    Abbas    PROPN NNP 2 obj NER=B-PER
    in       in       ADP   IN  5 case
    Doha     Doha     PROPN NNP 2 obl NER=B-LOC
    on       on       ADP   IN  7 case
    Monday   Monday   PROPN NNP 2 obl
    .        .        PUNCT .   2 punct

    He       he       PRON  PRP 2 nsubj
    spoke    speak    VERB  VBD 0 root
    in       in       ADP   IN  4 case
    Cairo    Cairo    PROPN NNP 2 obl NER=B-LOC
    on       on       ADP   IN  6 case
    Tuesday  Tuesday  PROPN NNP 2 obl
    .        .        PUNCT .   2 punct
  )");
  ASSERT_FALSE(document.triples.empty());
  EXPECT_EQ(document.triples.front().time, "2019-11-18");
  ASSERT_NE(document.triples.front().place, kNone);
  EXPECT_EQ(document.entities[document.triples.front().place].name, "Doha");
}

}  // namespace
}  // namespace actant
