#include "extract/relation/attribution.h"

#include <gtest/gtest.h>

#include "extract/relation/text_author.h"
#include "tests/extract/relation/event_fixture.h"

namespace actant {
namespace {

constexpr std::string_view kHeadline = R"(
    Statement statement NOUN  NN  0 root
    from      from      ADP   IN  4 case
    President President PROPN NNP 4 compound
    Kerry     Kerry     PROPN NNP 1 nmod NER=B-PER
    on        on        ADP   IN  6 case
    Trade     trade     PROPN NNP 1 nmod
)";

constexpr std::string_view kBody = R"(
    Hamas    Hamas    PROPN NNP 2 nsubj NER=B-ORG
    attacked attack   VERB  VBD 0 root
    Israel   Israel   PROPN NNP 2 obj NER=B-LOC
    .        .        PUNCT .   2 punct
)";

Document read(std::string_view tree) {
  Document document = testing::parse_conllu(tree);
  testing::make_entities(document);
  // The headline is a line of its own.
  document.tokens[document.sentences.front().last - 1].space_after = 3;
  EventStage().process(document);
  AttributionStage().process(document);
  return document;
}

TEST(AttributionStageTest, WhatAStatementTellsIsTheWordOfWhoeverItIsFrom) {
  const Document document = read(std::string(kHeadline) + std::string(kBody));
  ASSERT_EQ(document.triples.size(), 1U);
  ASSERT_NE(document.triples.front().attributed_to, kNone);
  EXPECT_EQ(document.entities[document.triples.front().attributed_to].name, "Kerry");
}

TEST(AttributionStageTest, WithoutAnAuthorThePublisherTells) {
  const Document document = read(kBody);
  ASSERT_EQ(document.triples.size(), 1U);
  EXPECT_EQ(document.triples.front().attributed_to, kNone);
}

// Whether the fact that the third word tells is its speaker's.
bool is_the_speakers(std::string_view tree) {
  Document document = testing::parse_conllu(tree);
  testing::make_entities(document);
  document.statements.push_back({Span(0, static_cast<uint32_t>(document.text.size())), 0, 1, {}});
  Triple& triple = document.triples.emplace_back();
  triple.subject = 1;
  triple.relation = RelationType::kHoldsPosition;
  triple.object = 2;
  triple.predicate = 4;
  AttributionStage().process(document);
  return document.triples.front().attributed_to == 0;
}

TEST(AttributionStageTest, AFactThatAClauseAssertsIsTheSpeakers) {
  EXPECT_TRUE(is_the_speakers(R"(
    Kerry     Kerry     PROPN NNP 2 nsubj NER=B-PER
    said      say       VERB  VBD 0 root
    Rouhani   Rouhani   PROPN NNP 5 nsubj NER=B-PER
    is        be        AUX   VBZ 5 cop
    president president NOUN  NN  2 ccomp
    of        of        ADP   IN  7 case
    Iran      Iran      PROPN NNP 5 nmod NER=B-LOC
  )"));
  EXPECT_FALSE(is_the_speakers(R"(
    Kerry     Kerry     PROPN NNP 2 nsubj NER=B-PER
    said      say       VERB  VBD 0 root
    Rouhani   Rouhani   PROPN NNP 8 nsubj NER=B-PER
    ,         ,         PUNCT ,   5 punct
    president president NOUN  NN  3 appos
    of        of        ADP   IN  7 case
    Iran      Iran      PROPN NNP 5 nmod NER=B-LOC
    left      leave     VERB  VBD 2 ccomp
  )"));
}

TEST(TextAuthorTest, IsThePersonThatTheHeadlineNames) {
  EXPECT_EQ(author_of_text(read(kBody)), kNone);
  const Document document = read(kHeadline);
  const uint32_t author = author_of_text(document);
  ASSERT_NE(author, kNone);
  EXPECT_EQ(document.entities[author].name, "Kerry");
}

}  // namespace
}  // namespace actant
