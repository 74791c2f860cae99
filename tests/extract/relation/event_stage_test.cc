#include "extract/relation/event_stage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/extract/relation/event_fixture.h"

namespace actant {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using testing::events_of;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

TEST(EventStageTest, TransitiveVerb) {
  EXPECT_THAT(events_of(R"(
    Iran    Iran    PROPN NNP 2 nsubj NER=B-LOC
    praised praise  VERB  VBD 0 root
    Hamas   Hamas   PROPN NNP 2 obj   NER=B-ORG
  )"),
              ElementsAre("Iran supports Hamas"));
}

TEST(EventStageTest, PassiveAgentIsTheSubject) {
  EXPECT_THAT(events_of(R"(
    Gaza   Gaza   PROPN NNP 3 nsubj:pass NER=B-LOC
    was    be     AUX   VBD 3 aux:pass
    bombed bomb   VERB  VBN 0 root
    by     by     ADP   IN  5 case
    Israel Israel PROPN NNP 3 obl:agent  NER=B-LOC
  )"),
              ElementsAre("Israel attacked Gaza"));
}

TEST(EventStageTest, AgentlessPassiveSaysNothing) {
  EXPECT_THAT(events_of(R"(
    Smith  Smith  PROPN NNP 3 nsubj:pass NER=B-PER
    was    be     AUX   VBD 3 aux:pass
    jailed jail   VERB  VBN 0 root
  )"),
              IsEmpty());
}

TEST(EventStageTest, KilledInAnAttackNamesWhoseAttack) {
  EXPECT_THAT(events_of(R"(
    Smith   Smith  PROPN NNP 3 nsubj:pass NER=B-PER
    was     be     AUX   VBD 3 aux:pass
    killed  kill   VERB  VBN 0 root
    in      in     ADP   IN  7 case
    an      a      DET   DT  7 det
    Israeli Israeli ADJ  JJ  7 amod NER=B-LOC
    strike  strike NOUN  NN  3 obl
  )"),
              Contains("Israeli attacked Smith"));
}

TEST(EventStageTest, ExchangeOfFireIsNoTrade) {
  EXPECT_THAT(events_of(R"(
    Israel    Israel    PROPN NNP 4 nsubj NER=B-LOC
    and       and       CCONJ CC  3 cc
    Hezbollah Hezbollah PROPN NNP 1 conj NER=B-ORG
    exchange  exchange  VERB  VBP 0 root
    fire      fire      NOUN  NN  4 obj
  )"),
              UnorderedElementsAre("Israel attacked Hezbollah", "Hezbollah attacked Israel"));
}

TEST(EventStageTest, WhoCapturesAPersonDetainsHim) {
  EXPECT_THAT(events_of(R"(
    Turkey   Turkey  PROPN NNP 2 nsubj NER=B-LOC
    captured capture VERB  VBD 0 root
    Ocalan   Ocalan  PROPN NNP 2 obj NER=B-PER
  )"),
              ElementsAre("Turkey coerced Ocalan"));
}

TEST(EventStageTest, RefusedMeetingIsNegatedAndARejection) {
  EXPECT_THAT(events_of(R"(
    Abbas   Abbas  PROPN NNP 2 nsubj NER=B-PER
    refused refuse VERB  VBD 0 root
    to      to     PART  TO  4 mark
    meet    meet   VERB  VB  2 xcomp
    Trump   Trump  PROPN NNP 4 obj NER=B-PER
  )"),
              UnorderedElementsAre("Abbas met-with Trump not", "Abbas rejected Trump"));
}

TEST(EventStageTest, ParticipleTakesTheSubjectOfItsClause) {
  EXPECT_THAT(events_of(R"(
    Praising praise VERB  VBG 5 advcl
    Hamas    Hamas  PROPN NNP 1 obj NER=B-ORG
    ,        ,      PUNCT ,   1 punct
    Araghchi Araghchi PROPN NNP 5 nsubj NER=B-PER
    blamed   blame  VERB  VBD 0 root
    Israel   Israel PROPN NNP 5 obj NER=B-LOC
  )"),
              UnorderedElementsAre("Araghchi supports Hamas", "Araghchi accused Israel"));
}

TEST(EventStageTest, RelativeClausesUseTheAntecedent) {
  EXPECT_THAT(events_of(R"(
    Israel  Israel  PROPN NNP 6 nsubj NER=B-LOC
    ,       ,       PUNCT ,   4 punct
    which   which   PRON  WDT 4 nsubj
    bombed  bomb    VERB  VBD 1 acl:relcl
    Gaza    Gaza    PROPN NNP 4 obj NER=B-LOC
    thanked thank   VERB  VBD 0 root
    Trump   Trump   PROPN NNP 6 obj NER=B-PER
  )"),
              UnorderedElementsAre("Israel attacked Gaza", "Israel supports Trump"));
}

TEST(EventStageTest, CoordinationDistributesSubjectsAndObjects) {
  EXPECT_THAT(events_of(R"(
    France  France  PROPN NNP 4 nsubj NER=B-LOC
    and     and     CCONJ CC  3 cc
    Germany Germany PROPN NNP 1 conj  NER=B-LOC
    thanked thank   VERB  VBD 0 root
    and     and     CCONJ CC  6 cc
    visited visit   VERB  VBD 4 conj
    Spain   Spain   PROPN NNP 4 obj   NER=B-LOC
  )"),
              UnorderedElementsAre("France supports Spain", "Germany supports Spain", "France visited Spain",
                                   "Germany visited Spain"));
}

TEST(EventStageTest, CoordinatedSubjectsMeetEachOther) {
  EXPECT_THAT(events_of(R"(
    Scholz Scholz PROPN NNP 4 nsubj NER=B-PER
    and    and    CCONJ CC  3 cc
    Macron Macron PROPN NNP 1 conj  NER=B-PER
    met    meet   VERB  VBD 0 root
    in     in     ADP   IN  6 case
    Berlin Berlin PROPN NNP 4 obl   NER=B-LOC
  )"),
              ElementsAre("Scholz met-with Macron at Berlin"));
}

TEST(EventStageTest, LightVerbHandsItsSubjectToTheNoun) {
  EXPECT_THAT(events_of(R"(
    Israel   Israel PROPN NNP 2 nsubj NER=B-LOC
    launched launch VERB  VBD 0 root
    an       a      DET   DT  4 det
    attack   attack NOUN  NN  2 obj
    on       on     ADP   IN  6 case
    Gaza     Gaza   PROPN NNP 4 nmod  NER=B-LOC
  )"),
              ElementsAre("Israel attacked Gaza"));
  EXPECT_THAT(events_of(R"(
    Iran     Iran   PROPN NNP 2 nsubj NER=B-LOC
    held     hold   VERB  VBD 0 root
    talks    talk   NOUN  NNS 2 obj
    with     with   ADP   IN  5 case
    Hamas    Hamas  PROPN NNP 2 obl   NER=B-ORG
  )"),
              ElementsAre("Iran met-with Hamas"));
}

TEST(EventStageTest, UndergoerVerbTurnsTheRolesRound) {
  EXPECT_THAT(events_of(R"(
    Obama    Obama    PROPN NNP 2 nsubj NER=B-PER
    faced    face     VERB  VBD 0 root
    criticism criticism NOUN NN 2 obj
    from     from     ADP   IN  5 case
    Congress Congress PROPN NNP 3 nmod  NER=B-ORG
  )"),
              ElementsAre("Congress accused Obama"));
}

TEST(EventStageTest, LiftedMeasureIsAConcession) {
  EXPECT_THAT(events_of(R"(
    France France   PROPN NNP 2 nsubj NER=B-LOC
    lifted lift     VERB  VBD 0 root
    sanctions sanction NOUN NNS 2 obj
    on     on       ADP   IN  5 case
    Iran   Iran     PROPN NNP 3 nmod  NER=B-LOC
  )"),
              ElementsAre("France yielded-to Iran"));
}

TEST(EventStageTest, PossessorAndPrepositionFillAnEventNoun) {
  EXPECT_THAT(events_of(R"(
    Spain     Spain    PROPN NNP 2 nsubj NER=B-LOC
    condemned condemn  VERB  VBD 0 root
    Russia    Russia   PROPN NNP 5 nmod:poss NER=B-LOC
    's        's       PART  POS 3 case
    attack    attack   NOUN  NN  2 obj
    on        on       ADP   IN  7 case
    Ukraine   Ukraine  PROPN NNP 5 nmod  NER=B-LOC
  )"),
              UnorderedElementsAre("Spain accused Russia", "Russia attacked Ukraine"));
}

TEST(EventStageTest, TalksBetweenTwo) {
  EXPECT_THAT(events_of(R"(
    Talks   talk    NOUN  NNS 6 nsubj
    between between ADP   IN  3 case
    Iran    Iran    PROPN NNP 1 nmod  NER=B-LOC
    and     and     CCONJ CC  5 cc
    Iraq    Iraq    PROPN NNP 3 conj  NER=B-LOC
    failed  fail    VERB  VBD 0 root
  )"),
              ElementsAre("Iran met-with Iraq"));
}

TEST(EventStageTest, MeetingADemandIsNoMeeting) {
  EXPECT_THAT(events_of(R"(
    Iran    Iran   PROPN NNP 2 nsubj NER=B-LOC
    met     meet   VERB  VBD 0 root
    demands demand NOUN  NNS 2 obj
    of      of     ADP   IN  5 case
    Iraq    Iraq   PROPN NNP 3 nmod  NER=B-LOC
  )"),
              Not(Contains("Iran met-with Iraq")));
}

TEST(EventStageTest, RequestAndWhatIsRequested) {
  EXPECT_THAT(events_of(R"(
    France  France  PROPN NNP 2 nsubj NER=B-LOC
    urged   urge    VERB  VBD 0 root
    Israel  Israel  PROPN NNP 2 obj   NER=B-LOC
    to      to      PART  TO  5 mark
    release release VERB  VB  2 xcomp
    Marwan  Marwan  PROPN NNP 5 obj   NER=B-PER
  )"),
              UnorderedElementsAre("France requested Israel", "Israel yielded-to Marwan requested"));
}

TEST(EventStageTest, PromisedAidIsPlannedAid) {
  EXPECT_THAT(events_of(R"(
    Norway  Norway  PROPN NNP 2 nsubj NER=B-LOC
    agreed  agree   VERB  VBD 0 root
    to      to      PART  TO  4 mark
    send    send    VERB  VB  2 xcomp
    weapons weapon  NOUN  NNS 4 obj
    to      to      ADP   IN  7 case
    Ukraine Ukraine PROPN NNP 4 obl   NER=B-LOC
  )"),
              ElementsAre("Norway aided Ukraine planned"));
}

TEST(EventStageTest, StanceOnAThingMakesATopic) {
  EXPECT_THAT(events_of(R"(
    Iran     Iran   PROPN NNP 2 nsubj NER=B-LOC
    rejected reject VERB  VBD 0 root
    the      the    DET   DT  5 det
    nuclear  nuclear ADJ  JJ  5 amod
    deal     deal   NOUN  NN  2 obj
  )"),
              ElementsAre("Iran rejected nuclear deal"));
}

TEST(EventStageTest, RefusingToAnswerADemandRejectsWhoMadeIt) {
  EXPECT_THAT(events_of(R"(
    Hamas   Hamas   PROPN NNP 2 nsubj NER=B-ORG
    refused refuse  VERB  VBD 0 root
    to      to      PART  TO  4 mark
    respond respond VERB  VB  2 xcomp
    to      to      ADP   IN  7 case
    a       a       DET   DT  7 det
    demand  demand  NOUN  NN  4 obl
    from    from    ADP   IN  9 case
    Israel  Israel  PROPN NNP 7 nmod NER=B-LOC
  )"),
              Contains("Hamas rejected Israel"));
}

TEST(EventStageTest, LeadersAreThoseWhoMet) {
  EXPECT_THAT(testing::events_with_coreference(R"(
    Scholz Scholz PROPN NNP 4 nsubj NER=B-PER
    and    and    CCONJ CC  3 cc
    Macron Macron PROPN NNP 1 conj  NER=B-PER
    met    meet   VERB  VBD 0 root

    The       the     DET   DT  2 det
    leaders   leader  NOUN  NNS 3 nsubj
    condemned condemn VERB  VBD 0 root
    Russia    Russia  PROPN NNP 3 obj NER=B-LOC
  )"),
              UnorderedElementsAre("Scholz met-with Macron", "Scholz accused Russia", "Macron accused Russia"));
}

TEST(EventStageTest, WhoComesAlongWithTheSubjectActsToo) {
  EXPECT_THAT(events_of(R"(
    Scholz Scholz PROPN NNP 5 nsubj NER=B-PER
    along  along  ADP   IN  4 case
    with   with   ADP   IN  2 fixed
    Macron Macron PROPN NNP 1 nmod  NER=B-PER
    met    meet   VERB  VBD 0 root
    Biden  Biden  PROPN NNP 5 obj   NER=B-PER
  )"),
              UnorderedElementsAre("Scholz met-with Biden", "Macron met-with Biden"));
}

TEST(EventStageTest, MinistersOfTwoCountriesMeetEachOther) {
  EXPECT_THAT(events_of(R"(
    The       the      DET   DT  2 det
    ministers minister NOUN  NNS 7 nsubj
    of        of       ADP   IN  4 case
    Norway    Norway   PROPN NNP 2 nmod NER=B-LOC
    and       and      CCONJ CC  6 cc
    Iceland   Iceland  PROPN NNP 4 conj NER=B-LOC
    met       meet     VERB  VBD 0 root
  )"),
              ElementsAre("Norway met-with Iceland"));
}

TEST(EventStageTest, CooperationBetweenTwoIsNotThatOfWhoStrengthensIt) {
  EXPECT_THAT(events_of(R"(
    Biden        Biden       PROPN NNP 4 nsubj NER=B-PER
    met          meet        VERB  VBD 0 root
    to           to          PART  TO  4 mark
    strengthen   strengthen  VERB  VB  2 advcl
    cooperation  cooperation NOUN  NN  4 obj
    between      between     ADP   IN  7 case
    Canada       Canada      PROPN NNP 5 nmod NER=B-LOC
    and          and         CCONJ CC  9 cc
    Mexico       Mexico      PROPN NNP 7 conj NER=B-LOC
  )"),
              Not(Contains(::testing::HasSubstr("Biden cooperated-with"))));
}

TEST(EventStageTest, WhoArrestsInACrackdownCracksDown) {
  EXPECT_THAT(events_of(R"(
    Haiti     Haiti     PROPN NNP 2 nsubj NER=B-LOC
    arrested  arrest    VERB  VBD 0 root
    Smith     Smith     PROPN NNP 2 obj NER=B-PER
    in        in        ADP   IN  6 case
    a         a         DET   DT  6 det
    crackdown crackdown NOUN  NN  2 obl
    on        on        ADP   IN  8 case
    Hamas     Hamas     PROPN NNP 6 nmod NER=B-ORG
  )"),
              UnorderedElementsAre("Haiti coerced Smith", "Haiti coerced Hamas"));
}

TEST(EventStageTest, ExamplesActBesideWhatTheyAreExamplesOf) {
  EXPECT_THAT(events_of(R"(
    Norway     Norway     PROPN NNP 2 nsubj NER=B-LOC
    praised    praise     VERB  VBD 0 root
    NATO       NATO       PROPN NNP 2 obj   NER=B-ORG|SpaceAfter=No
    ,          ,          PUNCT ,   6 punct
    especially especially ADV   RB  6 advmod
    Denmark    Denmark    PROPN NNP 3 appos NER=B-LOC
  )"),
              UnorderedElementsAre("Norway supports NATO", "Norway supports Denmark"));
}

TEST(EventStageTest, FightingMayBeToldOfBeforeItsSides) {
  EXPECT_THAT(events_of(R"(
    Fighting fighting NOUN  NN  2 nsubj
    erupted  erupt    VERB  VBD 0 root
    between  between  ADP   IN  4 case
    Norway   Norway   PROPN NNP 2 obl NER=B-LOC
    and      and      CCONJ CC  6 cc
    Denmark  Denmark  PROPN NNP 4 conj NER=B-LOC
  )"),
              UnorderedElementsAre("Norway attacked Denmark", "Denmark attacked Norway"));
}

TEST(EventStageTest, ThoseWhoPlanToMeetMeet) {
  EXPECT_THAT(events_of(R"(
    Israel Israel PROPN NNP 4 nsubj NER=B-LOC
    and    and    CCONJ CC  3 cc
    Egypt  Egypt  PROPN NNP 1 conj NER=B-LOC
    plan   plan   VERB  VBP 0 root
    to     to     PART  TO  6 mark
    meet   meet   VERB  VB  4 xcomp
  )"),
              ElementsAre("Israel met-with Egypt planned"));
}

TEST(EventStageTest, WhoTogetherMetAThirdDidNotMeetEachOther) {
  EXPECT_THAT(events_of(R"(
    Israel  Israel  PROPN NNP 4 nsubj NER=B-LOC
    and     and     CCONJ CC  3 cc
    Egypt   Egypt   PROPN NNP 1 conj NER=B-LOC
    met     meet    VERB  VBD 0 root
    Hamas   Hamas   PROPN NNP 4 obj NER=B-ORG
    to      to      PART  TO  7 mark
    discuss discuss VERB  VB  4 xcomp
    it      it      PRON  PRP 7 obj
  )"),
              Not(Contains("Israel met-with Egypt")));
}

TEST(EventStageTest, EachOtherMeansTheSubjects) {
  EXPECT_THAT(events_of(R"(
    Sudan  Sudan  PROPN NNP 4 nsubj NER=B-LOC
    and    and    CCONJ CC  3 cc
    Chad   Chad   PROPN NNP 1 conj NER=B-LOC
    blamed blame  VERB  VBD 0 root
    each   each   DET   DT  6 det
    other  other  ADJ   JJ  4 obj
  )"),
              ElementsAre("Sudan accused Chad", "Chad accused Sudan"));
}

TEST(EventStageTest, WhoIsInAPlaceForTalksVisitsIt) {
  EXPECT_THAT(events_of(R"(
    Rice   Rice   PROPN NNP 4 nsubj NER=B-PER
    is     be     AUX   VBZ 4 cop
    in     in     ADP   IN  4 case
    Moscow Moscow PROPN NNP 0 root NER=B-LOC
    for    for    ADP   IN  6 case
    talks  talk   NOUN  NNS 4 nmod
    with   with   ADP   IN  8 case
    Putin  Putin  PROPN NNP 6 nmod NER=B-PER
  )"),
              UnorderedElementsAre("Rice met-with Putin", "Rice visited Moscow"));
}

TEST(EventStageTest, WhoeverIsExpectedInAPlaceWillVisitIt) {
  EXPECT_THAT(events_of(R"(
    Bush     Bush     PROPN NNP 3 nsubj:pass NER=B-PER
    is       be       AUX   VBZ 3 aux:pass
    expected expect   VERB  VBN 0 root
    in       in       ADP   IN  5 case
    Brussels Brussels PROPN NNP 3 obl NER=B-LOC
  )"),
              ElementsAre("Bush visited Brussels planned"));
}

TEST(EventStageTest, WhatIsSaidAgainIsTheOwnersSupport) {
  EXPECT_THAT(events_of(R"(
    Sullivan   Sullivan   PROPN NNP 2 nsubj NER=B-PER
    reiterated reiterate  VERB  VBD 0 root
    France     France     PROPN NNP 5 nmod:poss NER=B-LOC
    's         's         PART  POS 3 case
    support    support    NOUN  NN  2 obj
    for        for        ADP   IN  7 case
    Chad       Chad       PROPN NNP 5 nmod NER=B-LOC
  )"),
              ElementsAre("France supports Chad"));
}

TEST(EventStageTest, GerundTaggedAsANounIsAVerb) {
  EXPECT_THAT(events_of(R"(
    Kerry   Kerry  PROPN NNP 2 nsubj NER=B-PER
    spoke   smile  VERB  VBD 0 root
    after   after  SCONJ IN  4 mark
    meeting meet   NOUN  VBG 2 advcl
    Lavrov  Lavrov PROPN NNP 4 obj NER=B-PER
  )"),
              ElementsAre("Kerry met-with Lavrov"));
}

TEST(EventStageTest, NamesAfterIncludingTakePart) {
  EXPECT_THAT(events_of(R"(
    Rice      Rice    PROPN NNP 2 nsubj NER=B-PER
    met       meet    VERB  VBD 0 root
    with      with    ADP   IN  4 case
    Congress  Congress PROPN NNP 2 obl NER=B-ORG
    ,         ,       PUNCT ,   7 punct
    including include VERB  VBG 7 case
    Kerry     Kerry   PROPN NNP 2 obl NER=B-PER
  )"),
              UnorderedElementsAre("Rice met-with Congress", "Rice met-with Kerry"));
}

TEST(EventStageTest, NameBeforeBackedSupports) {
  EXPECT_THAT(events_of(R"(
    Iran   Iran  PROPN NNP 4 compound NER=B-LOC
    -      -     PUNCT HYPH 3 punct
    backed back  VERB  VBN 4 amod
    Hamas  Hamas PROPN NNP 5 nsubj NER=B-ORG
    left   smile VERB  VBD 0 root
  )"),
              ElementsAre("Iran supports Hamas"));
}

TEST(EventStageTest, StayForAPurposeIsAVisit) {
  EXPECT_THAT(events_of(R"(
    Blair  Blair  PROPN NNP 4 nsubj NER=B-PER
    is     be     AUX   VBZ 4 cop
    in     in     ADP   IN  4 case
    Egypt  Egypt  PROPN NNP 0 root NER=B-LOC
    to     to     PART  TO  6 mark
    listen listen VERB  VB  4 advcl
  )"),
              ElementsAre("Blair visited Egypt"));
}

TEST(EventStageTest, WhoRejectsARequestWasAsked) {
  EXPECT_THAT(events_of(R"(
    Iran     Iran   PROPN NNP 2 nsubj NER=B-LOC
    rejected reject VERB  VBD 0 root
    France   France PROPN NNP 5 nmod:poss NER=B-LOC
    's       's     PART  POS 3 case
    demand   demand NOUN  NN  2 obj
  )"),
              UnorderedElementsAre("France requested Iran", "Iran rejected France"));
}

TEST(EventStageTest, TitleAndBearerAreOneObject) {
  EXPECT_THAT(events_of(R"(
    Sullivan Sullivan PROPN NNP 2 nsubj NER=B-PER
    hosted   host     VERB  VBD 0 root
    Security Security PROPN NNP 4 compound
    Advisor  Advisor  PROPN NNP 2 obj
    Hanegbi  Hanegbi  PROPN NNP 2 obj NER=B-PER
  )"),
              ElementsAre("Sullivan met-with Hanegbi"));
}

TEST(EventStageTest, WhatIsToldOfANounIsItsDeed) {
  EXPECT_THAT(events_of(R"(
    Iran     Iran   PROPN NNP 2 nsubj NER=B-LOC
    named    name   VERB  VBD 0 root
    Hamas    Hamas  PROPN NNP 2 obj NER=B-ORG
    which    which  PRON  WDT 7 nsubj
    it       it     PRON  PRP 6 nsubj
    says     say    VERB  VBZ 3 acl:relcl
    attacked attack VERB  VBD 6 ccomp
    Israel   Israel PROPN NNP 7 obj NER=B-LOC
  )"),
              Contains("Hamas attacked Israel"));
  EXPECT_THAT(events_of(R"(
    Hamas    Hamas  PROPN NNP 0 root NER=B-ORG
    it       it     PRON  PRP 3 nsubj
    says     say    VERB  VBZ 1 acl:relcl
    attacked attack VERB  VBD 3 ccomp
    Israel   Israel PROPN NNP 4 obj NER=B-LOC
  )"),
              ElementsAre("Hamas attacked Israel"));
}

}  // namespace
}  // namespace actant
