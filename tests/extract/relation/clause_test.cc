#include "extract/relation/clause.h"

#include <gtest/gtest.h>

#include "tests/extract/relation/event_fixture.h"

namespace actant {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using testing::events_of;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::parse_conllu;
using ::testing::UnorderedElementsAre;

// The form of the token that stands as subject of token `predicate`, or nothing.
std::string subject_of(std::string_view tree, uint32_t predicate) {
  const Document document = parse_conllu(tree);
  ClauseReader clauses;
  clauses.reset(document, Lexicon::english());
  const uint32_t subject = clauses.surface_subject(predicate);
  return subject == kNone ? "" : std::string(document.tokens[subject].form);
}

TEST(ClauseReaderTest, ObjectControlGivesTheObject) {
  EXPECT_EQ(subject_of(R"(
    France  France  PROPN NNP 2 nsubj
    urged   urge    VERB  VBD 0 root
    Israel  Israel  PROPN NNP 2 obj
    to      to      PART  TO  5 mark
    stop    stop    VERB  VB  2 xcomp
  )",
                       4),
            "Israel");
}

TEST(ClauseReaderTest, PromiseKeepsItsSubject) {
  EXPECT_EQ(subject_of(R"(
    France   France  PROPN NNP 2 nsubj
    promised promise VERB  VBD 0 root
    Israel   Israel  PROPN NNP 2 obj
    to       to      PART  TO  5 mark
    stop     stop    VERB  VB  2 xcomp
  )",
                       4),
            "France");
}

TEST(ClauseReaderTest, AddresseeOfACallActs) {
  EXPECT_EQ(subject_of(R"(
    France  France PROPN NNP 2 nsubj
    called  call   VERB  VBD 0 root
    on      on     ADP   IN  4 case
    Israel  Israel PROPN NNP 2 obl
    to      to     PART  TO  6 mark
    stop    stop   VERB  VB  2 advcl
  )",
                       5),
            "Israel");
}

TEST(ClauseReaderTest, BlamedForDoingIsTheDoer) {
  EXPECT_EQ(subject_of(R"(
    France  France PROPN NNP 2 nsubj
    blamed  blame  VERB  VBD 0 root
    Israel  Israel PROPN NNP 2 obj
    for     for    SCONJ IN  5 mark
    killing kill   VERB  VBG 2 advcl
  )",
                       4),
            "Israel");
}

TEST(ClauseReaderTest, OwnerOfAPlanActs) {
  EXPECT_EQ(subject_of(R"(
    France  France PROPN NNP 2 nsubj
    praised praise VERB  VBD 0 root
    Israel  Israel PROPN NNP 5 nmod:poss
    's      's     PART  POS 3 case
    plan    plan   NOUN  NN  2 obj
    to      to     PART  TO  7 mark
    leave   leave  VERB  VB  5 acl
  )",
                       6),
            "Israel");
}

TEST(ClauseReaderTest, ObjectRelativeClauseHasItsAntecedentAsObject) {
  EXPECT_THAT(events_of(R"(
    Smith    Smith   PROPN NNP 5 nsubj NER=B-PER
    whom     whom    PRON  WP  4 obj
    Police   police  PROPN NNP 4 nsubj NER=B-ORG
    arrested arrest  VERB  VBD 1 acl:relcl
    thanked  thank   VERB  VBD 0 root
    Jones    Jones   PROPN NNP 5 obj NER=B-PER
  )"),
              UnorderedElementsAre("Police coerced Smith", "Smith supports Jones"));
}

TEST(ClauseReaderTest, CompanionIsASecondSubject) {
  EXPECT_THAT(events_of(R"(
    Hayya   Hayya   PROPN NNP 8 nsubj NER=B-PER
    ,       ,       PUNCT ,   5 punct
    along   along   ADP   IN  5 case
    with    with    ADP   IN  5 case
    Mashal  Mashal  PROPN NNP 8 obl NER=B-PER
    ,       ,       PUNCT ,   5 punct
    has     have    AUX   VBZ 8 aux
    met     meet    VERB  VBN 0 root
    Abbas   Abbas   PROPN NNP 8 obj NER=B-PER
  )"),
              UnorderedElementsAre("Hayya met-with Abbas", "Mashal met-with Abbas"));
}

