#include "extract/syntax/relation_repair.h"

#include <gtest/gtest.h>

#include "tests/support/conllu.h"

namespace actant {
namespace {

TEST(RelationRepairTest, APastTenseWithoutAuxiliaryHasNoPassiveSubject) {
  Document document = testing::parse_conllu(R"(
    Tutu   Tutu  PROPN NNP 2 nsubj:pass
    called call  VERB  VBD 0 root
    for    for   ADP   IN  4 case
    talks  talk  NOUN  NNS 2 obl
  )");
  repair_relations(document);
  EXPECT_EQ(document.tokens[0].deprel, Deprel::kNsubj);
}

TEST(RelationRepairTest, APassiveKeepsItsSubject) {
  Document document = testing::parse_conllu(R"(
    He     he    PRON  PRP 3 nsubj:pass
    was    be    AUX   VBD 3 aux:pass
    called call  VERB  VBD 0 root
  )");
  repair_relations(document);
  EXPECT_EQ(document.tokens[0].deprel, Deprel::kNsubjPass);
}

TEST(RelationRepairTest, AnInfinitiveBehindAPredicateWithSubjectIsItsComplement) {
  Document document = testing::parse_conllu(R"(
    Syria    Syria    PROPN NNP 3 nsubj
    is       be       AUX   VBZ 3 cop
    willing  willing  ADJ   JJ  0 root
    to       to       PART  TO  5 mark
    withdraw withdraw VERB  VB  3 csubj
  )");
  repair_relations(document);
  EXPECT_EQ(document.tokens[4].deprel, Deprel::kXcomp);
}

TEST(RelationRepairTest, TheSecondSubjectLeavesTheFirstToTheClauseBetween) {
  Document document = testing::parse_conllu(R"(
    Citizens citizen NOUN  NNS 6 nsubj
    are      be      AUX   VBP 3 aux
    fighting fight   VERB  VBG 6 ccomp
    ,        ,       PUNCT ,   3 punct
    Davis    Davis   PROPN NNP 6 nsubj
    said     say     VERB  VBD 0 root
  )");
  repair_relations(document);
  EXPECT_EQ(document.tokens[0].head, 2u);
  EXPECT_EQ(document.tokens[4].head, 5u);
  EXPECT_EQ(document.child_begin[3] - document.child_begin[2], 3u);
}

TEST(RelationRepairTest, AWeekdayIsNoSubject) {
  Document document = testing::parse_conllu(R"(
    The      the      DET   DT  2 det
    justices justice  NOUN  NNS 4 nsubj
    Monday   Monday   PROPN NNP 4 nsubj
    ordered  order    VERB  VBD 0 root
    A        a        DET   DT  7 det
    man      man      NOUN  NN  7 nmod:desc
    Sunday   Sunday   PROPN NNP 8 nsubj
    said     say      VERB  VBD 4 parataxis
  )");
  repair_relations(document);
  EXPECT_EQ(document.tokens[2].deprel, Deprel::kOblUnmarked);
  EXPECT_EQ(document.tokens[5].deprel, Deprel::kNsubj);
  EXPECT_EQ(document.tokens[5].head, 7u);
  EXPECT_EQ(document.tokens[4].head, 5u);
}

TEST(RelationRepairTest, WhatStandsBehindSayIsNotSaidTo) {
  Document document = testing::parse_conllu(R"(
    Police    police    NOUN NN  2 nsubj
    said      say       VERB VBD 0 root
    gunmen    gunman    NOUN NNS 2 iobj
    wounded   wound     VERB VBD 2 ccomp
    Smith     Smith     PROPN NNP 4 obj
    Officials official  NOUN NNS 7 nsubj
    said      say       VERB VBD 2 parataxis
    bombers   bomber    NOUN NNS 7 obj
    detonated detonate  VERB VBN 8 acl
    mines     mine      NOUN NNS 9 obj
  )");
  repair_relations(document);
  EXPECT_EQ(document.tokens[2].head, 3u);
  EXPECT_EQ(document.tokens[2].deprel, Deprel::kNsubj);
  EXPECT_EQ(document.tokens[7].head, 8u);
  EXPECT_EQ(document.tokens[8].head, 6u);
  EXPECT_EQ(document.tokens[8].deprel, Deprel::kCcomp);
}

TEST(RelationRepairTest, TheSecondVerbOfTellingIsTheSpeakers) {
  Document document = testing::parse_conllu(R"(
    Rice   Rice   PROPN NNP 2 nsubj
    said   say    VERB  VBD 0 root
    Iran   Iran   PROPN NNP 5 nsubj
    will   will   AUX   MD  5 aux
    yield  yield  VERB  VB  2 ccomp
    and    and    CCONJ CC  7 cc
    urged  urge   VERB  VBD 5 conj
    talks  talk   NOUN  NNS 7 obj
  )");
  repair_relations(document);
  EXPECT_EQ(document.tokens[6].head, 1u);
}

TEST(RelationRepairTest, ANounRightBeforeANameIsNoSecondObject) {
  Document document = testing::parse_conllu(R"(
    Madrazo    Madrazo    PROPN NNP 2 nsubj
    defeated   defeat     VERB  VBD 0 root
    challenger challenger NOUN  NN  2 obj
    Everardo   Everardo   PROPN NNP 2 obj
    Moreno     Moreno     PROPN NNP 4 flat
  )");
  repair_relations(document);
  EXPECT_EQ(document.tokens[2].head, 3u);
  EXPECT_EQ(document.tokens[2].deprel, Deprel::kNmodDesc);
  EXPECT_EQ(document.tokens[3].head, 1u);
}

TEST(RelationRepairTest, WhatIsSaidIsTheClauseBehindTheSecondSubject) {
  Document document = testing::parse_conllu(R"(
    witnesses witness NOUN NNS 2 nsubj
    say       say     VERB VBP 0 root
    a         a       DET  DT  4 det
    bomber    bomber  NOUN NN  2 nsubj
    drove     drive   VERB VBD 2 conj
    away      away    ADV  RB  5 advmod
  )");
  repair_relations(document);
  EXPECT_EQ(document.tokens[3].head, 4u);
  EXPECT_EQ(document.tokens[4].deprel, Deprel::kCcomp);
}

TEST(RelationRepairTest, AVerbWithoutSubjectGoesOnWithTheDeedsBefore) {
  Document document = testing::parse_conllu(R"(
    Leaders   leader    NOUN  NNS 2 nsubj
    condemned condemn   VERB  VBD 0 root
    it        it        PRON  PRP 2 obj
    -         -         PUNCT :   5 punct
    discussed discuss   VERB  VBD 2 parataxis
    aid       aid       NOUN  NN  5 obj
  )");
  repair_relations(document);
  EXPECT_EQ(document.tokens[4].deprel, Deprel::kConj);
}

TEST(RelationRepairTest, AParticipleWithAnObjectIsTheVerbOfASentenceThatHasNone) {
  Document document = testing::parse_conllu(R"(
    Lawmakers lawmaker NOUN  NNS 0 root
    blocked   block    VERB  VBN 1 acl
    the       the      DET   DT  4 det
    visit     visit    NOUN  NN  2 obj
    .         .        PUNCT .   1 punct
  )");
  repair_relations(document);
  EXPECT_EQ(document.tokens[1].head, kNone);
  EXPECT_EQ(document.tokens[0].head, 1u);
  EXPECT_EQ(document.tokens[0].deprel, Deprel::kNsubj);
}

TEST(RelationRepairTest, APassiveParticipleStaysWithItsNoun) {
  Document document = testing::parse_conllu(R"(
    Lawmakers lawmaker NOUN  NNS 0 root
    blocked   block    VERB  VBN 1 acl
    by        by       ADP   IN  4 case
    police    police   NOUN  NN  2 obl:agent
    .         .        PUNCT .   1 punct
  )");
  repair_relations(document);
  EXPECT_EQ(document.tokens[0].head, kNone);
}

TEST(RelationRepairTest, TheClauseThatIsToldOfANounGetsTheRelativePronoun) {
  Document document = testing::parse_conllu(R"(
    men       man      NOUN NNS 0 root
    who       who      PRON WP  4 nsubj
    officials official NOUN NNS 4 nsubj
    said      say      VERB VBD 1 acl:relcl
    had       have     AUX  VBD 6 aux
    bombed    bomb     VERB VBN 1 acl:relcl
    Basra     Basra    PROPN NNP 6 obj
  )");
  repair_relations(document);
  EXPECT_EQ(document.tokens[5].head, 3u);
  EXPECT_EQ(document.tokens[5].deprel, Deprel::kCcomp);
  EXPECT_EQ(document.tokens[1].head, 5u);
  EXPECT_EQ(document.tokens[2].head, 3u);
}

TEST(RelationRepairTest, WhoeverSaysWhatIsToldKeepsThePronoun) {
  Document document = testing::parse_conllu(R"(
    men       man      NOUN NNS 0 root
    who       who      PRON WP  3 nsubj
    said      say      VERB VBD 1 acl:relcl
    fighting  fighting NOUN NN  6 nsubj
    had       have     AUX  VBD 6 aux
    ended     end      VERB VBN 3 ccomp
  )");
  repair_relations(document);
  EXPECT_EQ(document.tokens[1].head, 2u);
}

TEST(RelationRepairTest, ABareInfinitiveGoesOnWithTheInfinitiveBefore) {
  Document document = testing::parse_conllu(R"(
    He       he     PRON  PRP 2 nsubj
    stressed stress VERB  VBD 0 root
    the      the    DET   DT  4 det
    need     need   NOUN  NN  2 obj
    to       to     PART  TO  6 mark
    stop     stop   VERB  VB  4 acl
    wars     war    NOUN  NNS 6 obj
    and      and    CCONJ CC  9 cc
    send     send   VERB  VB  2 conj
    aid      aid    NOUN  NN  9 obj
  )");
  repair_relations(document);
  EXPECT_EQ(document.tokens[8].head, 5u);
}

TEST(RelationRepairTest, AFiniteVerbStaysWithTheFiniteVerbBefore) {
  Document document = testing::parse_conllu(R"(
    He       he     PRON  PRP 2 nsubj
    vowed    vow    VERB  VBD 0 root
    to       to     PART  TO  4 mark
    leave    leave  VERB  VB  2 xcomp
    and      and    CCONJ CC  6 cc
    sent     send   VERB  VBD 2 conj
    aid      aid    NOUN  NN  6 obj
  )");
  repair_relations(document);
  EXPECT_EQ(document.tokens[5].head, 1u);
}

TEST(RelationRepairTest, ARelativeClauseWithItsOwnSubjectAndNoAuxiliaryIsActive) {
  Document document = testing::parse_conllu(R"(
    journalists journalist NOUN NNS 0 root
    the         the        DET  DT  3 det
    regime      regime     NOUN NN  4 nsubj:pass
    jailed      jail       VERB VBN 1 acl:relcl
  )");
  repair_relations(document);
  EXPECT_EQ(document.tokens[2].deprel, Deprel::kNsubj);
  EXPECT_EQ(document.tokens[3].xpos, Xpos::kVBD);
}

TEST(RelationRepairTest, AnExampleBelongsToThePluralNounBefore) {
  const std::string_view tree = R"(
    He        he      PRON  PRP 2 nsubj
    pointed   point   VERB  VBD 0 root
    to        to      ADP   IN  4 case
    crimes    crime   NOUN  NNS 2 obl
    in        in      ADP   IN  6 case
    Gaza      Gaza    PROPN NNP 4 nmod
    including include VERB  VBG 8 mark
    killing   kill    VERB  VBG 2 advcl
    women     woman   NOUN  NNS 8 obj
  )";
  Document document = testing::parse_conllu(tree);
  repair_relations(document);
  EXPECT_EQ(document.tokens[7].head, 3u);
  EXPECT_EQ(document.tokens[7].deprel, Deprel::kAcl);
  std::string other(tree);
  other.replace(other.find("including"), 9, "before   ");  // no example
  document = testing::parse_conllu(other);
  repair_relations(document);
  EXPECT_EQ(document.tokens[7].head, 1u);
}

TEST(RelationRepairTest, AnInfinitiveBelongsToTheDeedWhoseDoerIsNamed) {
  Document document = testing::parse_conllu(R"(
    necessity necessity NOUN NN  0 root
    of        of        ADP  IN  3 case
    action    action    NOUN NN  1 nmod
    by        by        ADP  IN  5 case
    states    state     NOUN NNS 3 nmod
    to        to        PART TO  7 mark
    stop      stop      VERB VB  1 acl
    it        it        PRON PRP 7 obj
  )");
  repair_relations(document);
  EXPECT_EQ(document.tokens[6].head, 2u);
}

TEST(RelationRepairTest, ANameBehindTheCommaSaysWhoWasDismissed) {
  Document document = testing::parse_conllu(R"(
    one       one     NUM   CD  7 nsubj
    of        of      ADP   IN  3 case
    those     that    PRON  DT  1 nmod
    dismissed dismiss VERB  VBN 3 acl
    ,         ,       PUNCT ,   6 punct
    Smith     Smith   PROPN NNP 4 obj
    resigned  resign  VERB  VBD 0 root
  )");
  repair_relations(document);
  EXPECT_EQ(document.tokens[5].head, 0u);
  EXPECT_EQ(document.tokens[5].deprel, Deprel::kAppos);
}

TEST(RelationRepairTest, APassiveRelativeClauseStaysPassive) {
  Document document = testing::parse_conllu(R"(
    journalists journalist NOUN NNS 0 root
    who         who        PRON WP  4 nsubj:pass
    were        be         AUX  VBD 4 aux:pass
    jailed      jail       VERB VBN 1 acl:relcl
  )");
  repair_relations(document);
  EXPECT_EQ(document.tokens[1].deprel, Deprel::kNsubjPass);
  EXPECT_EQ(document.tokens[3].xpos, Xpos::kVBN);
}

}  // namespace
}  // namespace actant
