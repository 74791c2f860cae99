#include "extract/relation/polarity.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

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

TEST(PolarityTest, YetToAndShortOfAreNotDone) {
  EXPECT_THAT(events_of(R"(
    Iran Iran PROPN NNP 2 nsubj NER=B-LOC
    has  have VERB  VBZ 0 root
    yet  yet  ADV   RB  2 advmod
    to   to   PART  TO  5 mark
    meet meet VERB  VB  2 xcomp
    Iraq Iraq PROPN NNP 5 obj   NER=B-LOC
  )"),
              ElementsAre("Iran met-with Iraq not"));
  EXPECT_THAT(events_of(R"(
    Iran    Iran   PROPN NNP 2 nsubj NER=B-LOC
    stopped stop   VERB  VBD 0 root
    short   short  ADJ   JJ  2 advmod
    of      of     SCONJ IN  5 mark
    bombing bomb   VERB  VBG 2 advcl
    Iraq    Iraq   PROPN NNP 5 obj   NER=B-LOC
  )"),
              ElementsAre("Iran attacked Iraq not"));
}

TEST(PolarityTest, WhatIsToldIsNotAskedFor) {
  EXPECT_THAT(events_of(R"(
    Libya     Libya    PROPN NNP 2 nsubj NER=B-LOC
    told      tell     VERB  VBD 0 root
    reporters reporter NOUN  NNS 2 iobj
    that      that     SCONJ IN  6 mark
    Iran      Iran     PROPN NNP 6 nsubj NER=B-LOC
    bombed    bomb     VERB  VBD 2 ccomp
    Iraq      Iraq     PROPN NNP 6 obj   NER=B-LOC
  )"),
              Contains("Iran attacked Iraq"));
}

TEST(PolarityTest, WhoWantsToThankHasThanked) {
  EXPECT_THAT(events_of(R"(
    I     I     PRON  PRP 2 nsubj NER=B-PER
    want  want  VERB  VBP 0 root
    to    to    PART  TO  4 mark
    thank thank VERB  VB  2 xcomp
    Iraq  Iraq  PROPN NNP 4 obj   NER=B-LOC
  )"),
              ElementsAre("I supports Iraq"));
}

TEST(PolarityTest, NotOnlyDeniesNothing) {
  EXPECT_THAT(events_of(R"(
    Iran Iran PROPN NNP 4 nsubj NER=B-LOC
    not  not  PART  RB  4 advmod
    only only ADV   RB  4 advmod
    met  meet VERB  VBD 0 root
    Iraq Iraq PROPN NNP 4 obj   NER=B-LOC
  )"),
              ElementsAre("Iran met-with Iraq"));
}

TEST(PolarityTest, ARejectedClaimIsDeniedAndAClaimWithoutEvidencePossible) {
  EXPECT_THAT(events_of(R"(
    Libya     Libya   PROPN NNP 2 nsubj NER=B-LOC
    dismissed dismiss VERB  VBD 0 root
    reports   report  NOUN  NNS 2 obj
    that      that    SCONJ IN  6 mark
    Iran      Iran    PROPN NNP 6 nsubj NER=B-LOC
    bombed    bomb    VERB  VBD 3 acl
    Iraq      Iraq    PROPN NNP 6 obj   NER=B-LOC
  )"),
              Contains("Iran attacked Iraq not"));
  EXPECT_THAT(events_of(R"(
    There    there    PRON  EX  2 expl
    is       be       VERB  VBZ 0 root
    no       no       DET   DT  4 det
    evidence evidence NOUN  NN  2 nsubj
    that     that     SCONJ IN  7 mark
    Iran     Iran     PROPN NNP 7 nsubj NER=B-LOC
    bombed   bomb     VERB  VBD 4 acl
    Iraq     Iraq     PROPN NNP 7 obj   NER=B-LOC
  )"),
              ElementsAre("Iran attacked Iraq possible"));
}

TEST(PolarityTest, DeniedShareInADeedAndFalsehood) {
  EXPECT_THAT(events_of(R"(
    Iran        Iran        PROPN NNP 2 nsubj NER=B-LOC
    denies      deny        VERB  VBZ 0 root
    involvement involvement NOUN  NN  2 obj
    in          in          SCONJ IN  5 mark
    bombing     bomb        VERB  VBG 3 acl
    Iraq        Iraq        PROPN NNP 5 obj   NER=B-LOC
  )"),
              Contains("Iran attacked Iraq not"));
  EXPECT_THAT(events_of(R"(
    It     it    PRON  PRP 3 expl
    is     be    AUX   VBZ 3 cop
    false  false ADJ   JJ  0 root
    that   that  SCONJ IN  6 mark
    Iran   Iran  PROPN NNP 6 nsubj NER=B-LOC
    bombed bomb  VERB  VBD 3 csubj
    Iraq   Iraq  PROPN NNP 6 obj   NER=B-LOC
  )"),
              ElementsAre("Iran attacked Iraq not"));
}