TEST(ClauseReaderTest, CoordinatedVerbsShareTheObjectBehindThem) {
  EXPECT_THAT(events_of(R"(
    Iran     Iran    PROPN NNP 2 nsubj NER=B-LOC
    visited  visit   VERB  VBD 0 root
    and      and     CCONJ CC  4 cc
    thanked  thank   VERB  VBD 2 conj
    China    China   PROPN NNP 4 obj NER=B-LOC
  )"),
              UnorderedElementsAre("Iran visited China", "Iran supports China"));
}

TEST(ClauseReaderTest, UnstatedDoerOfADemandStaysUnstated) {
  EXPECT_THAT(events_of(R"(
    Abbas   Abbas  PROPN NNP 2 nsubj NER=B-PER
    called  call   VERB  VBD 0 root
    for     for    ADP   IN  4 case
    action  action NOUN  NN  2 obl
    to      to     PART  TO  6 mark
    help    help   VERB  VB  2 advcl
    Gaza    Gaza   PROPN NNP 6 obj NER=B-LOC
  )"),
              Not(Contains("Abbas aided Gaza requested")));
}

TEST(ClauseReaderTest, UnknownParticleMakesAnotherVerb) {
  EXPECT_THAT(events_of(R"(
    Iran   Iran  PROPN NNP 2 nsubj NER=B-LOC
    backed back  VERB  VBD 0 root
    away   away  ADP   RP  2 compound:prt
    Iraq   Iraq  PROPN NNP 2 obj NER=B-LOC
  )"),
              IsEmpty());
}

TEST(ClauseReaderTest, OfTwoSubjectsTheNearerActs) {
  EXPECT_EQ(subject_of(R"(
    Navy  Navy  PROPN NNP 3 nsubj
    Davis Davis PROPN NNP 3 nsubj
    said  say   VERB  VBD 0 root
  )",
                       2),
            "Davis");
}

TEST(ClauseReaderTest, AFiniteClauseTakesNoSubjectFromTheVerbOfSpeech) {
  EXPECT_EQ(subject_of(R"(
    telephoned telephone VERB  VBD 5 ccomp
    Kozyrev    Kozyrev   PROPN NNP 1 obj
    ,          ,         PUNCT ,   1 punct
    Itar       Itar      PROPN NNP 5 nsubj
    said       say       VERB  VBD 0 root
  )",
                       0),
            "");
}

TEST(ClauseReaderTest, APhraseBetweenLeavesThePrepositionBehindIt) {
  EXPECT_THAT(events_of(R"(
    Angola   Angola  PROPN NNP 2 nsubj NER=B-LOC
    conceded concede VERB  VBD 0 root
    at       at      ADP   IN  6 case
    last     last    ADJ   JJ  6 amod
    to       to      ADP   IN  6 case
    demands  demand  NOUN  NNS 2 obl
    from     from    ADP   IN  8 case
    Unita    Unita   PROPN NNP 6 nmod NER=B-ORG
  )"),
              Contains("Angola yielded-to Unita"));
}

TEST(ClauseReaderTest, AWrongLemmaIsKnownByItsForm) {
  EXPECT_THAT(events_of(R"(
    Israel   Israel   PROPN NNP 3 nsubj NER=B-LOC
    has      have     AUX   VBZ 3 aux
    shared   shar     VERB  VBN 0 root
    evidence evidence NOUN  NN  3 obj
    with     with     ADP   IN  6 case
    France   France   PROPN NNP 3 obl NER=B-LOC
  )"),
              Contains("Israel cooperated-with France"));
}

}  // namespace
}  // namespace actant
