#include "extract/relation/polarity.h"

#include <gtest/gtest.h>

#include "tests/extract/relation/event_fixture.h"

namespace actant {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using testing::events_of;

TEST(PolarityTest, NotAndNeverNegate) {
  EXPECT_THAT(events_of(R"(
    Iran Iran PROPN NNP 4 nsubj NER=B-LOC
    did  do   AUX   VBD 4 aux
    n't  not  PART  RB  4 advmod
    meet meet VERB  VB  0 root
    Iraq Iraq PROPN NNP 4 obj   NER=B-LOC
  )"),
              ElementsAre("Iran met-with Iraq not"));
}

TEST(PolarityTest, AuxiliariesGiveTheModality) {
  EXPECT_THAT(events_of(R"(
    Iran Iran PROPN NNP 3 nsubj NER=B-LOC
    will will AUX   MD  3 aux
    meet meet VERB  VB  0 root
    Iraq Iraq PROPN NNP 3 obj   NER=B-LOC
  )"),
              ElementsAre("Iran met-with Iraq planned"));
  EXPECT_THAT(events_of(R"(
    Iran Iran PROPN NNP 3 nsubj NER=B-LOC
    may  may  AUX   MD  3 aux
    meet meet VERB  VB  0 root
    Iraq Iraq PROPN NNP 3 obj   NER=B-LOC
  )"),
              ElementsAre("Iran met-with Iraq possible"));
}

TEST(PolarityTest, DenialReachesIntoTheFiniteClause) {
  EXPECT_THAT(events_of(R"(
    Israel  Israel PROPN NNP 2 nsubj NER=B-LOC
    denied  deny   VERB  VBD 0 root
    that    that   SCONJ IN  5 mark
    it      it     PRON  PRP 5 expl
    bombed  bomb   VERB  VBD 2 ccomp
    Gaza    Gaza   PROPN NNP 5 obj NER=B-LOC
  )"),
              ElementsAre("Israel attacked Gaza not"));
}

TEST(PolarityTest, ConditionIsPossible) {
  EXPECT_THAT(events_of(R"(
    If      if     SCONJ IN  3 mark
    Israel  Israel PROPN NNP 3 nsubj NER=B-LOC
    attacks attack VERB  VBZ 6 advcl
    Iran    Iran   PROPN NNP 3 obj NER=B-LOC
    oil     oil    NOUN  NN  6 nsubj
    rises   rise   VERB  VBZ 0 root
  )"),
              ElementsAre("Israel attacked Iran possible"));
}

TEST(PolarityTest, PlannedNounAndNegatedNoun) {
  EXPECT_THAT(events_of(R"(
    France  France  PROPN NNP 2 nsubj NER=B-LOC
    planned plan    VERB  VBD 0 root
    talks   talk    NOUN  NNS 2 obj
    with    with    ADP   IN  5 case
    Spain   Spain   PROPN NNP 3 nmod NER=B-LOC
  )"),
              ElementsAre("France met-with Spain planned"));
  EXPECT_THAT(events_of(R"(
    France  France  PROPN NNP 2 nsubj NER=B-LOC
    held    hold    VERB  VBD 0 root
    no      no      DET   DT  4 det
    talks   talk    NOUN  NNS 2 obj
    with    with    ADP   IN  6 case
    Spain   Spain   PROPN NNP 4 nmod NER=B-LOC
  )"),
              ElementsAre("France met-with Spain not"));
}

TEST(PolarityTest, HavingTalksIsNoObligation) {
  EXPECT_THAT(events_of(R"(
    France  France  PROPN NNP 2 nsubj NER=B-LOC
    had     have    VERB  VBD 0 root
    talks   talk    NOUN  NNS 2 obj
    with    with    ADP   IN  5 case
    Spain   Spain   PROPN NNP 3 nmod NER=B-LOC
  )"),
              ElementsAre("France met-with Spain"));
}

TEST(PolarityTest, CoordinatedVerbsShareTheAuxiliary) {
  EXPECT_THAT(events_of(R"(
    Macron  Macron PROPN NNP 3 nsubj NER=B-PER
    will    will   AUX   MD  3 aux
    visit   visit  VERB  VB  0 root
    Spain   Spain  PROPN NNP 3 obj NER=B-LOC
    and     and    CCONJ CC  6 cc
    meet    meet   VERB  VB  3 conj
    Felipe  Felipe PROPN NNP 6 obj NER=B-PER
  )"),
              ElementsAre("Macron visited Spain planned", "Macron met-with Felipe planned"));
}

}  // namespace
}  // namespace actant