TEST(PolarityTest, RefusingToCondemnRejectsNobodyAndAVowIsNoThreat) {
  EXPECT_THAT(events_of(R"(
    Iran    Iran    PROPN NNP 2 nsubj NER=B-LOC
    refused refuse  VERB  VBD 0 root
    to      to      PART  TO  4 mark
    condemn condemn VERB  VB  2 xcomp
    Iraq    Iraq    PROPN NNP 4 obj   NER=B-LOC
  )"),
              ElementsAre("Iran accused Iraq not"));
  EXPECT_THAT(events_of(R"(
    Iran    Iran    PROPN NNP 2 nsubj NER=B-LOC
    vowed   vow     VERB  VBD 0 root
    to      to      PART  TO  4 mark
    support support VERB  VB  2 xcomp
    Iraq    Iraq    PROPN NNP 4 obj   NER=B-LOC
  )"),
              ElementsAre("Iran supports Iraq planned"));
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

// `gathered to protest X`: events of that verb of motion with that infinitive.
std::vector<std::string> events_of_purpose(const std::string& auxiliary, const std::string& verb,
                                           const std::string& infinitive) {
  const std::string head = auxiliary.empty() ? "2" : "3", purpose = auxiliary.empty() ? "4" : "5";
  return events_of("Hamas Hamas PROPN NNP " + head + " nsubj NER=B-ORG\n" +
                   (auxiliary.empty() ? "" : auxiliary + " AUX MD 3 aux\n") + verb + " 0 root\nto to PART TO " +
                   purpose + " mark\n" + infinitive + " VERB VB " + head + " advcl\nNetanyahu Netanyahu PROPN NNP " +
                   purpose + " obj NER=B-PER");
}

TEST(PolarityTest, WhoGathersToProtestProtestsAndWhoGoesToMeetIsGoingTo) {
  EXPECT_THAT(events_of_purpose("", "gathered gather VERB VBD", "protest protest"),
              ElementsAre("Hamas protested Netanyahu"));
  EXPECT_THAT(events_of_purpose("will will", "march march VERB VB", "protest protest"),
              Contains("Hamas protested Netanyahu planned"));
  EXPECT_THAT(events_of_purpose("", "went go VERB VBD", "meet meet"), ElementsAre("Hamas met-with Netanyahu planned"));
}

TEST(PolarityTest, WhatIsAskedWhetherItHoldsIsPossible) {
  EXPECT_THAT(events_of(R"(
    Did    do     AUX   VBD 3 aux
    Iran   Iran   PROPN NNP 3 nsubj NER=B-LOC
    attack attack VERB  VB  0 root
    Iraq   Iraq   PROPN NNP 3 obj   NER=B-LOC|SpaceAfter=No
    ?      ?      PUNCT .   3 punct
  )"),
              ElementsAre("Iran attacked Iraq possible"));
}

TEST(PolarityTest, WhatIsAskedWhyIsGranted) {
  EXPECT_THAT(events_of(R"(
    Why    why    ADV   WRB 4 advmod
    did    do     AUX   VBD 4 aux
    Iran   Iran   PROPN NNP 4 nsubj NER=B-LOC
    attack attack VERB  VB  0 root
    Iraq   Iraq   PROPN NNP 4 obj   NER=B-LOC|SpaceAfter=No
    ?      ?      PUNCT .   4 punct
  )"),
              ElementsAre("Iran attacked Iraq"));
}

TEST(PolarityTest, WhatOneLooksForwardToIsPlanned) {
  EXPECT_THAT(events_of(R"(
    Iran    Iran    PROPN NNP 2 nsubj NER=B-LOC
    looks   look    VERB  VBZ 0 root
    forward forward ADV   RB  2 compound:prt
    to      to      SCONJ IN  5 mark
    meeting meet    VERB  VBG 2 advcl
    Iraq    Iraq    PROPN NNP 5 obj   NER=B-LOC
  )"),
              ElementsAre("Iran met-with Iraq planned"));
}

}  // namespace
}  // namespace actant
