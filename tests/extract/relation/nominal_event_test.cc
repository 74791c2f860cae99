#include "extract/relation/nominal_event.h"

#include <gtest/gtest.h>

#include "tests/extract/relation/event_fixture.h"

namespace actant {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using testing::events_of;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST(NominalEventsTest, OccasionTakesTheSubjectOfItsClause) {
  EXPECT_THAT(events_of(R"(
    Kerry   Kerry  PROPN NNP 2 nsubj NER=B-PER
    smiled  smile  VERB  VBD 0 root
    in      in     ADP   IN  5 case
    a       a      DET   DT  5 det
    meeting meeting NOUN NN  2 obl
    with    with   ADP   IN  7 case
    Lavrov  Lavrov PROPN NNP 5 nmod NER=B-PER
  )"),
              ElementsAre("Kerry met-with Lavrov"));
}

TEST(NominalEventsTest, DisplacedPhraseIsFound) {
  EXPECT_THAT(events_of(R"(
    Praise  praise  NOUN  NN  8 nsubj
    of      of      ADP   IN  4 case
    the     the     DET   DT  4 det
    support support NOUN  NN  1 nmod
    of      of      ADP   IN  6 case
    Iran    Iran    PROPN NNP 4 nmod NER=B-LOC
    for     for     ADP   IN  8 case
    Syria   Syria   PROPN NNP 6 nmod NER=B-LOC
  )"),
              Contains("Iran supports Syria"));
}

TEST(NominalEventsTest, SupportersSupport) {
  EXPECT_THAT(events_of(R"(
    Chavez     Chavez    PROPN NNP 2 compound NER=B-PER
    supporters supporter NOUN  NNS 3 nsubj
    cheered    yawn      VERB  VBD 0 root
  )"),
              ElementsAre("Chavez supporters supports Chavez"));
}

TEST(NominalEventsTest, EventBeforeAWrapperNoun) {
  EXPECT_THAT(events_of(R"(
    Egypt     Egypt     PROPN NNP 2 nsubj NER=B-LOC
    began     begin     VERB  VBD 0 root
    mediation mediation NOUN  NN  4 compound
    efforts   effort    NOUN  NNS 2 obj
    with      with      ADP   IN  6 case
    Hamas     Hamas     PROPN NNP 4 nmod NER=B-ORG
  )"),
              ElementsAre("Egypt met-with Hamas"));
}

TEST(NominalEventsTest, DealsWithTwoAreNoDealBetweenThem) {
  EXPECT_THAT(events_of(R"(
    Deals   deal    NOUN  NNS 6 nsubj
    with    with    ADP   IN  3 case
    Albania Albania PROPN NNP 1 nmod NER=B-LOC
    and     and     CCONJ CC  5 cc
    France  France  PROPN NNP 3 conj NER=B-LOC
    work    work    VERB  VBP 0 root
  )"),
              IsEmpty());
}

TEST(NominalEventsTest, WhoClaimsResponsibilityDidIt) {
  EXPECT_THAT(events_of(R"(
    Hamas          Hamas          PROPN NNP 2 nsubj NER=B-ORG
    claimed        claim          VERB  VBD 0 root
    responsibility responsibility NOUN  NN  2 obj
    for            for            ADP   IN  6 case
    the            the            DET   DT  6 det
    attack         attack         NOUN  NN  3 nmod
    on             on             ADP   IN  8 case
    Haifa          Haifa          PROPN NNP 6 nmod NER=B-LOC
  )"),
              Contains("Hamas attacked Haifa"));
}

TEST(NominalEventsTest, DemandThatNamesWhoIsAsked) {
  EXPECT_THAT(events_of(R"(
    Hamas      Hamas     PROPN NNP 2 nsubj NER=B-ORG
    repeated   repeat    VERB  VBD 0 root
    its        its       PRON  PRP$ 4 nmod:poss
    demand     demand    NOUN  NN  2 obj
    that       that      SCONJ IN  7 mark
    Israel     Israel    PROPN NNP 7 nsubj NER=B-LOC
    leave      leave     VERB  VB  4 acl
  )"),
              Contains("Hamas requested Israel"));
}

TEST(NominalEventsTest, RejectedTalksAreARejection) {
  EXPECT_THAT(events_of(R"(
    Iran     Iran     PROPN NNP 2 nsubj NER=B-LOC
    rejected reject   VERB  VBD 0 root
    talks    talk     NOUN  NNS 2 obj
    with     with     ADP   IN  5 case
    Israel   Israel   PROPN NNP 3 nmod NER=B-LOC
  )"),
              Contains("Iran rejected Israel"));
}

TEST(NominalEventsTest, LabourStrikeIsNoAttack) {
  EXPECT_THAT(events_of(R"(
    Lufthansa Lufthansa PROPN NNP 2 nsubj NER=B-ORG
    faced     face      VERB  VBD 0 root
    a         a         DET   DT  5 det
    general   general   ADJ   JJ  5 amod
    strike    strike    NOUN  NN  2 obj
    by        by        ADP   IN  7 case
    Verdi     Verdi     PROPN NNP 5 nmod NER=B-ORG
  )"),
              ::testing::Not(Contains("Verdi attacked Lufthansa")));
}

TEST(NominalEventsTest, CallForSanctionsIsAStance) {
  EXPECT_THAT(events_of(R"(
    France    France   PROPN NNP 2 nsubj NER=B-LOC
    called    call     VERB  VBD 0 root
    for       for      ADP   IN  4 case
    sanctions sanction NOUN  NNS 2 obl
    against   against  ADP   IN  6 case
    Iran      Iran     PROPN NNP 4 nmod NER=B-LOC
  )"),
              ElementsAre("France accused Iran"));
}

TEST(NominalEventsTest, FightingReportedBetweenTwo) {
  EXPECT_THAT(events_of(R"(
    Fighting fighting NOUN  NN  3 nsubj:pass
    was      be       AUX   VBD 3 aux:pass
    reported report   VERB  VBN 0 root
    between  between  ADP   IN  5 case
    Hamas    Hamas    PROPN NNP 3 obl NER=B-ORG
    and      and      CCONJ CC  7 cc
    Fatah    Fatah    PROPN NNP 5 conj NER=B-ORG
  )"),
              UnorderedElementsAre("Hamas attacked Fatah", "Fatah attacked Hamas"));
}

TEST(NominalEventsTest, TalksInvolvingSeveral) {
  EXPECT_THAT(events_of(R"(
    Talks     talk    NOUN  NNS 6 nsubj
    involving involve VERB  VBG 1 acl
    China     China   PROPN NNP 2 obj NER=B-LOC
    and       and     CCONJ CC  5 cc
    Japan     Japan   PROPN NNP 3 conj NER=B-LOC
    failed    fail    VERB  VBD 0 root
  )"),
              Contains(::testing::StartsWith("China met-with Japan")));
}

TEST(NominalEventsTest, AVisitThatEndedTookPlace) {
  EXPECT_THAT(events_of(R"(
    Rice    Rice    PROPN NNP 2 nsubj NER=B-PER
    ended   end     VERB  VBD 0 root
    a       a       DET   DT  4 det
    visit   visit   NOUN  NN  2 obj
    to      to      ADP   IN  6 case
    Lebanon Lebanon PROPN NNP 4 nmod NER=B-LOC
  )"),
              ElementsAre("Rice visited Lebanon"));
}

TEST(NominalEventsTest, APoliticalBattleIsNoAttack) {
  EXPECT_THAT(events_of(R"(
    Bush      Bush      PROPN NNP 4 nsubj NER=B-PER
    and       and       CCONJ CC  3 cc
    Reid      Reid      PROPN NNP 1 conj NER=B-PER
    waged     wage      VERB  VBD 0 root
    a         a         DET   DT  7 det
    political political ADJ   JJ  7 amod
    battle    battle    NOUN  NN  4 obj
  )"),
              IsEmpty());
}

TEST(NominalEventsTest, DaysOfTalksAreTalks) {
  EXPECT_THAT(events_of(R"(
    Iran  Iran  PROPN NNP 4 nsubj NER=B-LOC
    and   and   CCONJ CC  3 cc
    India India PROPN NNP 1 conj NER=B-LOC
    began begin VERB  VBD 0 root
    two   two   NUM   CD  6 nummod
    days  day   NOUN  NNS 4 obj
    of    of    ADP   IN  8 case
    talks talk  NOUN  NNS 6 nmod
  )"),
              ElementsAre("Iran met-with India"));
}

TEST(NominalEventsTest, FollowingIsAPreposition) {
  EXPECT_THAT(events_of(R"(
    Kerry     Kerry  PROPN NNP 2 nsubj NER=B-PER
    smiled    smile  VERB  VBD 0 root
    following follow VERB  VBG 4 case
    talks     talk   NOUN  NNS 2 obl
    with      with   ADP   IN  6 case
    Lavrov    Lavrov PROPN NNP 4 nmod NER=B-PER
  )"),
              ElementsAre("Kerry met-with Lavrov"));
}

TEST(NominalEventsTest, TripNamedByItsCountry) {
  EXPECT_THAT(events_of(R"(
    Rice    Rice  PROPN NNP 2 nsubj NER=B-PER
    began   begin VERB  VBD 0 root
    a       a     DET   DT  5 det
    Saudi   Saudi PROPN NNP 5 amod NER=B-LOC
    trip    trip  NOUN  NN  2 obj
  )"),
              ElementsAre("Rice visited Saudi"));
}

TEST(NominalEventsTest, WhatIsListedAmongCrimesIsDoneByWhoseTheyAre) {
  EXPECT_THAT(events_of(R"(
    Smith     Smith     PROPN NNP 2 nsubj NER=B-PER
    saw       see       VERB  VBD 0 root
    Syria     Syria     PROPN NNP 5 nmod:poss NER=B-LOC
    's        's        PART  POS 3 case
    crimes    crime     NOUN  NNS 2 obj
    ,         ,         PUNCT ,   9 punct
    including include   VERB  VBG 9 case
    the       the       DET   DT  9 det
    killing   killing   NOUN  NN  5 nmod
    of        of        ADP   IN  11 case
    Jones     Jones     PROPN NNP 9 nmod NER=B-PER
  )"),
              Contains("Syria attacked Jones"));
}

TEST(NominalEventsTest, DeedsInAListHaveOneDoer) {
  EXPECT_THAT(events_of(R"(
    Syria     Syria     PROPN NNP 3 nmod:poss NER=B-LOC
    's        's        PART  POS 1 case
    crimes    crime     NOUN  NNS 0 root
    including include   VERB  VBG 5 mark
    bombing   bomb      VERB  VBG 3 acl
    Idlib     Idlib     PROPN NNP 5 obj NER=B-LOC
    and       and       CCONJ CC  9 cc
    the       the       DET   DT  9 det
    killing   killing   NOUN  NN  5 conj
    of        of        ADP   IN  11 case
    Jones     Jones     PROPN NNP 9 nmod NER=B-PER
  )"),
              UnorderedElementsAre("Syria attacked Idlib", "Syria attacked Jones"));
}

TEST(NominalEventsTest, APhraseOnAVerbOfPraiseBelongsToItsObject) {
  EXPECT_THAT(events_of(R"(
    Smith      Smith      PROPN NNP 2 nsubj NER=B-PER
    praised    praise     VERB  VBD 0 root
    the        the        DET   DT  4 det
    solidarity solidarity NOUN  NN  2 obj
    of         of         ADP   IN  6 case
    Yemen      Yemen      PROPN NNP 4 nmod NER=B-LOC
    with       with       ADP   IN  8 case
    Hamas      Hamas      PROPN NNP 2 obl NER=B-ORG
  )"),
              Contains("Yemen supports Hamas"));
}

}  // namespace
}  // namespace actant
