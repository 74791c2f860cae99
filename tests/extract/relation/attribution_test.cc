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

TEST(TextAuthorTest, IsThePersonThatTheHeadlineNames) {
  EXPECT_EQ(author_of_text(read(kBody)), kNone);
  const Document document = read(kHeadline);
  const uint32_t author = author_of_text(document);
  ASSERT_NE(author, kNone);
  EXPECT_EQ(document.entities[author].name, "Kerry");
}

}  // namespace
}  // namespace actant
