#include "extract/entity/noun_phrase.h"

#include <gtest/gtest.h>

#include "extract/entity/entity_stage.h"
#include "tests/support/conllu.h"

namespace actant {
namespace {

std::string_view phrase(const Document& document, uint32_t head) {
  return document.text_of(span_of(document, minimal_noun_phrase(document, head)));
}

TEST(NounPhraseTest, LeavesOutDeterminersRelativeClausesAndNumbers) {
  const Document document = testing::parse_conllu(R"(
the       the       DET   DT   2 det
country   country   NOUN  NN   5 nmod:poss SpaceAfter=No
's        's        PART  POS  2 case
top       top       ADJ   JJ   5 amod
diplomat  diplomat  NOUN  NN   0 root
who       who       PRON  WP   7 nsubj
resigned  resign    VERB  VBD  5 acl:relcl

three     three     NUM   CD   3 nummod
senior    senior    ADJ   JJ   3 amod
members   member    NOUN  NNS  0 root
of        of        ADP   IN   6 case
the       the       DET   DT   6 det
party     party     NOUN  NN   3 nmod
in        in        ADP   IN   8 case
Berlin    Berlin    PROPN NNP  3 nmod
)");
  EXPECT_EQ(phrase(document, 4), "country's top diplomat");
  EXPECT_EQ(phrase(document, 9), "senior members of the party");
}

TEST(NounPhraseTest, ComplementKeepsWhatIsJoinedToIt) {
  const Document document = testing::parse_conllu(R"(
members    member     NOUN  NNS 0 root
of         of         ADP   IN  5 case
the        the        DET   DT  5 det
leadership leadership NOUN  NN  5 compound
council    council    NOUN  NN  1 nmod
and        and        CCONJ CC  8 cc
political  political  ADJ   JJ  8 amod
bureau     bureau     NOUN  NN  5 conj
of         of         ADP   IN  10 case
Hamas      Hamas      PROPN NNP 8 nmod
)");
  EXPECT_EQ(phrase(document, 0), "members of the leadership council and political bureau of Hamas");
}

TEST(NounPhraseTest, AddedMentionIsFoundAgainAndThroughItsQuantity) {
  Document document = testing::parse_conllu(R"(
Hundreds hundred NOUN NNS 4 nsubj
of       of      ADP  IN  3 case
tables   table   NOUN NNS 1 nmod
broke    break   VERB VBD 0 root
)");
  EntityStage().process(document);
  EXPECT_EQ(find_mention_by_head(document, 2), kNone);
  const uint32_t mention = add_nominal_mention(document, 0, EntityType::kTopic);
  EXPECT_EQ(document.text_of(document.mentions[mention].span), "tables");
  EXPECT_EQ(add_nominal_mention(document, 2, EntityType::kTopic), mention);
  EXPECT_EQ(find_mention_by_head(document, 0), mention);
  EXPECT_EQ(document.entities[document.mentions[mention].entity].name, "tables");
}

TEST(NounPhraseTest, WhatSomebodyIsThankedForIsNoPartOfHisOffice) {
  const Document document = testing::parse_conllu(R"(
thanked     thank      VERB  VBD 0 root
legislators legislator NOUN  NNS 1 obj
for         for        ADP   IN  5 case
their       their      PRON  PRP$ 5 nmod:poss
leadership  leadership NOUN  NN  2 nmod

spokesmen   spokesman  NOUN  NNS 0 root
for         for        ADP   IN  3 case
Hamas       Hamas      PROPN NNP 1 nmod
)");
  EXPECT_EQ(phrase(document, 1), "legislators");
  EXPECT_EQ(phrase(document, 5), "spokesmen for Hamas");
}

}  // namespace
}  // namespace actant
