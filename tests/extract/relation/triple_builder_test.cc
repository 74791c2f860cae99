#include "extract/relation/triple_builder.h"

#include <gtest/gtest.h>

#include <string_view>

#include "extract/extractor.h"

namespace actant {
namespace {

// A document with one entity for each of `kinds`, named A, B, ...; sentence i covers byte i.
Document with_entities(std::initializer_list<MentionKind> kinds) {
  Document document;
  uint32_t at = 0;
  for (MentionKind kind : kinds) {
    document.text += static_cast<char>('A' + at);
    Mention mention;
    mention.span = {at, at + 1};
    mention.kind = kind;
    mention.entity = at;
    document.mentions.push_back(mention);
    DocumentEntity entity;
    entity.type = EntityType::kPlace;
    entity.mentions = {at};
    entity.named = kind == MentionKind::kName;
    document.entities.push_back(entity);
    Sentence sentence;
    sentence.span = {at, at + 1};
    document.sentences.push_back(sentence);
    ++at;
  }
  for (uint32_t e = 0; e < at; ++e) document.entities[e].name = document.text_of(document.mentions[e].span);
  return document;
}

Triple triple(uint32_t subject, RelationType relation, uint32_t object, uint32_t sentence) {
  Triple result;
  result.subject = subject;
  result.relation = relation;
  result.object = object;
  result.evidence = {sentence};
  result.confidence = 0.6f;
  return result;
}

TEST(TripleBuilderTest, MergesReadingsAndKeepsTheMostActual) {
  Document document = with_entities({MentionKind::kName, MentionKind::kName});
  document.triples = {triple(0, RelationType::kAttacked, 1, 0), triple(0, RelationType::kAttacked, 1, 1)};
  document.triples[0].modality = Modality::kPossible;
  build_triples(document);
  ASSERT_EQ(document.triples.size(), 1u);
  EXPECT_EQ(document.triples[0].modality, Modality::kActual);
  EXPECT_EQ(document.triples[0].evidence, (std::vector<uint32_t>{0, 1}));
  EXPECT_GT(document.triples[0].confidence, 0.6f);
}

TEST(TripleBuilderTest, WhatSeveralSayTogetherIsEachOnesOwnWord) {
  Document document = with_entities({MentionKind::kName, MentionKind::kName, MentionKind::kName});
  Statement statement;
  statement.span = {0, 3};
  statement.speaker = 0;
  document.statements = {statement};
  Token token;
  token.span = {1, 2};
  document.tokens = {token};
  document.triples = {triple(0, RelationType::kStated, 0, 0), triple(1, RelationType::kStated, 0, 0),
                      triple(1, RelationType::kSupports, 2, 0), triple(2, RelationType::kSupports, 1, 0)};
  for (const size_t said : {2, 3}) {
    document.triples[said].predicate = 0;
    document.triples[said].attributed_to = 0;
  }
  build_triples(document);
  ASSERT_EQ(document.triples.size(), 4u);
  EXPECT_EQ(document.triples[2].attributed_to, 1u);
  EXPECT_EQ(document.triples[3].attributed_to, 0u);  // who says nothing is told of by the first
}

TEST(TripleBuilderTest, SymmetricRelationsMeetEitherWayRound) {
  Document document = with_entities({MentionKind::kName, MentionKind::kName});
  document.triples = {triple(0, RelationType::kMetWith, 1, 0), triple(1, RelationType::kMetWith, 0, 1),
                      triple(0, RelationType::kAttacked, 1, 0), triple(1, RelationType::kAttacked, 0, 1)};
  build_triples(document);
  EXPECT_EQ(document.triples.size(), 3u);
}

TEST(TripleBuilderTest, DropsLoopsAndBarePronouns) {
  Document document = with_entities({MentionKind::kName, MentionKind::kPronoun});
  document.triples = {triple(0, RelationType::kAttacked, 0, 0), triple(0, RelationType::kAttacked, 1, 0),
                      triple(1, RelationType::kAttacked, 0, 0), triple(0, RelationType::kAttacked, kNone, 0)};
  build_triples(document);
  EXPECT_TRUE(document.triples.empty());
}

// Whether a place of the one name may lie in one of the other.
bool lies_in(std::string_view inner, std::string_view outer) {
  Document document = with_entities({MentionKind::kName, MentionKind::kName});
  document.entities[0].name = inner;
  document.entities[1].name = outer;
  document.triples = {triple(0, RelationType::kLocatedIn, 1, 0)};
  build_triples(document);
  return !document.triples.empty();
}

TEST(TripleBuilderTest, NoPlaceLiesInOneOfItsOwnSizeOrSmaller) {
  EXPECT_FALSE(lies_in("Kirkuk", "Baghdad"));
  EXPECT_FALSE(lies_in("Arizona", "Wisconsin"));
  EXPECT_FALSE(lies_in("Iraq", "Baghdad"));
  EXPECT_TRUE(lies_in("Kirkuk", "Iraq"));
  EXPECT_TRUE(lies_in("Baghdad", "Iraq"));
  EXPECT_TRUE(lies_in("Arizona", "United States"));
  EXPECT_TRUE(lies_in("Frobville", "Baghdad"));
}

TEST(RecordBuilderTest, OffsetsCountCodePointsAndUnusedDescriptionsStayOut) {
  Document document = with_entities({MentionKind::kName, MentionKind::kName, MentionKind::kNominal});
  document.text =
      "\xC3\x84\xE2\x82\xAC"
      "AB";  // two characters of two and three bytes before the names
  document.mentions[0].span = {5, 6};
  document.mentions[1].span = {6, 7};
  for (Sentence& sentence : document.sentences) sentence.span = {0, 7};
  document.triples = {triple(0, RelationType::kAttacked, 1, 0)};
  Record record;
  build_record(document, {}, record);
  ASSERT_EQ(record.entities.size(), 2u);
  EXPECT_EQ(record.entities[0].mentions[0].span, (Span{2, 3}));
  ASSERT_EQ(record.relations.size(), 1u);
  EXPECT_EQ(record.relations[0].evidence[0], (Span{0, 4}));
  EXPECT_EQ(record.relations[0].subject, "e1");
}

TEST(TripleBuilderTest, WhatIsSaidOfASetIsSaidOfEach) {
  Document document =
      with_entities({MentionKind::kName, MentionKind::kName, MentionKind::kName, MentionKind::kPronoun});
  document.entities[3].members = {0, 1};
  document.triples = {triple(3, RelationType::kSupports, 2, 0)};
  document.triples[0].attributed_to = 3;
  build_triples(document);
  ASSERT_EQ(document.triples.size(), 2u);
  EXPECT_EQ(document.triples[0].subject, 0u);
  EXPECT_EQ(document.triples[0].attributed_to, 0u);
  EXPECT_EQ(document.triples[1].subject, 1u);
  EXPECT_EQ(document.triples[1].attributed_to, 1u);
}

TEST(TripleBuilderTest, ASetWithItselfIsEachWithEach) {
  Document document = with_entities({MentionKind::kName, MentionKind::kName, MentionKind::kPronoun});
  document.entities[2].members = {0, 1};
  document.triples = {triple(2, RelationType::kMetWith, 2, 0)};
  build_triples(document);
  ASSERT_EQ(document.triples.size(), 1u);
  EXPECT_EQ(document.triples[0].subject + document.triples[0].object, 1u);
}

}  // namespace
}  // namespace actant
